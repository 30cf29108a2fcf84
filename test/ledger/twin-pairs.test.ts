import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LedgerEvent } from '@/utils/core/events';
import { appendEvents } from '@/utils/ledger/append';
import { memoryLedger } from '@/utils/ledger/memory';
import { openLedger } from '@/utils/ledger/open';
import { project } from '@/utils/ledger/projections';
import { addPurchases, type KeyedPurchase } from '@/utils/ledger/purchases';
import type { LedgerDb, OrderRow } from '@/utils/ledger/schema';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import { countedIn, tallyOfAll, times } from './counted';
import * as made from './made-events';

let db: LedgerDb;
let names = 0;
const open = async () => (db = await openLedger({ name: `twin-pairs-${String((names += 1))}` }));
beforeEach(async () => void (await open()));

const hour = 3_600_000;
const add = (...events: LedgerEvent[]) => appendEvents(db, events);
const told = (...purchases: KeyedPurchase[]) =>
  addPurchases(db, purchases, { at: made.start + 9 * hour, zoneMinutes: 480 });
const counted = () => countedIn(db);
const sound = async () => isSound(await verifyLedger(db));

const pdd = { space: 'pdd', platform: 'pinduoduo', orderPaidFen: 1090 };
const pageAt = (hours: number, orderId: string, change: Partial<KeyedPurchase> = {}) =>
  made.purchase(hours * hour, { ...pdd, orderId, itemId: '9', itemKey: 'pdd:9', title: orderId, ...change });
const { itemId: _id, itemKey: _key, orderedAt: _at, ...bare } = pageAt(0, '');
const billAt = (hours: number, orderId: string): KeyedPurchase => ({
  ...bare,
  orderId,
  title: orderId,
  source: 'bill',
  paidAt: made.start + hours * hour,
});

/** The line of that title, and the title of the line that it may be. */
async function lineOf(title: string): Promise<OrderRow> {
  return (await db.getAll('orders')).find((row) => row.title === title)!;
}
async function askedOf(title: string): Promise<string | undefined> {
  const { mayBe, mayBeOf } = await lineOf(title);
  const other = (await db.getAll('orders')).find(({ key }) => key === mayBe);
  return other && `${other.title}/${String(mayBeOf ?? 1)}`;
}

let said = 0;
async function say(title: string, word: 'same' | 'different' | 'none', of: string): Promise<void> {
  const [{ key: line }, { key: other }] = [await lineOf(title), await lineOf(of)];
  await add(made.match(10 * hour + (said += 1), { line, other, platform: 'pinduoduo', word }));
}

describe('two orders and two bills of one amount, within two hours', () => {
  const [page1, page2, bill1, bill2] = [pageAt(2, 'p1'), pageAt(2.5, 'p2'), billAt(2.1, 'b1'), billAt(3, 'b2')];

  test.each([
    ['the pages first', [page1, page2, bill1, bill2]],
    ['the bills first', [bill2, bill1, page2, page1]],
    ['in turn', [bill1, page2, bill2, page1]],
  ])('count twice before the answers and after: %s', async (_title, readings) => {
    for (const each of readings) await told(each);
    expect(await counted()).toEqual(times(2, 2));
    expect([await askedOf('b1'), await askedOf('b2')]).toEqual(['p1/2', 'p2/2']);
    await say('b1', 'same', 'p1');
    expect(await counted()).toEqual(times(2, 1));
    expect([await askedOf('b1'), await askedOf('b2')]).toEqual([undefined, 'p2/1']);
    expect(await sound()).toBe(true);
    await say('b2', 'same', 'p2');
    expect(await counted()).toEqual(times(2, 0));
    expect(await sound()).toBe(true);
  });

  test('go on to the next order where the answer is no, and count for themselves after the last', async () => {
    await told(page1, page2, bill1, bill2);
    await say('b1', 'different', 'p1');
    expect([await counted(), await askedOf('b1')]).toEqual([times(2, 2), 'p2/1']);
    await say('b1', 'different', 'p2');
    expect([await counted(), await askedOf('b1')]).toEqual([times(3, 1), undefined]);
    await say('b2', 'different', 'p2');
    await say('b2', 'different', 'p1');
    expect(await counted()).toEqual(times(4, 0));
    await say('b1', 'none', 'p2');
    expect([await counted(), await askedOf('b1')]).toEqual([times(3, 1), 'p2/1']);
    expect(await sound()).toBe(true);
  });

  test('go on to the next where an order is said to be of another bill, and come back with that word', async () => {
    await told(page1, bill1, bill2);
    expect([await counted(), await askedOf('b1'), await askedOf('b2')]).toEqual([times(1, 2), 'p1/1', 'p1/1']);
    await say('b2', 'same', 'p1');
    expect([await counted(), await askedOf('b1')]).toEqual([times(2, 0), undefined]);
    await say('b2', 'none', 'p1');
    expect([await counted(), await askedOf('b1')]).toEqual([times(1, 2), 'p1/1']);
    expect(await sound()).toBe(true);
  });

  test('of an order of several lines all are told by one bill', async () => {
    const second = pageAt(2, 'p1', { itemId: '8', itemKey: 'pdd:8', title: 'p1, too' });
    await told(page1, second, bill1, bill2);
    const { mayBe = '' } = await lineOf('b1');
    await add(
      made.match(10 * hour, { line: (await lineOf('b1')).key, other: mayBe, platform: 'pinduoduo', word: 'same' }),
    );
    expect(await lineOf('b2')).not.toHaveProperty('mayBe');
    expect((await counted()).spent).toEqual([[2, 2 * 1090]]);
    expect(await sound()).toBe(true);
  });
});

