import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { start } from '../ledger/made-events';
import { ledgerWriter } from '@/utils/writer/handle';
import { readSpotChecks } from '@/utils/writer/spot-checks';
import { madeDoor, ownPage, pageScript } from './made-door';

const check = { key: 'v|card:1', noteId: '65f0', isAd: true, rules: '2026-11-28', says: 'not-ad', coder: 1 } as const;

test('a verdict is kept with its time, by our own pages alone, and goes when all is erased', async () => {
  const { door, storage } = await madeDoor();
  const { handle } = ledgerWriter(door);
  const tell = (from: object) => handle({ type: 'spot-check', check }, from as never);
  expect(await tell(pageScript)).toBeUndefined();
  expect(await tell(ownPage)).toEqual({ ok: true });
  expect(await readSpotChecks(storage)).toEqual([{ ...check, at: start + 1_000_000 }]);
  await handle({ type: 'erase-all' }, ownPage as never);
  expect(await readSpotChecks(storage)).toEqual([]);
});

test('one that nobody can read costs no other', async () => {
  const kept = { ...check, told: true as const, at: 1 };
  const { storage } = await madeDoor({ 'spot-checks': [kept, { ...kept, says: 'maybe' }, 7, null] });
  expect(await readSpotChecks(storage)).toEqual([kept]);
  expect(await readSpotChecks((await madeDoor({ 'spot-checks': 'gone' })).storage)).toEqual([]);
});
