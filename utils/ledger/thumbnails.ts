import { isThumbnail, mostThumbnails } from '../core/thumbnails';
import type { WholeTx } from './mend';
import type { LedgerDb, ThumbnailRow } from './schema';
import { inTransaction } from './transact';

/** Keeps the picture of an item in place of an earlier one. @returns false for an unknown item, or when there are too many */
export async function putThumbnail(db: LedgerDb, { key, picture, at }: ThumbnailRow): Promise<boolean> {
  const tx = db.transaction(['thumbnails', 'items', 'meta'], 'readwrite');
  const thumbnails = tx.objectStore('thumbnails');
  return inTransaction(tx, async () => {
    const alias = await tx.objectStore('meta').get(`alias:${key}`);
    const own = typeof alias?.value === 'string' ? alias.value : key;
    const isKnown = (await tx.objectStore('items').getKey(own)) !== undefined;
    const isOver = (await thumbnails.count()) >= mostThumbnails && (await thumbnails.getKey(own)) === undefined;
    if (!isKnown || isOver) return false;
    await thumbnails.put({ key: own, picture, at });
    return true;
  });
}

/** The pictures of these items, as far as there are any. */
export async function readThumbnails(db: LedgerDb, keys: readonly string[]): Promise<Map<string, string>> {
  const { store } = db.transaction('thumbnails');
  const rows = await Promise.all(keys.map((key) => store.get(key)));
  const found = rows.flatMap((row) => (row && isThumbnail(row.picture) ? [[row.key, row.picture] as const] : []));
  return new Map(found);
}

export function countThumbnails(db: LedgerDb): Promise<number> {
  return db.count('thumbnails');
}

export async function eraseThumbnails(db: LedgerDb): Promise<void> {
  const tx = db.transaction('thumbnails', 'readwrite', { durability: 'strict' });
  await inTransaction(tx, () => tx.store.clear());
}

/** A link's item may have been learnt since, and an item may be gone: pictures go where their items go. */
export async function tendThumbnails(tx: Pick<WholeTx, 'objectStore'>): Promise<void> {
  const [thumbnails, items, meta] = [tx.objectStore('thumbnails'), tx.objectStore('items'), tx.objectStore('meta')];
  for (const key of await thumbnails.getAllKeys()) {
    if ((await items.getKey(key)) !== undefined) continue;
    const row = await thumbnails.get(key);
    const alias = await meta.get(`alias:${key}`);
    await thumbnails.delete(key);
    if (!row || typeof alias?.value !== 'string') continue;
    const isThere = (await items.getKey(alias.value)) !== undefined;
    if (isThere && (await thumbnails.getKey(alias.value)) === undefined)
      await thumbnails.put({ ...row, key: alias.value });
  }
}
