import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import * as made from '../ledger/made-events';
import { checkKey } from '@/utils/core/spot-checks';
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
  expect(await readSpotChecks(storage)).toEqual([{ ...check, at: made.start + 1_000_000 }]);
  await handle({ type: 'erase-all' }, ownPage as never);
  expect(await readSpotChecks(storage)).toEqual([]);
});

test.each([
  [{ kind: 'note', site: 'xiaohongshu', id: '65f0' }, ['w|card:2', 'x|card:3']],
  [{ kind: 'range', from: 10, to: 20 }, ['v|card:1', 'w|card:2']],
  [{ kind: 'item', key: 'jd:1' }, ['v|card:1', 'w|card:2', 'x|card:3']],
])('goes with what it is about: %j leaves %j', async (what, left) => {
  const checks = [
    { ...check, at: 1 },
    { ...check, key: 'w|card:2', noteId: '65f1', at: 2 },
    { ...check, key: 'x|card:3', noteId: '65f2', at: 10 },
  ];
  const { door, storage } = await madeDoor({ 'spot-checks': checks });
  await ledgerWriter(door).handle({ type: 'erase', what }, ownPage as never);
  expect((await readSpotChecks(storage)).map(({ key }) => key)).toEqual(left);
});

test('goes with the visits of its note, with the time its card was shown, and when exposures become too old', async () => {
  const shown = made.exposure(5);
  const noteId = '65f1';
  const ofVisit = { ...check, key: checkKey(shown.visit, shown.unit.key), noteId, at: made.start + 900_000 };
  const ofTime = { ...check, key: 'w|card:2', noteId, shownAt: shown.at, at: made.start + 900_001 };
  const { door, storage } = await madeDoor({ 'spot-checks': [{ ...check, at: 1 }, ofVisit, ofTime] });
  const { handle } = ledgerWriter(door);
  const left = async () => (await readSpotChecks(storage)).map(({ key }) => key);
  await handle({ type: 'append', rows: [made.note(1), shown] }, pageScript);
  await handle({ type: 'keep-to', limits: { exposures: 30 } }, ownPage as never);
  expect(await left()).toEqual([ofVisit.key, ofTime.key]);
  await handle({ type: 'erase', what: { kind: 'range', from: shown.at, to: shown.at + 1 } }, ownPage as never);
  expect(await left()).toEqual([ofVisit.key]);
  await handle(
    { type: 'erase', what: { kind: 'note', site: 'xiaohongshu', id: '65f000000000000012345678' } },
    ownPage as never,
  );
  expect(await left()).toEqual([]);
});

test('one that nobody can read costs no other', async () => {
  const kept = { ...check, told: true as const, at: 1 };
  const { storage } = await madeDoor({ 'spot-checks': [kept, { ...kept, says: 'maybe' }, 7, null] });
  expect(await readSpotChecks(storage)).toEqual([kept]);
  expect(await readSpotChecks((await madeDoor({ 'spot-checks': 'gone' })).storage)).toEqual([]);
});
