// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { LinkReading, PageReading } from '@/utils/core/types';
import { gestureFilter, isFollowing, readWay } from '@/utils/watch/gesture';
import { clickRow, endRow, landingRow, newRows, noteName, sightingRow } from '@/utils/watch/rows';
import type { Visit } from '@/utils/watch/visit';
import { jdItem, taobaoItem } from '../ledger/made-events';

const noteId = '65f000000000000012345678';
const visit = (change: Partial<Visit> = {}): Visit => ({
  id: 'visit-1',
  site: 'xiaohongshu',
  path: `/explore/${noteId}`,
  url: `https://www.xiaohongshu.com/explore/${noteId}`,
  startedAt: 1_000,
  kind: 'note',
  noteId,
  sent: new Set(),
  ...change,
});
const base = { at: 5_000, zoneMinutes: 480, visit: 'visit-1', url: visit().url, tab: 4 };
const link = (change: Partial<LinkReading> = {}): LinkReading => ({
  surface: 'ad-link',
  link: jdItem,
  layer: 'L1',
  rule: 'target',
  verified: false,
  ...change,
});
const page = (change: Partial<PageReading> = {}): PageReading => ({
  kind: 'note',
  note: { id: noteId, title: '毛衣' },
  cards: [],
  comments: [],
  links: [link()],
  unread: [],
  ...change,
});
const read = (of: Visit, what: PageReading) => newRows(of, base, { page: what, ruleVersion: 'r1' });

describe('what a reading adds', () => {
  test('the note and its links, once per visit', () => {
    const here = visit();
    expect(read(here, page()).map(({ type }) => type)).toEqual(['note', 'sighting']);
    expect(read(here, page())).toEqual([]);
  });

  test('the same link in another place is another sighting; a late title is told', () => {
    const here = visit();
    read(here, page({ note: { id: noteId } }));
    const rows = read(
      here,
      page({ links: [link(), link({ surface: 'blue-link', commentId: 'c' }), link({ link: taobaoItem })] }),
    );
    expect(rows.map(({ id, type }) => (type === 'note' ? type : id))).toEqual([
      'note',
      `s:xiaohongshu:${noteId}:blue-link:${jdItem.key}`,
      `s:xiaohongshu:${noteId}:ad-link:${taobaoItem.key}`,
    ]);
  });

  test.each([
    ['a note without links that is not collected', page({ links: [] })],
    ['the note behind an overlay', page({ note: { id: 'another' } })],
    ['a page without note', { kind: 'feed' as const, cards: [], comments: [], links: [link()], unread: [] }],
  ])('nothing: %s', (_title, what) => {
    expect(read(visit(), what)).toEqual([]);
  });

  test('a collected note without links is told: its items may come later', () => {
    const collected = page({ links: [], note: { id: noteId, saved: true } });
    expect(read(visit(), collected).map(({ type }) => type)).toEqual(['note']);
  });

  test('of very many links as many as a message holds; the others are counted, and may still be followed', () => {
    const here = visit();
    const links = Array.from({ length: 510 }, (_link, index) => link({ link: { ...jdItem, key: `jd:${index}` } }));
    const full = page({ links });
    expect(read(here, full)).toHaveLength(500);
    expect(full.unread).toEqual(Array(11).fill({ where: 'links', reason: 'shape' }));
    const again = page({ links });
    expect(read(here, again)).toEqual([]);
    expect(endRow({ ...here, reading: again, readAt: 4_000 }, base).unread).toHaveLength(11);
    expect(
      sightingRow(here, base, { ...link({ link: { ...jdItem, key: 'jd:509' } }), ruleVersion: 'r1' }),
    ).toBeDefined();
  });

  test('nothing while the note of the visit before still stands under the new address', () => {
    const shown = (title: string) => page({ note: { id: noteId, title, authorId: 'u1' } });
    const before = noteName({ id: 'another', title: '毛衣', authorId: 'u1' });
    const here = visit({ startedAt: base.at - 1_000, before });
    expect(read(here, shown('毛衣'))).toEqual([]);
    expect(read(here, shown('帽子')).map(({ type }) => type)).toEqual(['note', 'sighting']);
  });

  test('a note that shows neither title nor author is like no other', () => {
    expect(noteName({ id: noteId })).toBe('');
    expect(read(visit(), page({ note: { id: noteId } }))).toHaveLength(2);
  });

  test('no token leaves the page', () => {
    const here = visit();
    const click = clickRow(here, base, { ...link(), how: 'middle' });
    expect(JSON.stringify([read(here, page()), click, endRow(here, base)])).not.toContain('secret');
  });
});

describe('the end of a visit', () => {
  const unread = [{ where: 'note.title', reason: 'shape' as const }];

  test('tells what could not be read once the page had time to show it', () => {
    const here = visit({ reading: page({ unread }), readAt: 4_000 });
    expect(endRow(here, base)).toMatchObject({ id: 'p:visit-1', where: 'xiaohongshu', kind: 'note', unread });
  });

  test.each([
    ['left at once', visit({ reading: page({ unread }), readAt: 1_100 })],
    ['never read', visit()],
  ])('claims nothing about a page that was %s', (_title, here) => {
    expect(endRow(here, base).unread).toEqual([]);
  });
});

test('an item page is told again only when it says more', () => {
  const here = visit();
  const item = { platform: 'jd', itemKey: 'jd:1' };
  expect(landingRow(here, base, item)).toMatchObject({ type: 'landing', itemKey: 'jd:1' });
  expect(landingRow(here, base, item)).toBeUndefined();
  expect(landingRow(here, base, { ...item, title: '毛衣' })).toMatchObject({ title: '毛衣' });
  expect(landingRow(here, base, undefined)).toBeUndefined();
});

const event = (change: object) =>
  ({ type: 'click', button: 0, detail: 1, isTrusted: true, composedPath: () => [], ...change }) as never;

test.each([
  [{}, true],
  [{ type: 'auxclick', button: 1 }, true],
  [{ type: 'auxclick', button: 2 }, false], // the context menu
  [{ isTrusted: false }, false],
  [{ type: 'auxclick', button: 1, isTrusted: false }, false],
])('a gesture %j follows a link: %s', (change, expected) => {
  expect(isFollowing(event(change))).toBe(expected);
});

test.each([
  [{}, 'same-tab'],
  [{ type: 'auxclick', button: 1 }, 'middle'],
  [{ ctrlKey: true }, 'ctrl'],
  [{ metaKey: true }, 'ctrl'],
  [{ detail: 0 }, 'keyboard'],
  [{ pointerType: '' }, 'keyboard'], // Firefox, whose detail is 1
  [{ pointerType: 'mouse' }, 'same-tab'],
])('%j is followed by %s', (change, expected) => {
  expect(readWay(event(change))).toBe(expected);
});

test('a link that asks for a new tab is followed there', () => {
  const anchor = document.createElement('a');
  anchor.target = '_blank';
  expect(readWay(event({ composedPath: () => [document.createElement('span'), anchor] }))).toBe('new-tab');
});

test('two events of one gesture are one; another link, another visit and a later look are not', () => {
  let now = 0;
  const isNew = gestureFilter(() => now);
  expect(isNew('visit', 'jd:1')).toBe(true);
  expect(isNew('visit', 'jd:1')).toBe(false);
  expect(isNew('visit', 'jd:2')).toBe(true);
  expect(isNew('other', 'jd:2')).toBe(true);
  now = 2_000;
  expect(isNew('other', 'jd:2')).toBe(true);
});
