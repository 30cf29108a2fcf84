// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { columns } from '@/utils/watch/exposures/columns';
import { feedNames } from '@/utils/watch/exposures/feeds';

const list = () => document.createElement('div');

test('a list keeps the name of the visit that showed it first', () => {
  const nameOf = feedNames();
  const feed = list();
  expect(nameOf('v1', { list: feed, place: 0 }, 'n0')).toBe('v1');
  expect(nameOf('v3', { list: feed, place: 1 }, 'n1')).toBe('v1');
  expect(nameOf('v3', { list: feed, place: 0 }, 'n0')).toBe('v1');
});

test('a second list of one visit has a name of its own', () => {
  const nameOf = feedNames();
  expect([list(), list(), list()].map((each) => nameOf('v1', { list: each, place: 0 }))).toEqual([
    'v1',
    'v1:2',
    'v1:3',
  ]);
  expect(nameOf('v2', { list: list(), place: 0 })).toBe('v2');
});

test('another note at a place that was taken: the list was filled anew', () => {
  const nameOf = feedNames();
  const feed = list();
  nameOf('v1', { list: feed, place: 0 }, 'n0');
  nameOf('v1', { list: feed, place: 1 }, 'n1');
  expect(nameOf('v1', { list: feed, place: 0 }, 'other')).toBe('v1:2');
  expect(nameOf('v1', { list: feed, place: 1 }, 'n9')).toBe('v1:2');
});

test.each([
  ['a list that states no places', undefined, 'other'],
  ['a card that is no note, or says late which one', 0, undefined],
])('%s is not filled anew', (_what, place, noteId) => {
  const nameOf = feedNames();
  const feed = list();
  nameOf('v1', { list: feed, place }, 'n0');
  expect(nameOf('v1', { list: feed, place }, noteId)).toBe('v1');
  expect(nameOf('v1', { list: feed, place }, 'n0')).toBe('v1');
});

test('a column is the number of left edges before it, in its own list', () => {
  const { note, of } = columns();
  for (const left of [260, 20, 500, 260]) note('v1', left);
  note('v2', 40);
  expect([20, 260, 500, 620].map((left) => of('v1', left))).toEqual([0, 1, 2, 3]);
  expect(of('v2', 260)).toBe(1);
  expect([of(undefined, 20), of('v9', 20)]).toEqual([undefined, undefined]);
});

test('edges that differ by less than any gap are of one column', () => {
  const { note, of } = columns();
  for (const left of [20, 19.5, 262, 260, 268, 504.4, 500]) note('v1', left);
  expect([19.5, 20, 26, 260, 262, 268, 500, 504.4].map((left) => of('v1', left))).toEqual([0, 0, 0, 1, 1, 1, 2, 2]);
});

test('in a window of another width columns are others', () => {
  const { note, of, forget } = columns();
  note('v1', 20);
  forget();
  note('v1', 100);
  expect(of('v1', 100)).toBe(0);
});
