import type { Page } from 'puppeteer-core';

/**
 * Holds a write transaction open in a page of the extension's origin, so that every other write waits: whoever writes is
 * then in the middle of it, for as long as we like.
 */
export async function holdLedger(own: Page): Promise<() => Promise<void>> {
  await own.evaluate(hold);
  return async () => void (await own.evaluate('window.letGo()'));
}

const hold = `(async () => {
  const db = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('bacao');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const tx = db.transaction([...db.objectStoreNames], 'readwrite');
  let held = true;
  const stay = () => {
    if (held) tx.objectStore('meta').get('none').onsuccess = stay;
  };
  window.letGo = () => new Promise((resolve) => {
    held = false;
    tx.oncomplete = () => resolve(db.close());
  });
  await new Promise((resolve) => {
    tx.objectStore('meta').get('none').onsuccess = () => resolve(stay());
  });
})()`;
