import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LedgerEvent } from '@/utils/core/events';
import { appendEvents } from '@/utils/ledger/append';
import { addRestoredEvents } from '@/utils/ledger/backup/add';
import { eraseThing } from '@/utils/ledger/erasure/erase-thing';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases, type KeyedPurchase } from '@/utils/ledger/purchases';
import { getSummary, listItems } from '@/utils/ledger/queries';
import type { LedgerDb } from '@/utils/ledger/schema';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import * as made from './made-events';

let db: LedgerDb;
let names = 0;
const open = () => openLedger({ name: `words-${String((names += 1))}` });
beforeEach(async () => {
  db = await open();
});

const jd = made.jdItem.key;
const add = (...events: LedgerEvent[]) => appendEvents(db, events);
const told = (at: number, purchase: KeyedPurchase) =>
  addPurchases(db, [purchase], { at: made.start + at, zoneMinutes: 480 });
const { itemId: _id, itemKey: _key, ...bare } = made.purchase(60_000);
const bill: KeyedPurchase = { ...bare, title: '羊毛衫 秋冬', source: 'bill', paidAt: made.start + 60_000 };
const item = async (key = jd) => db.get('items', key);
const sound = async () => isSound(await verifyLedger(db));

async function lineOf(title: string): Promise<string> {
  return (await db.getAll('orders')).find((row) => row.title === title)?.key ?? '';
}

/** An item on a note, and a bill's line that names no item. */
async function unmatched(): Promise<string> {
  await add(made.sighting(1, made.jdItem), made.sighting(2, made.taobaoItem));
  await told(70_000, bill);
  return lineOf(bill.title);
}

