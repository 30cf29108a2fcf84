import type { LedgerDb } from './schema';

const algorithm = { name: 'HMAC', hash: 'SHA-256' } as const;

/** 32 random bytes that never leave this database: made once, at the first order. */
async function readDeviceKey(db: LedgerDb): Promise<Uint8Array<ArrayBuffer>> {
  const fresh = crypto.getRandomValues(new Uint8Array(32));
  const tx = db.transaction('meta', 'readwrite');
  const row = await tx.store.get('device-key');
  if (row?.key !== 'device-key') await tx.store.put({ key: 'device-key', value: fresh });
  await tx.done;
  return row?.key === 'device-key' ? new Uint8Array(row.value) : fresh;
}

/**
 * Gives a function that turns order ids into keys: item space, then HMAC-SHA-256 under the device key, hex. An order id holds digits of
 * the buyer's id, so it joins a person's orders wherever it appears; the keyed hash does not.
 */
export async function orderKeyMaker(db: LedgerDb): Promise<(space: string, orderId: string) => Promise<string>> {
  const key = await crypto.subtle.importKey('raw', await readDeviceKey(db), algorithm, false, ['sign']);
  return async (space, orderId) => {
    const text = new TextEncoder().encode(`${space}:${orderId}`);
    const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, text));
    return `${space}:${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  };
}
