import { describe, expect, test, vi } from 'vitest';
import type { Expected, Fault, Injected } from './fault';
import { brokenDown, isCaught, judge, notInjected, untilJudged } from './judge';

const fault = (expected: Expected, spoils?: true): Fault => ({
  id: 'F0',
  name: 'made',
  expected,
  ...(spoils && { spoils }),
  on: { chromium: 'short', firefox: 'full' },
  inject: () => Promise.reject(new Error('never injected')),
});

/** Two tries were wanted. */
const asked = (found: Injected) => ({ browser: 'chromium' as const, found, wanted: 2 });

const fine: Injected = { tries: 2, sent: 3, acked: 3, stored: 3, duplicates: 0, missing: 0, proof: 'pid 7 is gone' };

test.each<[string, Expected, Partial<Injected>]>([
  ['all stored', 'all', {}],
  ['one lost that nobody acknowledged', 'acked', { acked: 2, stored: 2 }],
  ['one lost and told', 'told', { acked: 2, stored: 2, told: 'The disk is full' }],
])('ok: %s (%s)', (_what, expected, found) => {
  expect(judge(fault(expected), asked({ ...fine, ...found }))).toMatchObject({ ok: true, why: '' });
});

test.each<[string, Expected, Partial<Injected>]>([
  ['nothing sent', 'all', { sent: 0, acked: 0, stored: 0 }],
  ['no try', 'acked', { tries: 0 }],
  ['a try without its fault', 'acked', { tries: 1 }],
  ['no proof', 'acked', { proof: '' }],
  ['one lost', 'all', { acked: 2, stored: 2 }],
  ['one lost that was acknowledged', 'acked', { stored: 2, missing: 1 }],
  ['one stored twice', 'acked', { stored: 3, duplicates: 1 }],
  ['not told', 'told', {}],
  ['all stored, and the page froze', 'all', { wrong: ['the page froze'] }],
  ['told, yet acknowledged before it was stored', 'told', { stored: 2, missing: 1, told: 'The disk is full' }],
])('not ok: %s (%s)', (_what, expected, found) => {
  expect(judge(fault(expected), asked({ ...fine, ...found })).ok).toBe(false);
});

test('a spoilt database may lose what was acknowledged, if that is told', () => {
  const lost = { ...fine, stored: 0, missing: 3 };
  expect(judge(fault('told', true), asked({ ...lost, told: '3 records are gone' })).ok).toBe(true);
  expect(judge(fault('told', true), asked(lost)).ok).toBe(false);
});

test('what is told may still be all that must be kept', () => {
  const queued: Fault = { ...fault('told'), keepsAll: true };
  const told = { ...fine, told: 'Another page holds the ledger' };
  expect(judge(queued, asked(told)).ok).toBe(true);
  expect(judge(queued, asked({ ...told, acked: 2, stored: 2 })).ok).toBe(false);
});

test('what is not injected says why and does not pass', () => {
  expect(notInjected(fault('all'), 'firefox', 'no way')).toMatchObject({ injected: false, why: 'no way', ok: false });
});

describe('a mutant', () => {
  const noticed = / of \d{1,6} are not stored/u;

  test('is caught by the row that says what its mistake does', () => {
    const row = judge(fault('all'), asked({ ...fine, acked: 2, stored: 2 }));
    expect(row.why).toBe('1 of 3 are not stored');
    expect(isCaught(row, noticed)).toBe(true);
  });

  test.each([
    ['passed', judge(fault('all'), asked(fine))],
    ['failed for another reason', judge(fault('all'), asked({ ...fine, wrong: ['the page froze'] }))],
    ['broke down', brokenDown(fault('all'), 'chromium', new Error('3 of 3 are not stored'))],
    ['lost what was acknowledged instead', judge(fault('acked'), asked({ ...fine, missing: 1 }))],
  ])('is not caught by a row that %s', (_how, row) => {
    expect(isCaught(row, noticed)).toBe(false);
  });

  const broken = brokenDown(fault('all'), 'chromium', new Error('the tab is gone'));
  const judged = judge(fault('all'), asked({ ...fine, acked: 2, stored: 2 }));

  test('is asked for again when its row broke down, and no more than that', async () => {
    const rows = [broken, judged, broken];
    expect(await untilJudged(() => Promise.resolve(rows.shift() ?? broken))).toBe(judged);
    expect(rows).toHaveLength(1);
  });

  test('that breaks down every time stays one that nothing was shown of', async () => {
    const ask = vi.fn(() => Promise.resolve(broken));
    expect(await untilJudged(ask)).toBe(broken);
    expect(ask).toHaveBeenCalledTimes(3);
  });
});
