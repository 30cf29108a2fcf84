import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { appendEvents } from '@/utils/ledger/append';
import { startBackup } from '@/utils/ledger/backup/write';
import { eraseThing } from '@/utils/ledger/erasure/erase-thing';
import { openLedger } from '@/utils/ledger/open';
import { repairLedger } from '@/utils/ledger/repair';
import type { LedgerDb } from '@/utils/ledger/schema';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import { noImports } from '../backup/support';
import * as made from './made-events';

let names = 0;
const open = () => openLedger({ name: `places-${String((names += 1))}` });
const now = made.start + 1e9;

let db: LedgerDb;
beforeEach(async () => {
  db = await open();
  await appendEvents(db, [made.note(0), made.sighting(1, made.jdItem), made.click(9, made.jdItem)]);
});

/** A row as it never should be: no type helps against a broken disk. */
const put = (store: 'events' | 'meta', row: object) => db.put(store, row as never);
const events = () => db.getAllFromIndex('events', 'seq');

describe('the last place that was given', () => {
  test.each(['x', null, {}, 1.5, NaN])('said to be %j is asked of the events, and stays a number', async (value) => {
    await put('meta', { key: 'seq', value });
    expect((await verifyLedger(db)).differences).toMatchObject([{ store: 'meta', key: 'seq' }]);
    await appendEvents(db, [made.click(20, made.jdItem), made.click(21, made.jdItem)]);
    expect((await events()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test.each(['x', null])('said to be %j is put right by a repair, without events as well', async (value) => {
    db = await open();
    await put('meta', { key: 'seq', value });
    await repairLedger(db, { now });
    expect(isSound(await verifyLedger(db))).toBe(true);
    await appendEvents(db, [made.click(20, made.jdItem)]);
    expect(await events()).toMatchObject([{ seq: 1 }]);
  });

  test.each(['x', Number.MAX_SAFE_INTEGER])(
    'is no place of a damaged row (%j), when something is erased',
    async (seq) => {
      const [note] = await events();
      await put('events', { ...note, id: 'damaged', seq });
      await eraseThing(db, { kind: 'item', key: made.jdItem.key });
      expect(await db.get('meta', 'seq')).toEqual({ key: 'seq', value: 1 });
    },
  );

  test('said to be text leaves nothing out of a backup', async () => {
    await put('meta', { key: 'seq', value: 'x' });
    const { stream } = await startBackup(db, { app: '', settings: {}, now, ...noImports });
    const text = await new Response(stream.pipeThrough(new DecompressionStream('gzip'))).text();
    expect(text.match(/^\{"event"/gmu)).toHaveLength(3);
  });
});

describe('an event without a place', () => {
  test.each([NaN, 'last', undefined, 2.5, -1])(
    '(%j) is found, and a repair gives it one, and its lists',
    async (seq) => {
      const [older, newer] = [made.click(8, made.jdItem), made.click(10, made.jdItem)];
      await put('events', { ...older, seq });
      expect((await verifyLedger(db)).corrupt).toMatchObject([{ store: 'events', reason: 'seq' }]);
      if (typeof seq !== 'number' || Number.isNaN(seq))
        await put('events', { ...newer, seq: seq && `${String(seq)}er` });
      else await appendEvents(db, [newer]);
      expect(await repairLedger(db, { now })).toMatchObject({ quarantined: 0 });
      const places = (await events()).slice(3).sort((a, b) => a.at - b.at);
      // One that is older than the last event counts by its time.
      expect(places).toMatchObject([{ id: older.id, late: true }, { id: newer.id }]);
      expect(places[1]).not.toHaveProperty('late');
      expect(new Set(places.map((row) => row.seq))).toEqual(new Set([4, 5]));
      expect(await db.get('meta', 'seq')).toMatchObject({ value: 5 });
      expect((await db.getAll('counters')).reduce((sum, { clicked }) => sum + clicked, 0)).toBe(3);
      expect(isSound(await verifyLedger(db))).toBe(true);
      expect(await repairLedger(db, { now })).toEqual({ changed: 0, quarantined: 0 });
    },
  );

  test('that lost more than it is put aside', async () => {
    await put('events', { ...made.click(8, made.jdItem), link: 'x', seq: 'last' });
    expect(await repairLedger(db, { now })).toMatchObject({ quarantined: 1 });
    expect(await db.getAll('quarantine')).toMatchObject([{ store: 'events', row: { seq: 'last' }, reason: 'seq' }]);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });
});
