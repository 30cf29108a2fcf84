import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { readBill } from '@/utils/bills';
import type { LedgerEvent } from '@/utils/core/events';
import type { Purchase } from '@/utils/core/types';
import { appendEvents } from '@/utils/ledger/append';
import { eraseImport } from '@/utils/ledger/erasure/erase-import';
import { openLedger } from '@/utils/ledger/open';
import { orderLines } from '@/utils/ledger/order-lines';
import { addPurchases, keyedPurchase, type KeyedPurchase } from '@/utils/ledger/purchases';
import type { LedgerDb } from '@/utils/ledger/schema';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import { readOrders } from '@/utils/platforms';
import { readBytes } from '../bills/files';
import { countedIn, tallyOfAll, times } from './counted';
import * as made from './made-events';

let db: LedgerDb;
let names = 0;
beforeEach(async () => {
  db = await openLedger({ name: `twins-${String((names += 1))}` });
});

const hour = 3_600_000;
const add = (...events: LedgerEvent[]) => appendEvents(db, events);
const told = (at: number, ...purchases: KeyedPurchase[]) =>
  addPurchases(db, purchases, { at: made.start + at, zoneMinutes: 480 });

const counted = () => countedIn(db);

const pdd = { space: 'pdd', platform: 'pinduoduo', orderPaidFen: 1090 };
const page = made.purchase(2 * hour, { ...pdd, orderId: '260105-1', itemId: '9', itemKey: 'pdd:9', title: '纸巾' });
const { itemId: _id, itemKey: _key, orderedAt: _at, ...bare } = page;
const bill = (change: Partial<KeyedPurchase> = {}): KeyedPurchase => ({
  ...bare,
  orderId: 'XP16260105',
  title: '',
  source: 'bill',
  paidAt: made.start + 3 * hour,
  ...change,
});
const rowOf = async (by: 'page' | 'bill') => (await db.getAll('orders')).find(({ source }) => source === by)!;
const sound = async () => isSound(await verifyLedger(db));

describe('an order and a bill that may be one purchase under two numbers', () => {
  test.each([
    ['the page first', [page, bill()]],
    ['the bill first', [bill(), page]],
  ])('count once until the person has answered: %s', async (_title, readings) => {
    for (const [place, each] of readings.entries()) await told(place, each);
    expect(await counted()).toEqual(times(1, 1));
    expect((await rowOf('bill')).mayBe).toBe((await rowOf('page')).key);
    expect(await sound()).toBe(true);
  });

  test('count twice when the answer is no, once when it is yes, and wait again when it is taken back', async () => {
    await told(1, page, bill());
    const [line, other] = [(await rowOf('bill')).key, (await rowOf('page')).key];
    for (const [at, word, expected] of [
      [1, 'different', times(2, 0)],
      [2, 'same', times(1, 0)],
      [3, 'none', times(1, 1)],
    ] as const) {
      await add(made.match(at, { line, other, platform: 'pinduoduo', word }));
      expect(await counted(), word).toEqual(expected);
      expect(await sound()).toBe(true);
    }
  });

  test('an answer about an item is one as well', async () => {
    await add(made.sighting(1, made.jdItem));
    await told(1, page, bill());
    await add(made.match(2, { line: (await rowOf('bill')).key, item: made.jdItem.key, word: 'same' }));
    expect((await rowOf('bill')).mayBe).toBeUndefined();
    expect((await counted()).spent).toEqual([[2, 2180]]);
  });

  test.each<[string, Partial<KeyedPurchase>]>([
    ['another amount', { orderPaidFen: 1091 }],
    ['another time', { paidAt: made.start + 4 * hour + 1 }],
    ['no time', { paidAt: undefined as never }],
    ['another shop', { space: 'jd', platform: 'jd' }],
  ])('are two where the bill tells %s', async (_title, change) => {
    const { paidAt, ...rest } = bill(change);
    await told(1, page, paidAt === undefined ? rest : { ...rest, paidAt });
    expect(await rowOf('bill')).not.toHaveProperty('mayBe');
    expect((await counted()).exported).toBe(2);
  });

  test('are one across the edge of a shelf, wherever it lies', async () => {
    for (const [place, at] of [0, 2, 4, 6, 8, 10].map((hours) => hours * hour).entries()) {
      const fen = 2_000 + place;
      const one = { ...page, orderId: `p${String(place)}`, orderPaidFen: fen, orderedAt: made.start + at };
      await told(
        1,
        one,
        bill({ orderId: `XP${String(place)}`, orderPaidFen: fen, paidAt: made.start + at + 2 * hour }),
      );
    }
    const rows = await db.getAll('orders');
    expect(rows.filter(({ mayBe }) => mayBe !== undefined)).toHaveLength(6);
    expect(await sound()).toBe(true);
  });

  test('count once as well where a second bill may be that order, until one of them is gone', async () => {
    await told(1, page, bill());
    const importId = 'second';
    const second = bill({ orderId: 'XP2', paidAt: made.start + 3.5 * hour });
    await addPurchases(db, [second], { at: made.start + 2, zoneMinutes: 480, importId });
    expect(await counted()).toEqual(times(1, 2));
    expect(await sound()).toBe(true);
    await eraseImport(db, importId);
    expect(await counted()).toEqual(times(1, 1));
  });

  test('stay apart where the order has its own bill already', async () => {
    await told(1, page, bill({ orderId: page.orderId }), bill());
    expect((await counted()).spent).toEqual([[2, 2180]]);
  });

  test('are the order alone when its page names the number of the bill', async () => {
    await told(1, page, bill());
    await told(2, { ...page, orderId: bill().orderId });
    expect(await counted()).toEqual(times(2, 0));
    expect((await db.getAll('orders')).filter(({ mayBe }) => mayBe !== undefined)).toEqual([]);
    expect(await sound()).toBe(true);
  });
});

