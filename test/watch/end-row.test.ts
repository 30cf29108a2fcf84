// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Unread } from '@/utils/core/types';
import { visitEvent } from '@/utils/schemas/page-events';
import { endRow } from '@/utils/watch/end-row';
import type { Visit } from '@/utils/watch/visit';
import * as v from 'valibot';

const title: Unread = { where: 'note.title', reason: 'shape' };
const links: Unread = { where: 'links', reason: 'shape' };
const units: Unread = { where: 'units', reason: 'shape' };
const url = 'https://www.xiaohongshu.com/explore/65f000000000000012345678';
const base = { at: 5_000, zoneMinutes: 480, visit: 'visit-1', url, tab: 4 };

/** The same, at the end of a visit that took so long. */
const after = (ms: number) => ({ ...base, at: 1_000 + ms });

/** A visit that was read after so many ms, and what could not be read by then. */
function visit(readAfterMs: number | undefined, unread: Unread[] = []): Visit {
  const here = { id: 'visit-1', site: 'xiaohongshu', name: url, url, startedAt: 1_000, kind: 'note' } as const;
  const reading = { kind: 'note', cards: [], comments: [], links: [], unread } as const;
  const read = readAfterMs === undefined ? {} : { readAt: 1_000 + readAfterMs, reading };
  return { ...here, ...read, sent: new Set(), links: new Map(), leftOut: 0, ends: [] } as Visit;
}

/** The same visit, once it was read again. */
function readAgain(here: Visit, readAfterMs: number, unread: Unread[]): void {
  Object.assign(here, { readAt: 1_000 + readAfterMs, reading: { ...here.reading, unread } });
}

test('tells what could not be read once the page had time to show it', () => {
  const row = endRow(visit(3_000, [title]), base, 1);
  const wanted = { id: 'p:visit-1', url: 'https://www.xiaohongshu.com/', where: 'xiaohongshu', kind: 'note' };
  expect(row).toMatchObject({ ...wanted, settled: true, unread: [units, title] });
  expect(row).not.toHaveProperty('after');
});

test.each([
  ['was left at once', 300, visit(100, [title])],
  ['was left before two seconds', 1_999, visit(1_900, [title])],
  ['was never read', 60_000, visit(undefined)],
  ['was read early and has changed since', 60_000, { ...visit(100, [title]), isStale: true }],
  ['is a list that nobody looked through', 60_000, { ...visit(undefined), kind: 'feed', readAt: 1_300 }],
  ['began before its clock was put back', -60_000, visit(100, [title])],
] as const)('claims nothing about a page that %s', (_title, ms, here) => {
  const told = { ...here, comments: { loaded: 3, complete: false } } as Visit;
  const row = endRow(told, after(ms), 3);
  expect(row).toMatchObject({ settled: false, unread: [] });
  expect(row).not.toHaveProperty('comments');
});

test('a page that rested since its early reading is told of by that reading', () => {
  const here: Visit = { ...visit(300, [title]), isStale: false, comments: { declared: 4, loaded: 3, complete: false } };
  const wanted = { settled: true, unread: [title], comments: { declared: 4, loaded: 3 } };
  expect(endRow(here, after(60_000), 0)).toMatchObject(wanted);
});

test.each([
  ['a list', { kind: 'feed', missing: [links] }, [links]],
  ['a page that is not read', { kind: 'other' }, []],
] as const)('%s says what it missed', (_title, what, unread) => {
  const here = { ...visit(undefined), ...what, readAt: 3_100 } as Visit;
  expect(endRow(here, after(5_000), 0)).toMatchObject({ settled: true, unread });
});

test('an end that has nothing to add is the same row', () => {
  const here = visit(3_000, [title]);
  const first = endRow(here, base, 1);
  expect(endRow(here, { ...base, at: 9_000 }, 1)).toBe(first);
  readAgain(here, 8_000, []);
  expect(endRow(here, { ...base, at: 9_000 }, 0)).toBe(first);
});

test('one that was told too early is completed by the next', () => {
  const here = visit(100, [title]);
  expect(endRow(here, after(100), 1)).toMatchObject({ id: 'p:visit-1', settled: false });
  readAgain(here, 4_000, [title]);
  const whole = endRow(here, { ...base, at: 9_000 }, 1);
  expect(whole).toMatchObject({ id: 'p:visit-1:2', settled: true, after: 'unsettled', unread: [units, title] });
  expect(v.parse(visitEvent, whole)).toMatchObject({ after: 'unsettled' });
});

test('what came after an end is told by the next one, and nothing twice', () => {
  const here = visit(3_000, [title]);
  endRow(here, base, 2);
  readAgain(here, 8_000, [links, title, title]);
  const more = endRow(here, base, 3);
  expect(more).toMatchObject({ id: 'p:visit-1:2', settled: true, after: 'settled', unread: [units, links, title] });
  expect(endRow(here, base, 3)).toBe(more);
});

test('what is many times the same is said once, with how many there were', () => {
  const here = visit(3_000, Array<Unread>(150).fill(title));
  const many = endRow(here, base, 19_000);
  expect(many.unread).toEqual([
    { ...units, count: 19_000 },
    { ...title, count: 150 },
  ]);
  expect(v.parse(visitEvent, many)).toEqual(many);
  expect(endRow(here, base, 19_007).unread).toEqual([{ ...units, count: 7 }]);
  expect(endRow(here, base, 19_007)).toBe(here.ends.at(-1));
});

test('no row says more than two hundred different things', () => {
  const others = Array.from({ length: 250 }, (_, place): Unread => ({
    where: `part-${String(place)}`,
    reason: 'shape',
  }));
  const row = endRow(visit(3_000, others), base, 150);
  expect(row.unread).toHaveLength(200);
  expect(row.unread[0]).toEqual({ ...units, count: 150 });
});

test('says whether ads were seen to be hidden, and once more when they turn out to be', () => {
  const here = visit(3_000);
  expect(endRow(here, base, 0)).not.toHaveProperty('blocker');
  here.blocker = false;
  expect(endRow(here, base, 0)).toMatchObject({ id: 'p:visit-1:2', after: 'settled', blocker: false });
  here.blocker = true;
  const hidden = endRow(here, base, 0);
  expect(v.parse(visitEvent, hidden)).toMatchObject({ id: 'p:visit-1:3', after: 'settled', blocker: true });
  expect(endRow(here, base, 0)).toBe(hidden);
});

test('the comments that the note came to show are told once the page had time, and again when there are more', () => {
  const here = visit(100);
  here.comments = { declared: 40, loaded: 0, complete: false };
  expect(endRow(here, after(100), 0)).not.toHaveProperty('comments');
  readAgain(here, 4_000, []);
  here.comments = { declared: 40, loaded: 10, complete: false };
  const first = endRow(here, base, 0);
  expect(first).toMatchObject({ id: 'p:visit-1:2', comments: { declared: 40, loaded: 10, complete: false } });
  expect(endRow(here, { ...base, at: 9_000 }, 0)).toBe(first);
  here.comments = { declared: 40, loaded: 40, complete: true };
  const whole = endRow(here, base, 0);
  expect(v.parse(visitEvent, whole)).toMatchObject({ id: 'p:visit-1:3', comments: { loaded: 40, complete: true } });
});
