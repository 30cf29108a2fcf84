import * as v from 'valibot';
import type { Stage } from '../e2e/support/open-stage';

const listing = (store: string) => `new Promise((resolve, reject) => {
  const opening = indexedDB.open('bacao');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const keys = opening.result.transaction('${store}').objectStore('${store}').getAllKeys();
    keys.onerror = () => reject(keys.error);
    keys.onsuccess = () => { opening.result.close(); resolve(keys.result); };
  };
})`;

/** The ids of all rows of a kind in the database, read by no code of the extension; without their content, which may be much. */
export async function listRows({ own }: Stage, store: 'events' | 'exposures' | 'quarantine'): Promise<Set<string>> {
  return new Set(v.parse(v.array(v.string()), await own.evaluate(listing(store))));
}