/** The lists in memory, where orders have their numbers for keys. */
function inMemory() {
  const { tx, rowsOf } = memoryLedger();
  const rows = () => [...rowsOf('orders').values()] as OrderRow[];
  const read = async (...purchases: KeyedPurchase[]) => {
    for (const { orderId, space, ...purchase } of purchases) {
      const evidence = purchase.source === 'bill' ? 'imported' : 'observed';
      const base = { id: crypto.randomUUID(), at: made.start + 9 * hour, zoneMinutes: 480 };
      await project(tx, { ...base, type: 'purchase', evidence, orderKey: `${space}:${orderId}`, purchase });
    }
  };
  const spent = () => {
    const tally = tallyOfAll();
    for (const row of rows().sort((a, b) => (a.key < b.key ? -1 : 1))) tally.addLine(row);
    return tally.end().spending.months.reduce((sum, { orders }) => sum + orders, 0);
  };
  return { tx, rows, read, spent, waiting: () => rows().filter(({ mayBe }) => mayBe !== undefined) };
}

const orderOf = (line: string | undefined) => line?.split(':', 2).join(':');

const asked = (rows: readonly OrderRow[]) =>
  rows
    .filter(({ source }) => source === 'bill')
    .map(({ orderKey, mayBe, mayBeOf }) => `${orderKey} ${String(orderOf(mayBe))} ${String(mayBeOf)}`)
    .sort();

test.each<[string, Partial<KeyedPurchase>]>([
  ['amount', { orderPaidFen: 2000 }],
  ['time', { orderedAt: made.start + 30 * hour }],
  ['time on the same shelf', { orderedAt: made.start + 5.9 * hour }],
])('a bill is asked about no longer when its order turns out to have another %s', async (_title, change) => {
  const { read, rows, spent } = inMemory();
  await read(pageAt(4.1, 'p1'), billAt(3.8, 'b1'));
  expect([asked(rows()), spent()]).toEqual([['pdd:b1 pdd:p1 undefined'], 1]);
  await read(pageAt(4.1, 'p1', change));
  expect([asked(rows()), spent()]).toEqual([['pdd:b1 undefined undefined'], 2]);
  await read(pageAt(4.1, 'p1'));
  expect([asked(rows()), spent()]).toEqual([['pdd:b1 pdd:p1 undefined'], 1]);
});

