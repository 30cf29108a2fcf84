import type { Page } from 'puppeteer-core';

const open = (version: string) => `new Promise((resolve, reject) => {
  const request = indexedDB.open('bacao'${version});
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
})`;

/** Writes items of JD as the ledger would have them after months, with the summary that goes with them. */
export async function addSavedItems(own: Page, count: number): Promise<void> {
  await own.evaluate(`(async () => {
    const db = await ${open('')};
    const tx = db.transaction(['items', 'meta'], 'readwrite');
    for (let number = 0; number < ${String(count)}; number++) {
      const at = Date.now() - number * 60_000;
      const row = { key: 'jd:' + (10_000_000 + number), platform: 'jd', kind: 'item', title: '第' + number + '件', at };
      const saved = { savedBy: ['item'], savedAt: at, state: 'saved', surfaces: ['ad-link'] };
      const journey = [{ step: 'saved', at, evidence: 'user' }];
      tx.objectStore('items').put({ ...row, ...saved, journey });
    }
    const platforms = [{ platform: 'jd', saved: ${String(count)}, purchased: 0 }];
    tx.objectStore('meta').put({ key: 'summary', value: { platforms, unmatchedPurchases: 0, unread: 0 } });
    await new Promise((resolve, reject) => {
      tx.oncomplete = resolve;
      tx.onabort = () => reject(tx.error);
    });
    db.close();
  })()`);
}

/** Writes one saved item of JD with such a title and address, whatever they hold. */
export async function addItem(own: Page, item: { key: string; title: string; url: string }): Promise<void> {
  await own.evaluate(`(async () => {
    const db = await ${open('')};
    const tx = db.transaction('items', 'readwrite');
    const at = Date.now();
    const saved = { savedBy: ['item'], savedAt: at, state: 'saved', surfaces: ['ad-link'] };
    const journey = [{ step: 'saved', at, evidence: 'user' }];
    tx.objectStore('items').put({ ...${JSON.stringify(item)}, platform: 'jd', kind: 'item', at, ...saved, journey });
    await new Promise((resolve, reject) => {
      tx.oncomplete = resolve;
      tx.onabort = () => reject(tx.error);
    });
    db.close();
  })()`);
}

/** Takes the way out of one saved item, as a damaged disk may. */
export async function damageSavedItem(own: Page): Promise<void> {
  await own.evaluate(`(async () => {
    const db = await ${open('')};
    const tx = db.transaction('items', 'readwrite');
    tx.objectStore('items').index('savedAt').openCursor().onsuccess = ({ target: { result: cursor } }) => {
      cursor.update({ ...cursor.value, journey: 7 });
    };
    await new Promise((resolve, reject) => {
      tx.oncomplete = resolve;
      tx.onabort = () => reject(tx.error);
    });
    db.close();
  })()`);
}

/** Makes everything that is stored so many days older, as if it had been recorded then. */
export async function ageLedger(own: Page, days: number): Promise<void> {
  await own.evaluate(`(async () => {
    const db = await ${open('')};
    const tx = db.transaction(['events', 'exposures'], 'readwrite');
    for (const name of ['events', 'exposures']) {
      tx.objectStore(name).openCursor().onsuccess = ({ target: { result: cursor } }) => {
        if (!cursor) return;
        cursor.update({ ...cursor.value, at: cursor.value.at - ${String(days)} * 86_400_000 });
        cursor.continue();
      };
    }
    await new Promise((resolve, reject) => {
      tx.oncomplete = resolve;
      tx.onabort = () => reject(tx.error);
    });
    db.close();
  })()`);
}

/** Stores what was on screen, and counts it, as the writer does. */
export async function addExposures(own: Page, rows: readonly { id: string }[]): Promise<void> {
  await own.evaluate(`(async () => {
    const db = await ${open('')};
    const tx = db.transaction(['exposures', 'meta'], 'readwrite');
    for (const row of ${JSON.stringify(rows)}) tx.objectStore('exposures').put(row);
    tx.objectStore('meta').get('counts').onsuccess = ({ target: { result } }) => {
      const exposures = result.value.exposures + ${String(rows.length)};
      tx.objectStore('meta').put({ key: 'counts', value: { ...result.value, exposures } });
    };
    await new Promise((resolve, reject) => {
      tx.oncomplete = resolve;
      tx.onabort = () => reject(tx.error);
    });
    db.close();
  })()`);
}

/** Opens the database as a later version of the extension would, and leaves it at that. */
export async function openNewerVersion(own: Page): Promise<void> {
  await own.evaluate(`${open(', 1000')}.then((db) => db.close())`);
}
