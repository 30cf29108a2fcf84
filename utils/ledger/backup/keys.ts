import type { LedgerDb } from '../schema';
import { inTransaction } from '../transact';
import { keyFromHex, keyToHex } from './format';

/** A person has a handful of devices; a file that brings more was not made by one. */
const maxOlderKeys = 50;

/**
 * Takes over the keys that a backup's orders were hashed under. A ledger without orders makes the file's own key its own;
 * any other keeps its key and looks orders up under all of them, since no key can be turned into another.
 * @param keys as hex, the file's own first
 */
export async function adoptKeys(db: LedgerDb, keys: readonly string[]): Promise<void> {
  const [foreign, ...rest] = keys;
  if (foreign === undefined) return;
  const tx = db.transaction(['meta', 'orders'], 'readwrite', { durability: 'strict' });
  await inTransaction(tx, async () => {
    const meta = tx.objectStore('meta');
    const [stored, older, anyOrder] = await Promise.all([
      meta.get('device-key'),
      meta.get('older-device-keys'),
      tx.objectStore('orders').openKeyCursor(),
    ]);
    const known = older?.key === 'older-device-keys' ? older.value.map(keyToHex) : [];
    const own = stored?.key === 'device-key' && anyOrder ? keyToHex(stored.value) : foreign;
    const others = [...new Set([...known, foreign, ...rest])].filter((each) => each !== own);
    await meta.put({ key: 'device-key', value: keyFromHex(own) });
    if (others.length === 0) return;
    await meta.put({ key: 'older-device-keys', value: others.slice(0, maxOlderKeys).map(keyFromHex) });
  });
}
