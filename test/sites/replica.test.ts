import { describe, expect, test, vi } from 'vitest';
import { answer } from '../replica/router';
import { hostile, liveLinks, notes, type TruthLink, type TruthNote } from '../replica/truth';
import type { Skin, World } from '../replica/types';
import { readPage } from '../../utils/sites';
import { parse } from './pages';

// Whole pages are slow to parse on a machine with two cores.
vi.setConfig({ testTimeout: 30_000 });

const skins: Skin[] = ['known', 'unknown'];

function worldIn(skin: Skin): World {
  return { skin, now: () => 1_790_000_000_000, collected: new Set(), orderedAt: undefined };
}

function bodyOf(url: string, skin: Skin): string {
  const { host, pathname: path, searchParams: query } = new URL(url, 'https://www.xiaohongshu.com');
  return answer({ host, method: 'GET', path, query, body: '' }, worldIn(skin))?.body ?? '';
}

/** As the page's own script does it: the overlay stands behind all else. */
function overlayOver(url: string, { id }: TruthNote, skin: Skin): string {
  return bodyOf(url, skin).replace('</body>', () => `${bodyOf(`/replica-api/overlay/${id}`, skin)}</body>`);
}

/** An ad link and comments, blue links alone, goods and shop, many links, words. */
const several = [0, 9, 10, 12, 13].flatMap((index) => notes[index] ?? []);

const shown = ({ links }: TruthNote) => links.filter((link) => !link.hidden);

function expected(links: TruthLink[], skin: Skin): string[] {
  return links
    .map(({ surface, platform, itemId, commentId }) =>
      [surface, platform, itemId, skin === 'known' ? commentId : undefined].join(' '),
    )
    .sort();
}

function read(url: string, markup: string) {
  const page = readPage(url, parse(markup));
  const links = page.links
    .map(({ surface, link, commentId }) => [surface, link.platform, link.itemId, commentId].join(' '))
    .sort();
  return { ...page, links, text: page.links.filter(({ layer }) => layer === 'text') };
}

describe.each(skins)('skin %s', (skin) => {
  test.each(notes.map((note) => [note.title, note] as const))('%s', (_title, note) => {
    const page = read(note.url, bodyOf(note.url, skin));
    const words = skin === 'known' || note.state === 'full' ? note.words : [];
    if (note.state === 'late') return;
    expect(page.links).toEqual(expected([...shown(note), ...words], skin));
    if (skin === 'unknown') return;
    const { id, title, authorId, media, commentsDeclared } = note;
    expect(page.note).toMatchObject({ id, authorId, media, commentsDeclared, saved: false, ...(title && { title }) });
    expect(page.note?.label).toEqual(note.label);
    expect(page.comments).toHaveLength(note.commentsAtFirst);
  });

  test.each(['/explore', '/search_result?keyword=x', `/user/profile/${String(notes[0]?.authorId)}`])(
    'notes over %s',
    (url) => {
      for (const note of several) {
        const words = skin === 'known' ? note.words : [];
        expect(read(note.url, overlayOver(url, note, skin)).links).toEqual(expected([...shown(note), ...words], skin));
      }
    },
  );

  test('the feed: the live card alone sells', () => {
    const { links } = read('https://www.xiaohongshu.com/explore', bodyOf('/explore', skin));
    expect(links).toEqual(
      liveLinks
        .map(({ itemId }) => `live-goods xiaohongshu ${String(itemId)}`)
        .map((line) => `${line} `)
        .sort(),
    );
  });

  test('hostile notes without links', () => {
    for (const note of hostile.slice(0, 12)) {
      const page = read(note.url, bodyOf(note.url, skin));
      expect([page.links, page.note?.label]).toEqual([[], undefined]);
    }
  });
});

test('on a page whose names nobody knows, the cards with a cover', () => {
  const { cards } = read('https://www.xiaohongshu.com/explore', bodyOf('/explore', 'unknown'));
  expect(cards.filter(({ kind }) => kind === 'live')).toHaveLength(1);
  const shownNotes = read('https://www.xiaohongshu.com/explore', bodyOf('/explore', 'known')).cards;
  const facts = shownNotes.filter(({ kind }) => kind === 'note').map(({ noteId, authorId }) => [noteId, authorId]);
  expect(cards.filter(({ kind }) => kind === 'note').map(({ noteId, authorId }) => [noteId, authorId])).toEqual(facts);
});

test('every card of the feed, in order, each of its kind', () => {
  const { cards } = read('https://www.xiaohongshu.com/explore', bodyOf('/explore', 'known'));
  expect(cards.map(({ position }) => position)).toEqual(Array.from(cards, (_card, index) => index));
  expect(cards.flatMap(({ kind }, index) => (kind === 'note' ? [] : [[kind, index]]))).toEqual([
    ['query', 4],
    ['live', 9],
  ]);
  for (const { kind, noteId, authorId, title, media } of cards) {
    const note = notes.find(({ id }) => id === noteId);
    if (kind === 'note') expect([authorId, title ?? '', media]).toEqual([note?.authorId, note?.title, note?.media]);
  }
});
