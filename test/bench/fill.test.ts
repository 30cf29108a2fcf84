import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { appendEvents } from '@/utils/ledger/append';
import { openLedger } from '@/utils/ledger/open';
import { ledgerStores, type LedgerDb } from '@/utils/ledger/schema';
import { makeEvents } from './pages/fill/events';
import { fillLedger } from './pages/fill/fill';

test('the filled ledger is the one the writer makes of the same events', async () => {
  const [filled, written] = await Promise.all(['filled', 'written'].map((name) => openLedger({ name })));
  expect(await fillLedger(filled!, 200)).toBe(200);
  await appendEvents(written!, makeEvents(0, 200));
  expect(await readAll(filled!)).toEqual(await readAll(written!));
});

test('the made-up events are the same however they are cut', () => {
  expect([...makeEvents(0, 13), ...makeEvents(13, 40)]).toEqual(makeEvents(0, 40));
});

test('a thousand events fill more than one page of the list', async () => {
  const db = await openLedger({ name: 'thousand' });
  await fillLedger(db, 1_000);
  expect(await db.countFromIndex('items', 'savedAt')).toBeGreaterThan(50);
});

/** All but the name that each database gives itself. */
async function readAll(db: LedgerDb) {
  const lists = await Promise.all(ledgerStores.map((name) => db.getAll(name)));
  return lists.map((rows: object[]) => rows.filter((row) => !('key' in row && row.key === 'uuid')));
}
