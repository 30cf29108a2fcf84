import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { LedgerEvent } from '@/utils/core/events';
import { appendEvents } from '@/utils/ledger/append';
import { addRestoredEvents } from '@/utils/ledger/backup/add';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases, type KeyedPurchase } from '@/utils/ledger/purchases';
import { tellParts } from '@/utils/ledger/projections/split';
import { ledgerStores, type LedgerDb } from '@/utils/ledger/schema';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import * as made from './made-events';

let db: LedgerDb;
let names = 0;
let readings = 0;
beforeEach(async () => {
  db = await openLedger({ name: `split-words-${String((names += 1))}` });
  await appendEvents(db, [made.sighting(1, made.jdItem), made.sighting(2, made.taobaoItem)]);
});

const [noted, colour, other] = ['100012043978', '100012043999', '100000000007'];
const item = `jd:${noted}`;
const whole = '300000000001';
const add = (...events: LedgerEvent[]) => appendEvents(db, events);
const tell = (...purchases: KeyedPurchase[]) =>
  addPurchases(db, purchases, { at: made.start + 70_000 + (readings += 1), zoneMinutes: 480 });
const line = (orderId: string, sku: string, change: Partial<KeyedPurchase> = {}) =>
  made.purchase(60_000, { orderId, itemId: sku, skuId: sku, itemKey: `jd:${sku}`, title: `示例 ${sku}`, ...change });
const part = (no: number, sku: string) =>
  line(`30000000010${String(no)}`, sku, { partOf: whole, orderPaidFen: 10_000 });
const { itemId: _id, skuId: _sku, itemKey: _key, ...bare } = line(whole, noted);
const bill: KeyedPurchase = { ...bare, title: '京东商品', source: 'bill', paidAt: made.start + 60_000 };

const keyOf = async (title: string) => (await db.getAll('orders')).find((row) => row.title === title)?.key ?? '';
const say = async (title: string, said: Omit<Parameters<typeof made.match>[1], 'line'>) =>
  add(made.match(80_000, { line: await keyOf(title), ...said }));
/** Of the lines that count: what they name, and what they are of. */
const counted = async () =>
  (await db.getAll('orders'))
    .filter(({ twinOf }) => twinOf === undefined)
    .map(({ itemId, itemKey }) => [itemId, itemKey])
    .sort();
const sound = async () => isSound(await verifyLedger(db));

describe('what the person said of an order that is split later', () => {
  test('"this bill is of that item" is of the one part', async () => {
    await tell(bill);
    await say(bill.title, { item, word: 'same' });
    await tell(part(1, colour));
    expect(await counted()).toEqual([[colour, item]]);
    expect(await db.get('items', item)).toMatchObject({ state: 'bought' });
    expect(await sound()).toBe(true);
  });

  test.each([
    ['of the part that names the item', [noted, other], [item, `jd:${other}`]],
    ['of all parts where none does', [colour, other], [item, item]],
  ])('and of several parts %s, whichever comes first', async (_title, skus, expected) => {
    const orders = [skus, skus.toReversed()];
    for (const [place, each] of orders.entries()) {
      db = await openLedger({ name: `split-words-several-${String(names)}-${String(place)}` });
      await add(made.sighting(1, made.jdItem));
      await tell(bill);
      await say(bill.title, { item, word: 'same' });
      for (const [no, sku] of each.entries()) await tell(part(no, sku));
      expect(await counted()).toEqual(skus.map((sku, at) => [sku, expected[at]]).sort());
      expect(await sound()).toBe(true);
    }
  });

  test('"not from this note" of a line is of the part with that thing', async () => {
    await tell(line(whole, noted), line(whole, other));
    await say(`示例 ${noted}`, { item, word: 'different' });
    await tell(part(1, other), part(2, noted));
    expect(await counted()).toEqual([
      [other, `jd:${other}`],
      [noted, undefined],
    ]);
    expect(await sound()).toBe(true);
  });

  test('stands when the parts come again, and is taken back at the part', async () => {
    await tell(bill);
    await say(bill.title, { item, word: 'same' });
    await tell(part(1, colour));
    await tell({ ...part(1, colour), status: 'completed' }, bill);
    expect(await counted()).toEqual([[colour, item]]);
    await say(`示例 ${colour}`, { item, word: 'none' });
    await tell({ ...part(1, colour), status: 'refunded' }, part(2, other));
    expect(await counted()).toEqual([
      [other, item],
      [colour, `jd:${colour}`],
    ]);
    expect(await sound()).toBe(true);
  });

  test('of an opaque link is of the part that names its item, once a landing tells that', async () => {
    await add(made.sighting(3, made.unionLink));
    await tell(bill);
    await say(bill.title, { item: made.unionLink.key, word: 'same' });
    await tell(part(1, noted), part(2, other));
    expect(await counted()).toEqual([
      [other, made.unionLink.key],
      [noted, made.unionLink.key],
    ]);
    await add(made.click(90_000, made.unionLink), made.landing(90_001, item));
    expect(await counted()).toEqual([
      [other, `jd:${other}`],
      [noted, item],
    ]);
    expect(await sound()).toBe(true);
  });

  test('is of the parts where it comes late, out of a backup', async () => {
    await tell(bill, part(1, colour));
    const word = made.match(80_000, { line: await keyOf(bill.title), item, word: 'same' });
    await addRestoredEvents(db, { events: [word], ahead: 0 });
    expect(await counted()).toEqual([[colour, item]]);
    expect(await sound()).toBe(true);
  });

  test('"these two are one" is of the parts, which count no more than the whole did', async () => {
    await tell(line('260815-625140067923519', other, { title: '纸巾' }), bill);
    await say(bill.title, { other: await keyOf('纸巾'), word: 'same' });
    await tell(part(1, colour), part(2, noted));
    expect(await counted()).toEqual([[other, `jd:${other}`]]);
    expect(await sound()).toBe(true);
  });

  test('a bill that is not of the order is asked about no part of it either', async () => {
    const wallet = { ...bill, orderId: 'XP1', title: '钱包' };
    await tell(line(whole, noted, { orderPaidFen: 10_000 }), { ...wallet, orderPaidFen: 10_000 });
    const [waiting] = (await db.getAll('orders')).filter(({ mayBe }) => mayBe !== undefined);
    await say('钱包', { other: waiting?.mayBe ?? '', word: 'different' });
    await tell(part(1, noted));
    expect((await db.getAll('orders')).filter(({ mayBe }) => mayBe !== undefined)).toEqual([]);
    expect(await sound()).toBe(true);
  });
});

test('lines of parts that know what was said are not looked up again', async () => {
  const lines = Array.from({ length: 40 }, (_each, place) => ({
    ...part(1, String(1_000 + place)),
    status: 'paid' as const,
  }));
  await tell(...lines);
  const tx = db.transaction(ledgerStores, 'readwrite');
  const orders = tx.objectStore('orders');
  const [known] = await orders.getAll();
  const looked = vi.spyOn(IDBObjectStore.prototype, 'get');
  await tellParts(tx, known?.partOf);
  const keys = looked.mock.calls.map(([key]) => String(key)).filter((key) => key.startsWith('jd:'));
  looked.mockRestore();
  await tx.done;
  expect([known?.partOf?.slice(0, 3), keys]).toEqual(['jd:', []]);
});