describe('more than a shelf holds', () => {
  const many = (one: (place: number) => KeyedPurchase) => Array.from({ length: 101 }, (_, place) => one(place));

  test('is no single order, however many lines it has', async () => {
    const { read, rows, spent } = inMemory();
    await read(...many((at) => pageAt(2, 'p1', { itemId: String(at), itemKey: `pdd:${String(at)}` })));
    await read(pageAt(2.3, 'p2'), billAt(2.1, 'b1'));
    expect([asked(rows()), spent()]).toEqual([['pdd:b1 pdd:p1 2'], 2]);
  });

  test('of orders: a bill near them waits, whether or not it may be one of those kept', async () => {
    const { read, rows, spent } = inMemory();
    await read(
      billAt(3.9, 'b1'),
      ...many((at) => pageAt(at === 100 ? 1.95 : 0.1, `p${String(at)}`)),
      billAt(3.7, 'b2'),
    );
    expect([asked(rows()), spent()]).toEqual([['pdd:b1 pdd:b1 undefined', 'pdd:b2 pdd:b2 undefined'], 101]);
  });

  test('of bills: those that no order could find wait', async () => {
    const { read, spent, waiting } = inMemory();
    await read(...many((at) => billAt(2, `b${String(at)}`)));
    expect([spent(), waiting().length]).toEqual([100, 1]);
    await read(pageAt(2.5, 'p1'));
    expect([spent(), waiting().length]).toEqual([1, 101]);
  });
});

/** A purchase as it was: in half hours, told by a page of so many lines, by a bill with another number, or by both. */
const truth = fc.record({
  at: fc.nat(9),
  lines: fc.constantFrom(0, 1, 1, 1, 2),
  isBilled: fc.constantFrom('other', 'other', 'own', 'no'),
  late: fc.nat(3),
  fen: fc.constantFrom(1090, 1090, 1090, 2000),
});
type Truth = typeof truth extends fc.Arbitrary<infer T> ? T : never;

/** Everything that tells of a purchase, by its place. */
function readingsOf({ at, lines, isBilled, late, fen }: Truth, place: number) {
  const name = String(place);
  const pages = Array.from({ length: lines }, (_, line) =>
    pageAt(at / 2, name, {
      itemId: String(line),
      itemKey: `pdd:${String(line)}`,
      title: String(line),
      orderPaidFen: fen,
    }),
  );
  const bill = { ...billAt((at + late) / 2, isBilled === 'own' ? name : `X${name}`), orderPaidFen: fen };
  return [...pages, ...(isBilled === 'no' && lines > 0 ? [] : [bill])].map((purchase) => ({ place, purchase }));
}

const story = fc
  .array(truth, { minLength: 1, maxLength: 5 })
  .map((truths) => truths.flatMap(readingsOf))
  .chain((readings) =>
    fc.record({
      one: fc.shuffledSubarray(readings, { minLength: readings.length }),
      other: fc.shuffledSubarray(readings, { minLength: readings.length }),
      answers: fc.infiniteStream(fc.nat()),
    }),
  );
const placeOf = (orderKey: string | undefined) => Number(orderKey?.replace(/^pdd:X?/u, ''));

describe('whatever is told, and in whatever order', () => {
  test(
    'the same is asked, nothing ever counts twice, and all of it once after true answers',
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(story, async ({ one, other, answers }) => {
          const [ledger, again] = [inMemory(), inMemory()];
          const known = new Set<number>();
          for (const reading of one) {
            await ledger.read(reading.purchase);
            known.add(reading.place);
            expect(ledger.spent()).toBeLessThanOrEqual(known.size);
          }
          for (const { purchase } of other) await again.read(purchase);
          expect(asked(again.rows())).toEqual(asked(ledger.rows()));
          for (let waiting = ledger.waiting(); waiting.length > 0; waiting = ledger.waiting()) {
            const row = waiting[Number(answers.next().value) % waiting.length]!;
            const isOne = placeOf(orderOf(row.mayBe)) === placeOf(row.orderKey);
            const word = isOne ? 'same' : 'different';
            await project(ledger.tx, made.match((said += 1), { line: row.key, other: row.mayBe!, word }));
            expect(ledger.spent()).toBeLessThanOrEqual(known.size);
          }
          expect(ledger.spent()).toBe(known.size);
        }),
        { seed: 20261130, numRuns: 60 },
      );
    },
  );

  test('a rebuild finds what is stored', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(story, async ({ one, answers }) => {
        await open();
        for (const { purchase } of one) await told(purchase);
        for (let left = 12; left > 0; left -= 1) {
          const waiting = (await db.getAll('orders')).filter(({ mayBe }) => mayBe !== undefined);
          const row = waiting[Number(answers.next().value) % Math.max(1, waiting.length)];
          if (!row) break;
          const word = Number(answers.next().value) % 2 ? 'same' : 'different';
          await add(made.match(10 * hour + (said += 1), { line: row.key, other: row.mayBe!, word }));
        }
        expect(await sound()).toBe(true);
      }),
      { seed: 20261130, numRuns: 6 },
    );
  });
});
