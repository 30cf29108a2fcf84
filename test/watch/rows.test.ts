// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { LinkReading, PageReading } from '@/utils/core/types';
import * as v from 'valibot';
import { clickEvent } from '@/utils/schemas/page-events';
import { gestureFilter, isFollowing, readWay } from '@/utils/watch/gesture';
import { countedNote } from '@/utils/watch/comment-counts';
import { endRow } from '@/utils/watch/end-row';
import { clickRow, landingRow, newRows, noteName, savedRows, shopRow, sightingRow } from '@/utils/watch/rows';
import type { Visit } from '@/utils/watch/visit';
import { jdItem, taobaoItem } from '../ledger/made-events';

const noteId = '65f000000000000012345678';
const visit = (change: Partial<Visit> = {}): Visit => ({
  id: 'visit-1',
  site: 'xiaohongshu',
  name: `/explore/${noteId}`,
  url: `https://www.xiaohongshu.com/explore/${noteId}`,
  startedAt: 1_000,
  kind: 'note',
  noteId,
  sent: new Set(),
  links: new Map(),
  leftOut: 0,
  ends: [],
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
const blue = (change: Partial<LinkReading> = {}) => link({ surface: 'blue-link', commentId: 'c', ...change });
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
      page({
        links: [link(), ...['c', 'd'].map((commentId) => blue({ commentId })), link({ link: taobaoItem })],
      }),
    );
    expect(rows.map(({ id, type }) => (type === 'note' ? type : id))).toEqual([
      'note',
      `s:xiaohongshu:${noteId}:blue-link:${jdItem.key}#c`,
      `s:xiaohongshu:${noteId}:blue-link:${jdItem.key}#d`,
      `s:xiaohongshu:${noteId}:ad-link:${taobaoItem.key}`,
    ]);
  });

  test('a link is told again when more is known of who posted it and who had asked, and only then', () => {
    const here = visit();
    const poster = { role: 'other_user', pinned: false, reply: false } as const;
    const asked = { where: 'note' } as const;
    const told = (change: Partial<LinkReading>) => read(here, page({ links: [blue(change)] })).map(({ id }) => id);
    const id = `s:xiaohongshu:${noteId}:blue-link:${jdItem.key}#c`;
    expect(told({}).at(-1)).toBe(id);
    expect(told({ poster })).toEqual([`${id} 20000`]);
    expect(told({ poster, asked })).toEqual([`${id} 20010`]);
    expect(told({})).toEqual([]); // followed: the click's own look at the link knows no poster
    expect(told({ poster: { ...poster, role: 'unknown' }, asked })).toEqual([]);
    expect(told({ poster: { ...poster, role: 'author' } })).toEqual([`${id} 40000`]);
    expect(told({ poster, asked: { where: 'thread', time: { text: '3天前' } } })).toEqual([`${id} 20021`]);
    expect(told({ poster, asked: { where: 'thread', time: { text: '4天前' } } })).toEqual([]);
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
    expect(endRow({ ...here, reading: again, readAt: 4_000 }, base, 0).unread).toEqual([
      { where: 'links', reason: 'shape', count: 11 },
    ]);
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
    expect(JSON.stringify([read(here, page()), click, endRow(here, base, 0)])).not.toContain('secret');
  });
});

describe('how many comments a note has', () => {
  const counted = (loaded: number, complete = false, change: Partial<PageReading> = {}) =>
    page({
      note: { id: noteId, saved: true, commentsDeclared: 30, commentsLoaded: loaded, commentsComplete: complete },
      ...change,
    });

  test('is no news while they come, and told with the note once more at the end of its visit', () => {
    const here = visit();
    expect(read(here, counted(0)).map(({ type }) => type)).toEqual(['note', 'sighting']);
    expect([...read(here, counted(10)), ...read(here, counted(30, true))]).toEqual([]);
    const row = countedNote(here, base);
    expect(row?.note).toEqual({ id: noteId, commentsDeclared: 30, commentsLoaded: 30, commentsComplete: true });
    expect(countedNote(here, base)).toBeUndefined();
  });

  test('is that of the fullest reading: a note that is put away shows less', () => {
    const here = visit();
    read(here, counted(20));
    read(here, counted(3));
    expect(here.comments).toEqual({ declared: 30, loaded: 20, complete: false });
  });

  test('of a note that leads nowhere is known for the visit, and the note is not told', () => {
    const here = visit();
    expect(read(here, counted(30, true, { links: [], note: { id: noteId, commentsLoaded: 2 } }))).toEqual([]);
    expect(here.comments).toEqual({ loaded: 2, complete: false });
    expect(countedNote(here, base)).toBeUndefined();
  });

  test('is not that of the note before, which still stands there', () => {
    const here = visit({ startedAt: base.at - 1_000, before: '毛衣' });
    read(here, page({ note: { id: noteId, title: '毛衣', commentsLoaded: 9 } }));
    expect(here.comments).toBeUndefined();
  });
});

test('a click says which comment it was in and which layer and rule found its link, and not what the item is called', () => {
  const here = visit();
  const row = clickRow(here, base, { ...blue({ title: '羊毛衫' }), how: 'new-tab' });
  expect(row).toMatchObject({ commentId: 'c', layer: 'L1', rule: 'target', verified: false });
  expect(row).not.toHaveProperty('title');
  expect(v.parse(clickEvent, row)).toEqual(row);
  const { layer: _layer, rule: _rule, verified: _verified, commentId: _comment, ...old } = row!;
  expect(v.parse(clickEvent, old)).toEqual(old);
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

describe('the person’s own list of collected notes', () => {
  const list = (change: Partial<Visit> = {}) => visit({ kind: 'profile', noteId: 'none', ...change });
  const notes = [
    { id: 'a', title: '一', saved: true },
    { id: 'b', saved: true },
  ];
  const tell = (of: Visit, some = notes) => savedRows(of, base, { notes: some, openedAt: 700 });

  test('each note is told once a visit, as collected by the time the document was opened, and not whose list it is', () => {
    const here = list();
    expect(tell(here, notes.slice(0, 1))).toMatchObject([
      { type: 'note', listed: true, at: 700, url: 'https://www.xiaohongshu.com/', note: { id: 'a', saved: true } },
    ]);
    expect(tell(here)).toMatchObject([{ note: { id: 'b' } }]);
    expect(tell(here)).toEqual([]);
  });

  test('what stands there in the first two seconds may be the list before', () =>
    expect(tell(list({ startedAt: 3_001 }))).toEqual([]));

  test('more than a message holds are told by and by', () => {
    const here = list();
    const many = Array.from({ length: 600 }, (_each, index) => ({ id: String(index), saved: true }));
    expect([tell(here, many).length, tell(here, many).length]).toEqual([499, 101]);
  });
});

test('a shop is told again when its name comes', () => {
  const here = visit({ kind: 'shop' });
  const shop = { platform: 'xiaohongshu', shopId: 's1', url: 'https://www.xiaohongshu.com/vendor/s1' };
  expect(shopRow(here, base, undefined)).toBeUndefined();
  expect(shopRow(here, base, shop)).toMatchObject({ type: 'shop', shopId: 's1', key: shop.url, url: base.url });
  expect(shopRow(here, base, shop)).toBeUndefined();
  expect(shopRow(here, base, { ...shop, name: '一窑器物' })).toMatchObject({ name: '一窑器物' });
});
