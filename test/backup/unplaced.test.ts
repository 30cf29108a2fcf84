import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { noCounts } from '@/utils/core/health';
import { appendEvents } from '@/utils/ledger/append';
import { planRestore } from '@/utils/ledger/backup/plan';
import { repairLedger } from '@/utils/ledger/repair';
import type { LedgerDb } from '@/utils/ledger/schema';
import * as made from '../ledger/made-events';
import { machine } from './machine';
import { backupOf, emptyLedger, exposure, storesOf, textOf } from './support';

const now = made.start + 1e9;
const middle = made.click(8, made.jdItem);

let db: LedgerDb;
beforeEach(async () => {
  db = await emptyLedger();
  await appendEvents(db, [made.note(0), made.sighting(1, made.jdItem), middle, made.click(9, made.jdItem)]);
});

/** A row as it never should be: no type helps against a broken disk. */
const put = (store: 'events' | 'meta' | 'quarantine' | 'exposures', row: object) => db.put(store, row as never);
const eventsIn = async () => (await textOf(await backupOf(db))).match(/^\{"event".*$/gmu) ?? [];
const plan = async () => planRestore(await emptyLedger(), await backupOf(db));
const whole = { wholeness: 'whole', unwritten: 0, refused: { count: 0 } };

describe('an event that lost its place', () => {
  test.each([NaN, 'last', undefined, null, 2.5, -1, 0])('(%j) is in the backup', async (seq) => {
    await put('events', { ...middle, seq });
    expect(await plan()).toMatchObject({ ...whole, events: { fresh: 4 } });
    const again = await machine();
    expect(await again.restore(await backupOf(db), { rowsAtOnce: 500 })).toMatchObject({ end: 'done', added: 4 });
    await repairLedger(db, { now });
    const { items, notes, counters, events } = await storesOf(db);
    expect(await storesOf(again.db)).toMatchObject({ items, notes, counters });
    const restored = (await again.db.getAllFromIndex('events', 'seq')).map(({ id, late }) => ({ id, late }));
    expect(restored.at(-1)).toEqual({ id: middle.id, late: true });
    expect(restored.length).toBe(events?.length);
  });

  test('or has one behind all that are given is in it too', async () => {
    await put('events', { ...middle, seq: Number.MAX_SAFE_INTEGER });
    expect(await plan()).toMatchObject({ ...whole, events: { fresh: 4 } });
  });

  test('is in it, and so is the last one, whatever became of the ledger’s own marks', async () => {
    await put('events', { ...middle, seq: 'x' });
    await put('meta', { key: 'counts', value: { events: 'many' } });
    await put('meta', { key: 'seq', value: 1 });
    expect(await plan()).toMatchObject({ ...whole, events: { fresh: 4 } });
  });

  test('stands by its time among others like it', async () => {
    const late = [made.click(30, made.jdItem), made.click(20, made.jdItem)];
    for (const row of late) await put('events', { ...row, seq: undefined });
    await put('meta', { key: 'counts', value: { ...noCounts, events: 6 } });
    await put('events', { ...middle, seq: undefined });
    const all = (await eventsIn()).map((line) => JSON.parse(line) as { event: { id: string; seq: number } });
    const places = [middle, late[1]!, late[0]!].map(({ id }, nth) => ({ id, seq: 5 + nth }));
    expect(all.slice(-3).map(({ event: { id, seq } }) => ({ id, seq }))).toEqual(places);
  });

  test('and more than that is in it as it is, and a restore says why it refuses it', async () => {
    await put('events', { ...middle, seq: 'x', link: 7 });
    expect(await plan()).toMatchObject({
      wholeness: 'whole',
      unwritten: 0,
      events: { fresh: 3 },
      refused: { count: 1, first: [{ id: middle.id, reason: 'shape' }] },
    });
  });
});

describe('what a repair has put aside', () => {
  test('is in the backup, and a restore says why it refuses it', async () => {
    await put('events', { ...middle, seq: 3, link: 7 });
    await put('exposures', { ...exposure(1), unit: 'none' });
    await repairLedger(db, { now });
    expect(await db.count('quarantine')).toBe(2);
    expect(await plan()).toMatchObject({
      wholeness: 'whole',
      unwritten: 0,
      events: { fresh: 3 },
      refused: { count: 2, first: [{ id: middle.id }, { id: exposure(1).id }] },
    });
  });

  test('and can be read since comes back', async () => {
    await db.delete('events', middle.id);
    await put('quarantine', { key: `events:${middle.id}`, store: 'events', row: { ...middle, seq: 3 }, at: now });
    expect(await plan()).toMatchObject({ ...whole, events: { fresh: 4 } });
  });

  test.each([{ row: undefined }, { row: { ...middle, seq: 3n } }])(
    'and no text can hold is counted (%#)',
    async (rest) => {
      await put('quarantine', { key: 'events:x', store: 'events', at: now, ...rest });
      expect(await plan()).toMatchObject({ wholeness: 'whole', unwritten: 1, events: { fresh: 4 } });
    },
  );

  test('of a list is made anew by a restore', async () => {
    await put('quarantine', { key: 'items:x', store: 'items', at: now, row: { key: 'x' } });
    expect(await plan()).toMatchObject({ ...whole, events: { fresh: 4 } });
  });
});

test('an exposure whose id is a number is in the backup, and a restore says why it refuses it', async () => {
  await put('exposures', { ...exposure(1), id: 7 });
  expect(await plan()).toMatchObject({ wholeness: 'whole', unwritten: 0, refused: { count: 1 } });
});
