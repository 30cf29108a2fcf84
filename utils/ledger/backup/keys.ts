import { bytesOfHex, hexOf } from '../../core/hex';
import type { LedgerDb } from '../schema';
import { inTransaction } from '../transact';

/** A person has a handful of devices; a file that brings more was not made by one. */
const maxOlderKeys = 50;

/**
 * Takes over the keys that a backup's orders were hashed under, to look orders up under them as well, since no key can be
 * turned into another. Never as the ledger's own: who made the file would know it, and could tell from an export which
 * orders are in it.
 * A file's own key goes before the older ones of any file: a file that brings many pushes out no second device's.
 * @param keys as hex, the file's own first
 * @returns how many found no place, or lost theirs
 */
export async function adoptKeys(db: LedgerDb, keys: readonly string[]): Promise<number> {
  const [first, ...rest] = keys;
  if (first === undefined) return 0;
  const fresh = crypto.getRandomValues(new Uint8Array(32));
  const tx = db.transaction('meta', 'readwrite', { durability: 'strict' });
  return inTransaction(tx, async () => {
    const meta = tx.objectStore('meta');
    const [stored, older] = await Promise.all([meta.get('device-key'), meta.get('older-device-keys')]);
    const own = stored?.key === 'device-key' ? stored.value : fresh;
    if (own === fresh) await meta.put({ key: 'device-key', value: own });
    const known = older?.key === 'older-device-keys' ? older.value.map(hexOf) : [];
    const others = [...new Set([first, ...known, ...rest])].filter((each) => each !== hexOf(own));
    if (others.length > 0)
      await meta.put({ key: 'older-device-keys', value: others.slice(0, maxOlderKeys).map(bytesOfHex) });
    return Math.max(0, others.length - maxOlderKeys);
  });
}
