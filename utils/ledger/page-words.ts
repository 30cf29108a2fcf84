import type { PurchaseEvent } from '../core/events';
import { findLine } from './projections/lines';
import type { LedgerDb } from './schema';

export type Told = Pick<PurchaseEvent, 'orderKey' | 'purchase'>;

/** Ids of what pages tell while an import is under way begin with this. */
export const besidePrefix = 'beside:';

/** What pages told while any import was under way, oldest first: the lines of order pages looked at in those minutes. */
export async function listPageWords(db: LedgerDb): Promise<Told[]> {
  const events = await db.getAll('events', IDBKeyRange.bound(besidePrefix, `${besidePrefix}\uFFFF`));
  return events.sort((a, b) => a.seq - b.seq).filter((event) => event.type === 'purchase');
}

/** Whether pages have said the same of an order line, and nothing else of it since. */
export function isLastWord(words: readonly Told[], { orderKey, purchase }: Told): boolean {
  const ofLine = words.filter((word) => word.orderKey === orderKey && findLine([word.purchase], purchase));
  const isSame = (word: Told) => JSON.stringify(word.purchase) === JSON.stringify(purchase);
  const last = ofLine.findLast((word) => isSame(word) || isOther(word.purchase, purchase));
  return last !== undefined && isSame(last);
}

/** One that leaves something out, as a title that comes late, does not say otherwise. */
function isOther(word: Told['purchase'], purchase: Told['purchase']): boolean {
  const said = new Map<string, unknown>(Object.entries(word).filter(([, value]) => value !== ''));
  return Object.entries(purchase).some(
    ([field, value]) => value !== '' && said.has(field) && JSON.stringify(said.get(field)) !== JSON.stringify(value),
  );
}
