import { hexOf } from '../core/hex';
import type { LedgerDb } from './schema';

const algorithm = { name: 'HMAC', hash: 'SHA-256' } as const;

/** 32 random bytes, made once, at the first order; they leave this database only in the person's own backup. */
async function readDeviceKeys(db: LedgerDb): Promise<Uint8Array<ArrayBuffer>[]> {
  const fresh = crypto.getRandomValues(new Uint8Array(32));
  const tx = db.transaction('meta', 'readwrite');
  const [row, older] = [await tx.store.get('device-key'), await tx.store.get('older-device-keys')];
  if (row?.key !== 'device-key') await tx.store.put({ key: 'device-key', value: fresh });
  await tx.done;
  const own = row?.key === 'device-key' ? row.value : fresh;
  return [own, ...(older?.key === 'older-device-keys' ? older.value : [])].map((key) => new Uint8Array(key));
}

/** The keys of one order: this device's own first, then those that other devices gave it. */
export type KeysOf = (space: string, orderId: string) => Promise<string[]>;

/** The same for who only reads; undefined while there is no device key, and so no order. */
export async function knownOrderKeys(db: LedgerDb): Promise<KeysOf | undefined> {
  const row = await db.get('meta', 'device-key');
  return row && orderKeysMaker(db); // a key that is there is never written
}

/**
 * Gives a function that turns order ids into keys: item space, then HMAC-SHA-256 under the device key, hex. An order id
 * holds digits of the buyer's id, so it joins a person's orders wherever it appears; the keyed hash does not.
 */
export async function orderKeysMaker(db: LedgerDb): Promise<KeysOf> {
  const secrets = await readDeviceKeys(db);
  const keys = await Promise.all(
    secrets.map((secret) => crypto.subtle.importKey('raw', secret, algorithm, false, ['sign'])),
  );
  return (space, orderId) => Promise.all(keys.map((key) => keyOf(key, space, orderId)));
}

async function keyOf(key: CryptoKey, space: string, orderId: string): Promise<string> {
  const text = new TextEncoder().encode(`${space}:${orderId}`);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, text));
  return `${space}:${hexOf(bytes)}`;
}
