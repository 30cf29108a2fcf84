import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { planRestore } from '@/utils/ledger/backup/plan';
import { appendExposures } from '@/utils/ledger/exposures';
import { isSpoilt } from '@/utils/ledger/health-queries';
import type { LedgerDb } from '@/utils/ledger/schema';
import { damaged, type Damage } from './damaged';
import { backupOf, emptyLedger, exposure, livedLedger } from './support';

const ids = (count: number) => Array.from({ length: count }, (_row, nth) => exposure(nth).id);

async function manyExposures(count: number): Promise<LedgerDb> {
  const db = await emptyLedger();
  const rows = Array.from({ length: count }, (_row, nth) => exposure(nth));
  for (let from = 0; from < count; from += 200) await appendExposures(db, rows.slice(from, from + 200));
  return db;
}

async function planOf(db: LedgerDb) {
  const { events, exposures, unwritten, wholeness } = await planRestore(await emptyLedger(), await backupOf(db));
  return { events: events.fresh, exposures: exposures.fresh, unwritten, wholeness };
}

describe('of a file that is damaged in places, a backup', () => {
  test.each([
    ['at its beginning', ids(700).sort().slice(0, 3)],
    ['in its middle', ids(700).sort().slice(420, 450)],
    ['at its end', ids(700).sort().slice(-1)],
    ['here and there', ids(700).filter((_id, nth) => nth % 97 === 0)],
  ])('takes every exposure that can be read, and counts the others: %s', async (_where, keys) => {
    const db = damaged(await manyExposures(700), { store: 'exposures', keys });
    const found = { events: 0, exposures: 700 - keys.length, unwritten: keys.length, wholeness: 'whole' };
    expect(await planOf(db)).toEqual(found);
  });

  test('takes every event that can be read, in the order of writing', async () => {
    const db = await livedLedger();
    const all = await db.getAllFromIndex('events', 'seq');
    const keys = [all[1]!.id, all[4]!.id];
    const whole = await planOf(db);
    const events = whole.events - keys.length;
    expect(await planOf(damaged(db, { store: 'events', keys }))).toEqual({ ...whole, events, unwritten: 2 });
  });

  test.each<[string, Partial<Damage>]>([
    ['whose keys nobody can list either', { index: true }],
    ['that the browser has closed', { closed: true }],
  ])('is not made of one %s', async (_what, more) => {
    const db = damaged(await manyExposures(3), { store: 'exposures', keys: ids(1), ...more });
    await expect(backupOf(db)).rejects.toThrow('The operation failed');
  });
});

describe('whether a ledger can be read', () => {
  test('is asked of every row', async () => {
    const db = await manyExposures(3);
    expect(await isSpoilt(db)).toBe(false);
    expect(await isSpoilt(damaged(db, { store: 'exposures', keys: ids(1) }))).toBe(true);
    expect(await isSpoilt(damaged(db, { store: 'events', keys: ['none'] }))).toBe(true);
  });

  test('a closed one does not tell', async () => {
    const db = await manyExposures(1);
    db.close();
    await expect(isSpoilt(db)).rejects.toThrow();
  });
});
