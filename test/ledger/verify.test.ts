import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Progress } from '@/utils/core/backup';
import { appendEvents } from '@/utils/ledger/append';
import { appendExposures } from '@/utils/ledger/exposures';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases } from '@/utils/ledger/purchases';
import { repairLedger } from '@/utils/ledger/repair';
import { allStores, type LedgerDb } from '@/utils/ledger/schema';
import { siftEvents } from '@/utils/ledger/sift';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import * as made from './made-events';
import { life, live } from './made-life';

let names = 0;
const open = () => openLedger({ name: `verify-${String((names += 1))}` });
const now = made.start + 1e9;
const itemKey = 'jd:100012043978';

let db: LedgerDb;
beforeEach(async () => {
  db = await open();
  await appendEvents(db, [made.note(0), made.sighting(1, made.jdItem), made.collect(2, true)]);
  await appendEvents(db, [made.sighting(3, made.unionLink), made.click(4, made.unionLink)]);
  await appendEvents(db, [made.landing(5, itemKey), made.page(6, false), made.want(7, itemKey, true)]);
  await addPurchases(db, [made.purchase(9)], { at: made.start + 9, zoneMinutes: 480 });
  await appendExposures(db, [made.exposure(1), made.exposure(2)]);
});

/** A row as it never should be: no type helps against a broken disk. */
const put = (store: (typeof allStores)[number], row: object) => db.put(store, row as never);

async function dump(): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const name of allStores) rows[name] = await db.getAll(name);
  return rows;
}

