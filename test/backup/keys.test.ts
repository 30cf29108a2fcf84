import 'fake-indexeddb/auto';
import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { appendEvents } from '@/utils/ledger/append';
import { adoptKeys } from '@/utils/ledger/backup/keys';
import { addRestoredEvents } from '@/utils/ledger/backup/add';
import { addPurchases } from '@/utils/ledger/purchases';
import { rebuildLists } from '@/utils/ledger/rebuild';
import type { LedgerDb } from '@/utils/ledger/schema';
import { getSummary } from '@/utils/ledger/queries';
import * as made from '../ledger/made-events';
import { emptyLedger } from './support';

const hex = (byte: string) => byte.repeat(32);
const at = (ms: number) => ({ at: made.start + ms, zoneMinutes: 480 });

async function keysIn(db: LedgerDb): Promise<unknown[]> {
  const rows = [await db.get('meta', 'device-key'), await db.get('meta', 'older-device-keys')];
  const toHex = (key: Uint8Array) => Buffer.from(key).toString('hex');
  return rows.map((row) => (row?.key === 'device-key' ? toHex(row.value) : (row?.value as Uint8Array[])?.map(toHex)));
}

/** Another device's ledger: its events and its keys, as its backup brings them. */
async function otherDevice(...orders: Parameters<typeof made.purchase>[]) {
  const db = await emptyLedger();
  for (const order of orders) await addPurchases(db, [made.purchase(...order)], at(order[0]));
  const keys = ((await keysIn(db)).flat() as string[]).filter(Boolean);
  return { keys, events: await db.getAllFromIndex('events', 'seq') };
}

async function restore(db: LedgerDb, { keys, events }: Awaited<ReturnType<typeof otherDevice>>): Promise<void> {
  await adoptKeys(db, keys);
  await addRestoredEvents(db, { events, ahead: 0 });
}

describe('the keys of a backup', () => {
  test.each(['without any key', 'with a key and no order'])('never become its own in a ledger %s', async (how) => {
    const db = await emptyLedger();
    if (how !== 'without any key') await addPurchases(db, [], at(0));
    const [before] = await keysIn(db);
    await adoptKeys(db, [hex('aa'), hex('bb')]);
    const [own, older] = await keysIn(db);
    expect(own).toMatch(/^[\da-f]{64}$/u);
    expect([hex('aa'), hex('bb')]).not.toContain(own);
    if (before !== undefined) expect(own).toBe(before);
    expect(older).toEqual([hex('aa'), hex('bb')]);
    await addPurchases(db, [made.purchase(1)], at(1));
    const under = (key: unknown) =>
      createHmac('sha256', Buffer.from(String(key), 'hex'))
        .update('jd:290011223344')
        .digest('hex');
    expect(await db.getAll('orders')).toMatchObject([{ orderKey: `jd:${under(own)}` }]);
  });

  test('stand beside the ledger’s own where it has orders, once', async () => {
    const db = await emptyLedger();
    await addPurchases(db, [made.purchase(1)], at(1));
    const [own] = await keysIn(db);
    for (const keys of [[hex('aa'), hex('bb')], [hex('aa')], [hex('cc'), own as string]]) await adoptKeys(db, keys);
    expect(await keysIn(db)).toEqual([own, [hex('cc'), hex('aa'), hex('bb')]]);
  });

  test('that are too many push out no file’s own, and how many found no place is said', async () => {
    const db = await emptyLedger();
    const many = Array.from({ length: 100 }, (_key, nth) => (100 + nth).toString(16).padStart(64, '0'));
    expect(await adoptKeys(db, many)).toBe(50);
    expect(await adoptKeys(db, many)).toBe(50); // sent once more
    const second = await otherDevice([1]);
    expect(await adoptKeys(db, second.keys)).toBe(1);
    expect(await adoptKeys(db, [hex('aa')])).toBe(1);
    expect((await keysIn(db))[1]).toEqual([hex('aa'), ...second.keys, ...many.slice(0, 48)]);
    await restore(db, second);
    expect(await addPurchases(db, [made.purchase(1)], at(2))).toBe(0);
  });

  test('of none leave everything as it is', async () => {
    const db = await emptyLedger();
    await adoptKeys(db, []);
    expect(await keysIn(db)).toEqual([undefined, undefined]);
  });
});

describe('an order of a backup', () => {
  test('is known again on the machine that had none', async () => {
    const db = await emptyLedger();
    await restore(db, await otherDevice([1]));
    expect(await addPurchases(db, [made.purchase(1)], at(2))).toBe(0);
    expect(await addPurchases(db, [made.purchase(1, { status: 'refunded' })], at(3))).toBe(1);
    expect(await db.getAll('orders')).toMatchObject([{ status: 'refunded' }]);
  });

  test('is known again beside orders under another key', async () => {
    const db = await emptyLedger();
    await addPurchases(db, [made.purchase(1, { orderId: '1' })], at(1));
    await restore(db, await otherDevice([1, { orderId: '2' }]));
    expect(await addPurchases(db, [made.purchase(1, { orderId: '2' })], at(2))).toBe(0);
    expect(await addPurchases(db, [made.purchase(1, { orderId: '2', status: 'completed' })], at(3))).toBe(1);
    expect((await db.getAll('orders')).map(({ status }) => status).sort()).toEqual(['completed', 'paid']);
  });

  test('that both machines had read is one again when it is read the next time', async () => {
    const db = await emptyLedger();
    await appendEvents(db, [made.sighting(0, made.jdItem)]);
    const second = { itemId: '7', itemKey: 'jd:7', title: '袜子' };
    const other = await otherDevice([1, { shop: '一家店', refundedFen: 100 }], [2, second], [3, { orderId: 'alone' }]);
    await addPurchases(db, [made.purchase(1, { status: 'completed' })], at(50));
    await restore(db, other);
    expect(await db.count('orders')).toBe(4);
    expect(await getSummary(db)).toMatchObject({ unmatchedPurchases: 1 });

    const page = [made.purchase(1, { status: 'completed' }), made.purchase(2, second)];
    await addPurchases(db, page, at(60));
    const lines = await db.getAll('orders');
    expect(lines.map(({ title }) => title).sort()).toEqual(['羊毛衫', '羊毛衫', '袜子']);
    const [joined] = lines.filter(({ shop }) => shop !== undefined);
    expect(joined).toMatchObject({ status: 'completed', refundedFen: 100, firstSeenAt: made.start + 1 });
    expect(new Set(lines.map(({ orderKey }) => orderKey)).size).toBe(2);
    expect(await addPurchases(db, page, at(70))).toBe(0);
    expect(await getSummary(db)).toMatchObject({
      platforms: [{ platform: 'jd', purchased: 1 }],
      unmatchedPurchases: 1,
    });
    const { memory } = await rebuildLists(db);
    expect([...memory.rowsOf('orders').values()]).toEqual(expect.arrayContaining(lines));
    expect(memory.rowsOf('orders').size).toBe(lines.length);
  });

  test('of another machine is not mistaken for one of this', async () => {
    const db = await emptyLedger();
    await addPurchases(db, [made.purchase(1, { orderId: '1' })], at(1));
    await restore(db, await otherDevice([1, { orderId: '2' }]));
    await addPurchases(db, [made.purchase(1, { orderId: '1' }), made.purchase(1, { orderId: '2' })], at(5));
    expect(await db.count('orders')).toBe(2);
  });
});
