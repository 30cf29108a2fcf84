import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { appendEvents } from '@/utils/ledger/append';
import { planRestore } from '@/utils/ledger/backup/plan';
import { startBackup } from '@/utils/ledger/backup/write';
import { eraseAll } from '@/utils/ledger/erase';
import { eraseThing } from '@/utils/ledger/erasure/erase-thing';
import { appendExposures } from '@/utils/ledger/exposures';
import type { LedgerDb } from '@/utils/ledger/schema';
import * as made from '../ledger/made-events';
import { emptyLedger, exposure, livedLedger, noImports } from './support';

let db: LedgerDb;
beforeEach(async () => {
  db = await livedLedger();
});

/** Has something happen after the backup has begun, and before its first row is read. */
async function backupWhile(happens: () => Promise<unknown>) {
  const { stream, isShort, erasedMeanwhile } = await startBackup(db, {
    app: '0.1.0',
    settings: {},
    now: made.start + 1_000,
    ...noImports,
  });
  await happens();
  const file = new File([await new Response(stream).bytes()], 'bacao-2026-11-20.ndjson.gz');
  return { isShort: isShort(), erased: erasedMeanwhile(), plan: await planRestore(await emptyLedger(), file) };
}

test('a click that is completed meanwhile is in the file, in its new place', async () => {
  const { tab, ...first } = made.click(40, made.jdItem);
  await appendEvents(db, [first]);
  const held = await db.count('events');
  const { isShort, plan } = await backupWhile(() => appendEvents(db, [{ ...first, tab: tab ?? 1 }, made.note(5_000)]));
  expect(isShort).toBe(false);
  expect(plan).toMatchObject({ events: { fresh: held }, wholeness: 'whole' });
});

test('what is erased meanwhile is not missed, and said', async () => {
  // More than the stream packs before anybody reads it.
  const rows = Array.from({ length: 4_000 }, (_row, nth) => ({ ...exposure(nth), id: crypto.randomUUID() }));
  await appendExposures(db, rows);
  const [events, exposures] = [await db.count('events'), await db.count('exposures')];
  const { isShort, erased, plan } = await backupWhile(() => eraseAll(db));
  expect(isShort).toBe(false);
  expect(erased).toBe(events + exposures);
  expect(plan.exposures.fresh).toBeLessThan(exposures);
});

test('where nothing is erased none is said to be', async () => {
  expect(await backupWhile(() => appendEvents(db, [made.note(5_000)]))).toMatchObject({ erased: 0 });
});

test('what is gone beside it is', async () => {
  const { isShort } = await backupWhile(async () => {
    await db.delete('exposures', 'exposure-3');
    await eraseThing(db, { kind: 'item', key: made.jdItem.key });
  });
  expect(isShort).toBe(true);
});