test('a ledger that lived is sound, whatever its life', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(life, async (deeds) => {
      db = await open();
      await live(db, deeds);
      const verification = await verifyLedger(db);
      expect(verification).toMatchObject({ differences: [], corrupt: [], unlisted: [] });
      expect(isSound(verification)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

/** What is done to the disk, and what the check says of it. */
const lists: [string, () => Promise<unknown>, object][] = [
  ['an item is missing', () => db.delete('items', itemKey), { store: 'items', key: itemKey, how: 'missing' }],
  ['an item nobody saw', () => put('items', { key: 'jd:1' }), { store: 'items', key: 'jd:1', how: 'extra' }],
  [
    'a counter went wrong',
    async () => put('counters', { ...(await db.getAll('counters'))[0], seen: 99 }),
    { store: 'counters', how: 'different' },
  ],
  [
    'a coverage row is wrong',
    async () => put('coverage', { ...(await db.getAll('coverage'))[0], unread: {} }),
    { store: 'coverage', how: 'different' },
  ],
  [
    'a word that the person never said',
    async () => put('items', { ...(await db.get('items', itemKey)), unwantedAt: made.start }),
    { store: 'items', key: itemKey, how: 'different' },
  ],
  ['the summary is lost', () => db.delete('meta', 'summary'), { store: 'meta', key: 'summary', how: 'missing' }],
  [
    'an alias leads nowhere',
    () => put('meta', { key: 'alias:https://u.jd.com/aB3dE9', value: 'jd:2' }),
    { store: 'meta', key: 'alias:https://u.jd.com/aB3dE9', how: 'different' },
  ],
  ['an alias nobody learnt', () => put('meta', { key: 'alias:x', value: 'jd:2' }), { key: 'alias:x', how: 'extra' }],
  [
    'a note lost its items',
    async () => put('notes', { ...(await db.getAll('notes'))[0], itemKeys: [] }),
    { store: 'notes', how: 'different' },
  ],
  [
    'an order that nobody placed',
    async () => put('orders', { ...(await db.getAll('orders'))[0], key: 'jd:x' }),
    { store: 'orders', key: 'jd:x', how: 'extra' },
  ],
  ['the last place is forgotten', () => db.delete('meta', 'seq'), { store: 'meta', key: 'seq', how: 'different' }],
];

const firstEvent = async () => (await db.getAllFromIndex('events', 'seq'))[0] ?? {};
const rows: [string, () => Promise<unknown>, object][] = [
  [
    'an event without a link',
    async () => put('events', { ...made.click(8, made.jdItem), link: 'x', seq: 99 }),
    { store: 'events', reason: 'link' },
  ],
  [
    'an event without a time',
    async () => put('events', { ...(await firstEvent()), at: NaN }),
    { store: 'events', reason: 'at' },
  ],
  [
    'an event of a later version',
    () => put('events', { ...made.click(8, made.jdItem), type: 'dream', seq: 99 }),
    { store: 'events', reason: 'type' },
  ],
  [
    'an item of another type',
    () => put('items', { key: itemKey, savedBy: 5 }),
    { store: 'items', key: itemKey, reason: 'platform' },
  ],
  [
    'an item with a time that is none',
    async () => put('items', { ...(await db.get('items', itemKey)), savedAt: 'yesterday' }),
    { store: 'items', key: itemKey, reason: 'savedAt' },
  ],
  ['a row under a number', () => put('notes', { key: 5 }), { store: 'notes', key: 5, reason: 'key' }],
  [
    'a broken summary',
    () => put('meta', { key: 'summary', value: 7 }),
    { store: 'meta', key: 'summary', reason: 'value' },
  ],
  [
    'broken counts',
    () => put('meta', { key: 'counts', value: null }),
    { store: 'meta', key: 'counts', reason: 'value' },
  ],
  [
    'an exposure without states',
    () => put('exposures', { ...made.exposure(3), states: undefined }),
    { store: 'exposures', reason: 'states' },
  ],
];

describe('a check', () => {
  test.each(lists)('finds that %s', async (_title, damage, difference) => {
    await damage();
    const verification = await verifyLedger(db);
    expect(verification.differences).toEqual([expect.objectContaining(difference)]);
    expect(isSound(verification)).toBe(false);
  });

  test.each(rows)('finds %s', async (_title, damage, corrupt) => {
    await damage();
    const verification = await verifyLedger(db);
    expect(verification.corrupt).toEqual([expect.objectContaining(corrupt)]);
    expect(isSound(verification)).toBe(false);
  });

  test('counts what is there against what the ledger says', async () => {
    const [exposure] = await db.getAll('exposures');
    await db.delete('exposures', exposure?.id ?? '');
    await db.delete('events', (await db.getAllFromIndex('events', 'seq')).at(-1)?.id ?? '');
    const { counts } = await verifyLedger(db);
    expect(counts).toMatchObject({ stored: { events: 9, exposures: 2 }, found: { events: 8, exposures: 1 } });
  });

  test('changes nothing', async () => {
    await put('items', { key: 'jd:1' });
    const before = await dump();
    await verifyLedger(db);
    expect(await dump()).toEqual(before);
  });

  test('tells how far it is over events and exposures, and stops when asked', async () => {
    const told: number[][] = [];
    await verifyLedger(db, { onProgress: ({ done, total }) => told.push([done, total]) });
    expect(told.at(-1)).toEqual([11, 11]);
    await expect(verifyLedger(db, { signal: AbortSignal.abort() })).rejects.toThrow('abort');
    const control = new AbortController();
    const stopAtEnd = ({ done }: Progress) => done === 11 && control.abort();
    const stopped = verifyLedger(db, { signal: control.signal, onProgress: stopAtEnd });
    await expect(stopped).rejects.toThrow('abort');
  });

  const { tab: _lost, ...half } = made.click(8, made.jdItem);
  test.each([
    ['adds an event', () => appendEvents(db, [made.click(9, made.jdItem)])],
    ['completes one that was read', () => appendEvents(db, [{ ...half, tab: 1 }])],
    ['repairs', () => repairLedger(db, { now })],
  ])('is not misled by a writer that %s meanwhile', async (_title, write) => {
    const many = Array.from({ length: 1_000 }, (_row, place) => made.click(10 + place, made.jdItem));
    await appendEvents(db, [half, ...many]);
    const writes: unknown[] = [];
    const onProgress = () => writes.length < 3 && writes.push(write());
    const verification = await verifyLedger(db, { onProgress });
    await Promise.all(writes);
    expect(writes).toHaveLength(3);
    expect(isSound(verification), JSON.stringify(verification)).toBe(true);
  });
});

describe('a repair', () => {
  test.each(lists)('mends that %s', async (_title, damage) => {
    const before = await dump();
    await damage();
    expect(await repairLedger(db, { now })).toMatchObject({ changed: 1 });
    const { quarantine, ...rest } = await dump();
    expect({ ...rest, quarantine: [] }).toEqual(before);
    expect(quarantine?.length).toBeLessThan(2);
  });

  test.each(rows)('puts %s aside and changes nothing more when done again', async (_title, damage, corrupt) => {
    await damage();
    const [{ store, key } = { store: 'items' as const, key: '' }] = (await verifyLedger(db)).corrupt;
    const row = await db.get(store, IDBKeyRange.only(key));
    expect(await repairLedger(db, { now })).toMatchObject({ quarantined: 1 });
    const [aside] = await db.getAll('quarantine');
    expect(aside).toMatchObject({ ...corrupt, key: `${store}:${String(key)}`, store, at: now });
    expect(aside?.row).toEqual(row);
    expect(isSound(await verifyLedger(db))).toBe(true);
    const after = await dump();
    expect(await repairLedger(db, { now: now + 1 })).toEqual({ changed: 0, quarantined: 0 });
    expect(await dump()).toEqual(after);
  });

  test('lists an event that came while the row of its item was broken', async () => {
    await put('items', { key: itemKey, journey: 1, savedBy: 1 });
    await siftEvents(db, [made.click(60_000, made.jdItem)]);
    expect(await db.get('meta', 'unlisted')).toMatchObject({ value: 1 });
    expect(await repairLedger(db, { now })).toMatchObject({ quarantined: 1 });
    expect(await db.get('meta', 'unlisted')).toMatchObject({ value: 0 });
    expect(await db.get('items', itemKey)).toMatchObject({ state: 'bought', savedBy: [expect.any(String), 'item'] });
    expect((await db.getAll('counters')).reduce((sum, { clicked }) => sum + clicked, 0)).toBe(2);
  });

  test('keeps the sum of what was and is', async () => {
    const sum = async () => {
      const row = await db.get('meta', 'counts');
      return row?.key === 'counts' ? row.value.events + row.value.erasedEvents : 0;
    };
    const before = await sum();
    await put('events', { ...(await firstEvent()), at: NaN });
    await repairLedger(db, { now });
    expect(await sum()).toBe(before);
    expect((await verifyLedger(db)).counts).toMatchObject({
      stored: { events: 8, erasedEvents: 1 },
      found: { events: 8 },
    });
  });

  test('counts as erased what it puts aside, and nothing else that is gone: a loss must show in the sum', async () => {
    const [, second] = await db.getAllFromIndex('events', 'seq');
    const [exposure, other] = await db.getAll('exposures');
    await db.delete('events', second?.id ?? '');
    await db.delete('exposures', exposure?.id ?? '');
    await put('exposures', { ...other, states: undefined });
    await repairLedger(db, { now });
    const counts = { events: 8, exposures: 0, erasedEvents: 0, erasedExposures: 1 };
    expect(await db.get('meta', 'counts')).toEqual({ key: 'counts', value: counts });
  });

  test('stopped half way leaves everything as it was', async () => {
    await put('events', { ...(await firstEvent()), at: NaN });
    await db.delete('items', itemKey);
    const before = await dump();
    const counting = vi.spyOn(IDBObjectStore.prototype, 'count').mockImplementation(() => {
      throw new DOMException('', 'UnknownError');
    });
    await expect(repairLedger(db, { now })).rejects.toThrow();
    counting.mockRestore();
    expect(await dump()).toEqual(before);
  });
});
