import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { appendEvents } from '@/utils/ledger/append';
import { appendExposures } from '@/utils/ledger/exposures';
import { openLedger } from '@/utils/ledger/open';
import { getSummary } from '@/utils/ledger/queries';
import type { LedgerDb } from '@/utils/ledger/schema';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import { fillDisk } from './full-disk';
import * as made from './made-events';

let db: LedgerDb;
let names = 0;
beforeEach(async () => {
  db = await openLedger({ name: `counts-${String((names += 1))}` });
});

const countsOf = async () => (await db.get('meta', 'counts'))?.value;
const some = (count: number) => Array.from({ length: count }, (_row, place) => made.exposure(place));

test('events and exposures are counted as they come, a second copy is not', async () => {
  const events = [made.sighting(1, made.jdItem), made.click(2, made.jdItem)];
  const exposures = some(3);
  await appendEvents(db, events);
  await appendEvents(db, [...events, made.click(3, made.jdItem)]);
  await appendExposures(db, exposures);
  await appendExposures(db, [...exposures, ...some(1)]);
  expect(await countsOf()).toEqual({ events: 3, exposures: 4, erasedEvents: 0, erasedExposures: 0 });
  expect([await db.count('events'), await db.count('exposures')]).toEqual([3, 4]);
});

test('what needs no place is not counted', async () => {
  await appendEvents(db, [made.want(1, 'jd:1', true)]);
  expect(await countsOf()).toMatchObject({ events: 0 });
});

test('a visit that is said to end again is one visit, and what could not be read adds up', async () => {
  const unread = [{ where: 'units', reason: 'shape' as const }];
  const end = (at: number, change: object) => ({ ...made.page(at, true), ...change });
  await appendEvents(db, [end(1, { settled: false, unread: [] })]);
  await appendEvents(db, [end(2, { after: 'unsettled', unread })]);
  await appendEvents(db, [end(3, { after: 'settled', unread })]);
  const many = { where: 'units', reason: 'shape', count: 19_000 };
  await appendEvents(db, [end(4, { after: 'settled', unread: [many, ...unread] })]);
  expect(await db.getAll('coverage')).toMatchObject([{ visits: 1, unread: { 'units: shape': 19_003 } }]);
  expect((await db.get('meta', 'unread-pages'))?.value).toEqual([{ page: 'xiaohongshu|note', count: 19_003 }]);
  expect(await getSummary(db)).toMatchObject({ unread: 19_003 });
  expect(isSound(await verifyLedger(db))).toBe(true);
});

test('the first copy of an exposure stays', async () => {
  const row = made.exposure(1);
  await appendExposures(db, [row]);
  expect(await appendExposures(db, [{ ...row, durationMs: 9 }])).toEqual([row.id]);
  expect(await db.get('exposures', row.id)).toEqual(row);
});

test('two copies of an exposure in one batch are one, the first', async () => {
  const [row, other] = [made.exposure(1), made.exposure(2)];
  expect(await appendExposures(db, [row, other, { ...row, durationMs: 9 }])).toHaveLength(3);
  expect(await db.getAll('exposures')).toEqual([row, other]);
  expect(await countsOf()).toMatchObject({ exposures: 2 });
});

test('exposures are written some at a time, not flushed; events are', async () => {
  const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await appendExposures(db, some(401));
  expect(transactions.mock.calls.map(([, , options]) => options)).toEqual(
    Array.from({ length: 3 }, () => ({ durability: 'relaxed' })),
  );
  await appendEvents(db, [made.click(1, made.jdItem)]);
  expect(transactions.mock.lastCall?.[2]).toEqual({ durability: 'strict' });
  transactions.mockRestore();
});

describe.each(['row', 'commit'] as const)('a disk that is full at the %s', (at) => {
  test.each([
    ['events', () => appendEvents(db, [made.click(1, made.jdItem), made.click(2, made.jdItem)])],
    ['exposures', () => appendExposures(db, some(2))],
  ])('neither %s nor their count are there, and the reason is told', async (store, write) => {
    const giveRoom = fillDisk(at);
    await expect(write()).rejects.toMatchObject({ name: 'QuotaExceededError' });
    giveRoom();
    expect(await db.count(store as 'events')).toBe(0);
    expect(await countsOf()).toMatchObject({ events: 0, exposures: 0 });
  });
});
