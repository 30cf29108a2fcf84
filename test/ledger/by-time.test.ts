import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { appendEvents } from '@/utils/ledger/append';
import { happeningsByTime, notesByTime, sightingsFinder } from '@/utils/ledger/by-time';
import { appendExposures } from '@/utils/ledger/exposures';
import { openLedger } from '@/utils/ledger/open';
import { itemPages, orderLines } from '@/utils/ledger/order-lines';
import { addPurchases } from '@/utils/ledger/purchases';
import type { LedgerDb } from '@/utils/ledger/schema';
import * as made from './made-events';

let db: LedgerDb;
let names = 0;
beforeEach(async () => {
  db = await openLedger({ name: `by-time-${String((names += 1))}` });
});

const always = { from: 0, to: 8e15 };

async function collect<T>(pages: AsyncIterable<T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}

async function timesOf(stretch = always): Promise<number[]> {
  return (await collect(happeningsByTime(db, stretch).happenings)).map(({ at }) => at - made.start);
}

test('events and exposures come by time, whatever the order they were written in', async () => {
  await appendEvents(db, [made.note(500), made.sighting(500, made.jdItem)]);
  await appendEvents(db, [made.note(100), made.page(900, true)]);
  await appendExposures(
    db,
    [600, 50, 500, 1_000].map((at) => made.exposure(at)),
  );
  expect(await timesOf()).toEqual([50, 100, 500, 500, 500, 600, 900, 1_000]);
  expect(await timesOf({ from: made.start + 100, to: made.start + 600 })).toEqual([100, 500, 500, 500, 600]);
});

test('pages of one moment lose none and repeat none', async () => {
  const rows = [...Array<number>(1_203).fill(7), ...Array.from({ length: 600 }, (_row, place) => 8 + place)];
  await appendExposures(
    db,
    rows.map((at) => made.exposure(at)),
  );
  const found = await collect(happeningsByTime(db, always).happenings);
  expect([found.length, new Set(found.map(({ id }) => id)).size]).toEqual([1_803, 1_803]);
  const times = found.map(({ at }) => at);
  expect(times).toEqual([...times].sort((a, b) => a - b));
}, 30_000);

test('a row that nobody can read is counted and costs no other', async () => {
  await appendExposures(db, [made.exposure(1), made.exposure(2)]);
  const broken = { ...made.exposure(3), states: 'gone' };
  await db.put('exposures', broken as never);
  const read = happeningsByTime(db, always);
  expect(await collect(read.happenings)).toHaveLength(2);
  expect(read.dropped()).toBe(1);
});

test('an empty ledger tells nothing', async () => {
  expect(await timesOf()).toEqual([]);
  expect(await collect(orderLines(db))).toEqual([]);
});

test('the sightings of one note, and of no other whose id begins alike', async () => {
  const other = '65f000000000000012345679';
  await appendEvents(db, [made.note(0), made.note(0, { id: other })]);
  await appendEvents(db, [made.sighting(1, made.jdItem), made.sighting(2, made.taobaoItem)]);
  await appendEvents(db, [made.sighting(3, made.jdItem, { noteId: other })]);
  const find = sightingsFinder(db);
  const keys = async (id: string) => (await find('xiaohongshu', id)).map(({ link }) => link.key);
  expect(await keys('65f000000000000012345678')).toEqual(['ali:1059057030771', 'jd:100012043978']);
  expect(await keys(other)).toEqual(['jd:100012043978']);
  expect(await keys('65f')).toEqual([]);
});

test('order lines know when their item was saved, and items come whole', async () => {
  await appendEvents(db, [made.note(0), made.sighting(0, made.jdItem), made.want(10, 'jd:100012043978', true)]);
  await addPurchases(db, [made.purchase(20)], { at: made.start + 30, zoneMinutes: 480 });
  await db.put('items', { key: 'broken' } as never);
  expect(await collect(orderLines(db))).toMatchObject([
    { itemKey: 'jd:100012043978', status: 'paid', firstSavedAt: made.start + 10, firstSeenAt: made.start + 30 },
  ]);
  expect((await collect(itemPages(db))).map(({ key }) => key)).toEqual(['jd:100012043978']);
});

test('notes by time', async () => {
  await appendEvents(db, [made.note(5), made.sighting(6, made.jdItem)]);
  expect((await collect(notesByTime(db, always))).map(({ type }) => type)).toEqual(['note']);
});
