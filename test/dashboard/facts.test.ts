import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { spoiltAsker } from '@/entrypoints/dashboard/facts';
import { LedgerError } from '@/utils/ledger/open';
import type { LedgerDb } from '@/utils/ledger/schema';
import { damaged } from '../backup/damaged';
import { emptyLedger, livedLedger } from '../backup/support';

const spoilt = (db: LedgerDb) => damaged(db, { store: 'exposures', keys: ['any'] });

test('a sound ledger is walked once', async () => {
  const db = await livedLedger();
  const open = vi.fn(() => Promise.resolve(db));
  const ask = spoiltAsker(open);
  expect([await ask(), await ask(), await ask()]).toEqual([false, false, false]);
  expect(open).toHaveBeenCalledOnce();
});

test('a spoilt one is asked again, until it is made anew', async () => {
  let db = spoilt(await livedLedger());
  const ask = spoiltAsker(() => Promise.resolve(db));
  expect([await ask(), await ask()]).toEqual([true, true]);
  db = await emptyLedger();
  expect([await ask(), await ask()]).toEqual([false, false]);
});

test('one that does not open is told elsewhere', async () => {
  const ask = spoiltAsker(() => Promise.reject(new LedgerError('broken')));
  expect(await ask()).toBe(false);
});