describe('what came back by a bill that is the same purchase', () => {
  const second: KeyedPurchase = { ...page, itemId: '8', itemKey: 'pdd:8', title: '毛巾' };
  const answer = async (at: number, word: 'same' | 'none') => {
    const [line, other] = [(await rowOf('bill')).key, (await rowOf('page')).key];
    await add(made.match(at, { line, other, platform: 'pinduoduo', word }));
  };
  const back = async () => {
    const tally = tallyOfAll();
    for (const row of await db.getAll('orders')) tally.addLine(row);
    return tally.end().spending.months.map(({ paidFen, refundedFen }) => [paidFen, refundedFen]);
  };
  const exported = async () => {
    const lines = [];
    for await (const some of orderLines(db)) lines.push(...some);
    return lines.flatMap((line) => ('isUntold' in line ? [] : [[line.title, line.status]])).sort();
  };

  test.each([
    ['one line', [page]],
    ['several', [page, second]],
  ])('is in the sums, once: an order of %s', async (_title, lines) => {
    await told(1, ...lines, bill({ refundedFen: 500 }));
    await answer(2, 'same');
    expect(await back()).toEqual([[1090, 500]]);
    await told(3, bill({ refundedFen: 700 }));
    expect(await back()).toEqual([[1090, 700]]);
    expect(await sound()).toBe(true);
    await answer(4, 'none');
    expect(await back()).toEqual([[1090, 0]]);
    expect(await sound()).toBe(true);
  });

  test('ends all lines of the order where it is the whole, and none once the answer is taken back', async () => {
    await told(1, page, second, bill({ status: 'refunded' }));
    await answer(2, 'same');
    expect(await exported()).toEqual([
      ['毛巾', 'refunded'],
      ['纸巾', 'refunded'],
    ]);
    expect(await back()).toEqual([[1090, 1090]]);
    expect((await counted()).unmatched).toBe(0);
    await answer(3, 'none');
    expect(await exported()).toEqual([
      ['毛巾', page.status],
      ['纸巾', page.status],
    ]);
    expect(await sound()).toBe(true);
  });

  test('ends a line as well that is read later, and those that are of one item', async () => {
    const { skuId: _sku, ...plain } = page;
    const [red, blue] = [
      { ...plain, skuId: '1' },
      { ...plain, skuId: '2' },
    ];
    await add(made.sighting(1, { ...made.jdItem, key: 'pdd:9' }));
    await told(1, red, blue, bill({ status: 'refunded' }));
    await answer(2, 'same');
    await told(3, second);
    expect((await exported()).map(([, status]) => status)).toEqual(['refunded', 'refunded', 'refunded']);
    expect(await back()).toEqual([[1090, 1090]]);
    expect(await sound()).toBe(true);
  });
});

test('the orders of the fixtures that are one count once, and their refunds too', async () => {
  const url = 'https://mobile.pinduoduo.com/orders.html';
  const text = (name: string) => new TextDecoder().decode(readBytes(name));
  const isPdd = ({ platform }: Purchase) => platform === 'pinduoduo';
  const keyed = (purchases: readonly Purchase[]) =>
    purchases.filter(isPdd).map((each) => keyedPurchase(() => 'pdd', each));
  await told(1, ...keyed(readOrders(url, text('pdd-order_list_v4.json')).found));
  const { unanswered: none, ...before } = await counted();
  for (const name of ['alipay-bill.gbk.csv', 'wechat-bill.utf8bom.csv'])
    await told(2, ...keyed(readBill(readBytes(name), name).found));
  const { unanswered, ...after } = await counted();
  expect([none, unanswered]).toEqual([0, 2]);
  expect(after).toEqual(before);
  expect(await sound()).toBe(true);
});
