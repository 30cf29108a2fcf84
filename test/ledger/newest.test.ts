import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { appendEvents } from '@/utils/ledger/append';
import { eraseThing } from '@/utils/ledger/erasure/erase-thing';
import { appendExposures } from '@/utils/ledger/exposures';
import { newestAt, readEventTimes } from '@/utils/ledger/newest';
import { openLedger } from '@/utils/ledger/open';
import type { LedgerDb } from '@/utils/ledger/schema';
import * as made from './made-events';

let db: LedgerDb;
let names = 0;
beforeEach(async () => {
  db = await openLedger({ name: `newest-${String((names += 1))}` });
});

test('of nothing there is none', async () => expect(await newestAt(db)).toBeUndefined());

test('of all rows, whichever was written last', async () => {
  await appendEvents(db, [made.note(900), made.page(100, true)]);
  await appendExposures(db, [made.exposure(600)]);
  expect(await newestAt(db)).toBe(made.start + 900);
  await appendExposures(db, [made.exposure(5_000)]);
  expect(await newestAt(db)).toBe(made.start + 5_000);
});

/** Asked for twice, the first time ahead; what was read then may change unseen, which nothing but an erasure does. */
async function afterwards(change: () => Promise<unknown>): Promise<number | undefined> {
  await appendEvents(db, [made.note(900), made.page(100, true)]);
  const before = await readEventTimes(db);
  const [first] = await db.getAll('events');
  await db.put('events', { ...first!, at: made.start + 7_000 });
  await change();
  return newestAt(db, before);
}

test('what was read ahead is not read again', async () =>
  expect(await afterwards(() => Promise.resolve())).toBe(made.start + 900));

test('what came since is', async () =>
  expect(await afterwards(() => appendEvents(db, [made.page(2_000, true)]))).toBe(made.start + 2_000));

test('all is read again where a row was erased, as its place may be another one’s by now', async () => {
  const erase = () => eraseThing(db, { kind: 'range', from: made.start + 50, to: made.start + 200 });
  expect(await afterwards(erase)).toBe(made.start + 7_000);
});
