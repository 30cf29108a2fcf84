import type { Stage } from '../e2e/support/open-stage';

/** Exposures as months of reading leave them, written beside the extension, with the counts that go with them. */
export async function addExposures({ own }: Stage, count: number): Promise<void> {
  await own.evaluate(`(async () => {
    const db = await new Promise((resolve, reject) => {
      const opening = indexedDB.open('bacao');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const row = (nth) => ({
      id: crypto.randomUUID(), type: 'exposure', at: Date.UTC(2026, 0, 1) + nth * 1_000, zoneMinutes: 480,
      visit: 'visit-' + Math.floor(nth / 50), url: 'https://www.xiaohongshu.com/explore', site: 'xiaohongshu',
      pageKind: 'feed', ruleVersion: 'made', entry: 1, durationMs: 1_200,
      unit: { key: 'unit-' + nth, kind: 'note', position: nth % 50, noteId: nth.toString(16).padStart(24, '6') },
      states: Array.from({ length: 6 }, (_state, step) => ({ afterMs: step * 200, ratio: step / 6, active: true })),
    });
    for (let from = 0; from < ${String(count)}; from += 2_000) {
      const tx = db.transaction(['exposures', 'meta'], 'readwrite');
      const meta = tx.objectStore('meta');
      const here = Math.min(2_000, ${String(count)} - from);
      for (let nth = from; nth < from + here; nth++) tx.objectStore('exposures').put(row(nth));
      meta.get('counts').onsuccess = ({ target: { result } }) => {
        const { key, value } = result;
        meta.put({ key, value: { ...value, exposures: value.exposures + here } });
      };
      await new Promise((resolve, reject) => {
        tx.oncomplete = resolve;
        tx.onabort = () => reject(tx.error);
      });
    }
    db.close();
  })()`);
}