describe("the person's word on what an order is of", () => {
  test('counts from when it is said, and no longer when it is taken back', async () => {
    const line = await unmatched();
    expect(await item()).toMatchObject({ state: 'seen' });
    await add(made.match(80_000, { line, item: jd, word: 'same' }));
    expect(await item()).toMatchObject({ state: 'bought', purchasedAt: made.start + 60_000, title: '羊毛衫 秋冬' });
    expect(await getSummary(db)).toMatchObject({
      unmatchedPurchases: 0,
      platforms: [{ platform: 'jd', purchased: 1 }],
    });
    await add(made.match(90_000, { line, item: jd, word: 'none' }));
    expect(await item()).toMatchObject({ state: 'seen' });
    expect(await getSummary(db)).toMatchObject({ unmatchedPurchases: 1, platforms: [] });
    expect(await sound()).toBe(true);
  });

  test('stays when the bill is read again, and when a page names another item', async () => {
    const line = await unmatched();
    await add(made.match(80_000, { line, item: jd, word: 'same' }));
    await told(90_000, { ...bill, status: 'refunded' });
    expect(await item()).toMatchObject({ state: 'refunded' });
    await told(91_000, made.purchase(60_000, { itemId: '7', itemKey: 'jd:7', status: 'completed' }));
    expect(await item()).toMatchObject({ state: 'refunded' });
    expect(await db.getAll('orders')).toMatchObject([{ itemKey: jd, namedKey: 'jd:7' }]);
  });

  test('of another item takes it from the first', async () => {
    const line = await unmatched();
    await add(made.match(80_000, { line, item: jd, word: 'same' }));
    await add(made.match(81_000, { line, item: made.taobaoItem.key, word: 'same' }));
    expect([(await item())?.state, (await item(made.taobaoItem.key))?.state]).toEqual(['seen', 'bought']);
    expect((await listItems(db, 'purchasedAt')).items).toHaveLength(1);
  });

  test('can deny what the forms say', async () => {
    await add(made.sighting(1, made.jdItem));
    await told(70_000, made.purchase(60_000));
    expect(await item()).toMatchObject({ state: 'bought' });
    const [line = ''] = await db.getAllKeys('orders');
    await add(made.match(80_000, { line, item: jd, word: 'different' }));
    expect(await item()).toMatchObject({ state: 'seen' });
    expect(await getSummary(db)).toMatchObject({ unmatchedPurchases: 1 });
    await add(made.match(81_000, { line, item: jd, word: 'none' }));
    expect(await item()).toMatchObject({ state: 'bought' });
  });

  test('follows a link that turns out to be an item', async () => {
    await add(made.sighting(1, made.unionLink));
    await told(70_000, bill);
    const line = await lineOf(bill.title);
    await add(made.match(80_000, { line, item: made.unionLink.key, word: 'same' }));
    await add(made.click(90_000, made.unionLink), made.landing(90_001, jd));
    expect(await item()).toMatchObject({ state: 'bought' });
    expect(await db.getAll('orders')).toMatchObject([{ itemKey: jd, words: [{ item: jd, word: 'same' }] }]);
    expect(await sound()).toBe(true);
  });

  test('that it is not of a link stands when the link turns out to be the item that the forms name', async () => {
    await add(made.sighting(1, made.unionLink), made.sighting(2, made.jdItem));
    await told(70_000, made.purchase(60_000));
    const [line = ''] = await db.getAllKeys('orders');
    await add(made.match(80_000, { line, item: made.unionLink.key, word: 'different' }));
    expect(await item()).toMatchObject({ state: 'bought' });
    await add(made.click(90_000, made.unionLink), made.landing(90_001, jd));
    expect(await db.getAll('orders')).toMatchObject([{ namedKey: jd, words: [{ item: jd, word: 'different' }] }]);
    expect(await item()).toMatchObject({ state: 'visited' });
    expect(await getSummary(db)).toMatchObject({ unmatchedPurchases: 1, platforms: [] });
    expect(await sound()).toBe(true);
  });

  test('of a link comes back as one of its item when the word on another item is taken back', async () => {
    await add(made.sighting(1, made.unionLink), made.sighting(2, made.taobaoItem));
    await told(70_000, bill);
    const line = await lineOf(bill.title);
    await add(made.match(80_000, { line, item: made.unionLink.key, word: 'same' }));
    await add(made.match(81_000, { line, item: made.taobaoItem.key, word: 'same' }));
    await add(made.click(90_000, made.unionLink), made.landing(90_001, jd));
    await add(made.match(91_000, { line, item: made.taobaoItem.key, word: 'none' }));
    expect(await item()).toMatchObject({ state: 'bought' });
    expect(await sound()).toBe(true);
  });

  test('on a line that is not there is not kept', async () => {
    const word = made.match(80_000, { line: 'jd:0f::', item: jd, word: 'same' });
    expect(await add(word)).toEqual({ stored: [], passed: [word.id] });
  });

  test('stands beside what was said of another bill that turns out to be of the same order', async () => {
    const line = await unmatched();
    const other = { ...bill, orderId: 'XP1', title: '钱包', orderPaidFen: 500 };
    await told(71_000, other);
    const denied = await lineOf(other.title);
    await add(made.match(80_000, { line, item: jd, word: 'same' }));
    await add(made.match(81_000, { line: denied, item: made.taobaoItem.key, word: 'different' }));
    await told(90_000, { ...bill, alsoIds: [other.orderId] });
    expect(await db.getAll('orders')).toMatchObject([
      { itemKey: jd, words: [{ item: jd }, { item: made.taobaoItem.key, word: 'different' }] },
    ]);
    expect(await sound()).toBe(true);
  });

  test('that comes late, from a backup, gives way to a newer one', async () => {
    const line = await unmatched();
    await add(made.match(90_000, { line, item: jd, word: 'different' }));
    await addRestoredEvents(db, { events: [made.match(80_000, { line, item: jd, word: 'same' })], ahead: 0 });
    expect(await item()).toMatchObject({ state: 'seen' });
    expect(await sound()).toBe(true);
  });

  test.each([
    ['the item', { kind: 'item', key: jd }],
    ['its shop', { kind: 'platform', platform: 'jd' }],
  ] as const)('goes with %s, and so does the bill’s line', async (_title, what) => {
    const line = await unmatched();
    await add(made.match(80_000, { line, item: jd, word: 'same' }));
    await eraseThing(db, what);
    expect((await db.getAll('events')).map(({ type }) => type)).toEqual(['sighting']);
    expect(await db.count('orders')).toBe(0);
  });

  test('leaves the bill’s line where it was taken back before', async () => {
    const line = await unmatched();
    await add(
      made.match(80_000, { line, item: jd, word: 'same' }),
      made.match(80_001, { line, item: jd, word: 'none' }),
    );
    await eraseThing(db, { kind: 'item', key: jd });
    expect((await db.getAll('events')).map(({ type }) => type).sort()).toEqual(['purchase', 'sighting']);
  });
});

