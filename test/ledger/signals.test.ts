import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LedgerEvent } from '@/utils/core/events';
import { appendEvents } from '@/utils/ledger/append';
import { eraseThing } from '@/utils/ledger/erasure/erase-thing';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases, keyedSignal } from '@/utils/ledger/purchases';
import type { LedgerDb } from '@/utils/ledger/schema';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import * as made from './made-events';

let db: LedgerDb;
let names = 0;
beforeEach(async () => {
  db = await openLedger({ name: `signals-${String((names += 1))}` });
  await add(made.sighting(1, made.jdItem));
});

const key = made.jdItem.key;
const add = (...events: LedgerEvent[]) => appendEvents(db, events);
const journey = async () => (await db.get('items', key))?.journey.map(({ step, evidence }) => `${step} ${evidence}`);
const list = (at: number, change: Parameters<typeof made.purchase>[1] = {}) =>
  addPurchases(db, [made.purchase(at, change)], { at: made.start + at, zoneMinutes: 480 });

/** An order's own page, as the background stores what it says. */
async function told(at: number, name: 'order-placed' | 'paid', orderId = made.purchase(0).orderId) {
  const { itemKey: _none, ...row } = made.signal(at, name);
  const event = await keyedSignal(db, { ...row, space: 'jd', orderId });
  await add(event);
  return event;
}

test('what was done with an item in its shop stands in its journey, with how it is known', async () => {
  await add(made.signal(10, 'favourited', { evidence: 'inferred' }), made.signal(20, 'cart-added'));
  await add(made.signal(30, 'cart-added'));
  expect(await journey()).toEqual(['seen observed', 'favourited inferred', 'carted observed']);
  expect((await db.get('items', key))?.state).toBe('seen');
});

test('it is counted by day, shop and deed, and links are not', async () => {
  await add(made.signal(10, 'cart-added'), made.signal(20, 'cart-added'), made.signal(30, 'followed', { shopId: '9' }));
  const rows = (await db.getAll('counters')).filter(({ done }) => done !== undefined);
  expect(rows).toEqual([
    expect.objectContaining({ day: '2026-11-20', platform: 'jd', surface: 'cart-added', done: 2, seen: 0, clicked: 0 }),
    expect.objectContaining({ surface: 'followed', done: 1 }),
  ]);
});

test('what was done with an item that no note showed is nobody’s business', async () => {
  const foreign = made.signal(10, 'cart-added', { itemKey: 'jd:5' });
  const { itemKey: _none, ...bare } = made.signal(11, 'followed', { shopId: '9' });
  expect((await add(foreign, bare)).passed).toEqual([foreign.id, bare.id]);
});

describe("an order's own page", () => {
  test.each(['before', 'after'] as const)('dates the order %s its list is read', async (when) => {
    if (when === 'after') await list(60_000);
    await told(61_000, 'order-placed');
    if (when === 'before') await list(60_000);
    expect(await journey()).toEqual(['seen observed', 'bought observed', 'ordered observed']);
  });

  test('dates an order whose list has no date, so that it can come from the note', async () => {
    const { orderedAt: _none, ...undated } = made.purchase(60_000);
    await addPurchases(db, [undated], { at: made.start + 60_000, zoneMinutes: 480 });
    expect(await journey()).toEqual(['seen observed']);
    await told(59_000, 'order-placed');
    expect(await journey()).toEqual(['seen observed', 'ordered observed', 'bought observed']);
  });

  test('makes no purchase: without a list there is none', async () => {
    await told(10, 'order-placed');
    await told(20, 'paid');
    expect(await db.getAll('orders')).toEqual([]);
    expect(await journey()).toEqual(['seen observed']);
  });

  test('says when it was paid, unless the list states it', async () => {
    await list(60_000, { orderedAt: made.start + 60_000 });
    await told(65_000, 'paid');
    expect(await db.getAll('orders')).toMatchObject([{ paidAt: made.start + 65_000 }]);
    await list(60_000, { paidAt: made.start + 62_000 });
    await told(70_000, 'paid');
    expect(await db.getAll('orders')).toMatchObject([{ paidAt: made.start + 62_000 }]);
    expect(await journey()).toEqual(['seen observed', 'bought observed', 'paid observed']);
  });

  test('of another order says nothing of this one', async () => {
    await list(60_000);
    await told(61_000, 'order-placed', '290099998888');
    expect(await journey()).toEqual(['seen observed', 'bought observed']);
  });

  test('is kept under a key: its number stands nowhere', async () => {
    const { orderId } = made.purchase(0);
    await told(10, 'order-placed');
    const stores = [...db.objectStoreNames];
    const all = await Promise.all(stores.map((store) => db.getAll(store)));
    expect(JSON.stringify(all)).toContain('order-placed');
    expect(JSON.stringify(all)).not.toContain(orderId);
  });
});

describe('erased', () => {
  test('with its item, the page of its order included', async () => {
    await add(made.signal(10, 'cart-added'));
    await list(60_000);
    await told(61_000, 'order-placed');
    await eraseThing(db, { kind: 'item', key });
    expect(await db.count('events')).toBe(0);
    expect((await db.getAll('meta')).map(({ key: name }) => name).filter((name) => name.includes(':'))).toEqual([]);
  });

  test('the page of an order that has another line stays', async () => {
    await addPurchases(db, [made.purchase(1, { itemId: '7', itemKey: 'jd:7', title: '灯' })], {
      at: made.start,
      zoneMinutes: 480,
    });
    await list(60_000);
    await told(61_000, 'order-placed');
    await eraseThing(db, { kind: 'item', key });
    expect((await db.getAll('events')).map(({ type }) => type).sort()).toEqual(['purchase', 'signal']);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test('with its note, when no other note shows the item', async () => {
    await add(made.signal(10, 'cart-added'));
    await eraseThing(db, { kind: 'note', site: 'xiaohongshu', id: '65f000000000000012345678' });
    expect(await db.count('events')).toBe(0);
  });
});