describe("the person's word on two orders that are one", () => {
  const page = made.purchase(60_000, { orderId: '260815-625140067923519', title: '纸巾' });

  async function twins() {
    await add(made.sighting(1, made.jdItem));
    await told(70_000, page);
    await told(71_000, bill);
    return { line: await lineOf(bill.title), other: await lineOf('纸巾') };
  }

  test('one of them counts, and has what the other one learns', async () => {
    const { line, other } = await twins();
    expect(await getSummary(db)).toMatchObject({ unmatchedPurchases: 0, platforms: [{ purchased: 1 }] });
    await add(made.match(80_000, { line, other, word: 'same', by: 'amount-time' }));
    expect(await getSummary(db)).toMatchObject({ unmatchedPurchases: 0, platforms: [{ purchased: 1 }] });
    await told(90_000, { ...bill, status: 'refunded' });
    expect(await item()).toMatchObject({ state: 'refunded' });
    expect((await item())?.journey.at(-1)).toMatchObject({ step: 'refunded', at: made.start + 90_000 });
    expect(await sound()).toBe(true);
  });

  test('stands where the one turns out to have another number', async () => {
    const known = { ...bill, orderId: 'XP1', title: '京东', orderPaidFen: 500 };
    await told(69_000, known);
    const { line, other } = await twins();
    await add(made.match(80_000, { line, other, word: 'same', by: 'amount-time' }));
    await told(90_000, { ...known, alsoIds: [page.orderId] });
    await told(91_000, { ...bill, status: 'refunded' });
    expect(await item()).toMatchObject({ state: 'refunded' });
    const [one] = (await db.getAll('orders')).filter(({ twinOf }) => twinOf === undefined);
    await add(made.match(92_000, { line, other: one?.key ?? '', word: 'none' }));
    expect((await db.getAll('orders')).filter(({ twinOf, twin }) => twinOf ?? twin)).toEqual([]);
    expect(await sound()).toBe(true);
  });

  test('said to be two, they are not asked about again where the one turns out to have another number', async () => {
    const known = { ...page, orderId: 'XP1', itemId: '9', itemKey: 'jd:9', title: '裙子', orderPaidFen: 500 };
    await told(69_000, known);
    const { line, other } = await twins();
    expect((await db.get('orders', line))?.mayBe).toBe(other);
    await add(made.match(80_000, { line, other, word: 'different', by: 'amount-time' }));
    await told(90_000, { ...known, alsoIds: [page.orderId] });
    expect((await db.get('orders', line))?.mayBe).toBeUndefined();
    expect(await db.getAllKeys('orders')).not.toContain(other);
    expect(await sound()).toBe(true);
  });

  test('and is known by the number from before, out of a backup', async () => {
    const known = { ...bill, orderId: 'XP1', title: '京东', orderPaidFen: 500 };
    await told(69_000, known);
    const { line, other } = await twins();
    await told(90_000, { ...known, alsoIds: [page.orderId] });
    const words = [
      made.match(80_000, { line, other, word: 'same', by: 'amount-time' }),
      made.match(80_001, { line: other, item: jd, word: 'different' }),
    ];
    await addRestoredEvents(db, { events: words, ahead: 0 });
    const rows = await db.getAll('orders');
    const [one] = rows.filter(({ twinOf }) => twinOf === undefined);
    expect(rows).toHaveLength(2);
    expect(rows.find(({ twinOf }) => twinOf !== undefined)).toMatchObject({ key: line, twinOf: one?.key });
    expect(one).toMatchObject({ words: [{ item: jd, word: 'different' }], namedKey: jd });
    expect(await sound()).toBe(true);
  });

  test('taken back, both are there as they were', async () => {
    const { line, other } = await twins();
    const before = await db.getAll('orders');
    await add(made.match(80_000, { line, other, word: 'same' }), made.match(80_001, { line, other, word: 'none' }));
    expect((await db.getAll('orders')).map(({ words: _said, ...row }) => row)).toEqual(before);
    expect(await getSummary(db)).toMatchObject({ unmatchedPurchases: 0 });
    expect(await sound()).toBe(true);
  });
});
