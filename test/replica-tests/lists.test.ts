import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Replica, startReplica } from '../replica';
import { notes } from '../replica/truth';
import { pages, savedListUrl, truthSaved } from '../replica/truth-pages';
import { parse } from './dom';
import { get } from './get';

let replica: Replica;
beforeAll(async () => {
  replica = await startReplica();
});
afterAll(() => replica.close());

const collectUrl = 'https://www.xiaohongshu.com/api/sns/web/v1/note/collect';

describe('every page is there and shows the cards of its truth', () => {
  test.each(pages.map((page) => [page.name, page] as const))('%s', async (_name, { url, cards, links }) => {
    const { status, text } = await get(replica, url);
    expect(status).toBe(200);
    const document = parse(text);
    const shown = [...document.querySelectorAll('section.note-item, .product-item, .live-room .live-goods-item')];
    expect(shown.length).toBe(Math.min(15, cards.length));
    for (const [index, card] of shown.entries()) {
      const { kind, noteId, authorId, title, media, label } = cards[index]!;
      if (kind === 'product') continue;
      const hrefs = [...card.querySelectorAll('a')].map((anchor) => anchor.getAttribute('href') ?? '');
      expect(Number(card.getAttribute('data-index'))).toBe(index);
      expect(hrefs[0]?.split('/')[2]).toBe(kind === 'note' ? noteId : hrefs[0]?.split('/')[2]);
      expect(hrefs.some((href) => href.startsWith(`/user/profile/${authorId}`))).toBe(kind === 'note');
      expect(card.querySelector('.title')?.textContent?.trim() || undefined).toBe(title);
      expect(card.querySelector('.play-icon') !== null).toBe(media === 'video');
      expect(card.querySelector('.bottom-tag-text')?.textContent).toBe(label?.text);
    }
    for (const { href } of links) expect(text).toContain(`href="${href.split('?')[0]}`);
  });
});

test('what we collect is in our saved list, newest first, and in nobody else’s', async () => {
  const ids = [3, 1].map((index) => notes[index]!.id);
  for (const id of ids) await get(replica, collectUrl, JSON.stringify({ note_id: id }));
  const shownAt = async (url: string) =>
    [...parse((await get(replica, url)).text).querySelectorAll('.note-item > div > a:first-child')].map(
      (anchor) => anchor.getAttribute('href')?.split('/')[2],
    );
  expect(await shownAt(savedListUrl)).toEqual(ids.toReversed());
  expect(truthSaved(ids).map(({ noteId }) => noteId)).toEqual(ids.toReversed());
  const others = pages.find(({ name }) => name.startsWith('somebody'))!;
  expect(await shownAt(others.url)).toEqual(others.cards.map(({ noteId }) => noteId));
});

test('the comments of the truth are those of the page, in its order', async () => {
  for (const note of notes.slice(0, 12)) {
    const document = parse((await get(replica, note.url)).text);
    const shown = [...document.querySelectorAll('.comment-item')].map((comment) => ({
      id: comment.id.replace('comment-', ''),
      reply: comment.classList.contains('comment-item-sub'),
      pinned: comment.querySelector('.top') !== null,
      role: comment.querySelector('.tag')?.textContent ?? '',
      text: comment.querySelector('.note-text')?.textContent,
    }));
    const words = { author: '作者', merchant: '商家', other_user: '' };
    const wanted = note.comments
      .filter(({ later }) => !later)
      .map(({ id, reply, pinned, role, text }) => ({ id, reply, pinned, role: words[role], text }));
    expect(shown).toEqual(wanted);
    expect(note.comments).toHaveLength(note.commentsDeclared);
  }
});

test('a phone gets the note in its state, and comments nowhere else', async () => {
  const { url, noteId } = pages.find(({ name }) => name.includes('phone'))!;
  const { text } = await get(replica, url);
  const state = /window\.__INITIAL_STATE__=(.*?)<\/script>/s.exec(text)?.[1] ?? '';
  expect(state).toContain('undefined');
  const { data } = JSON.parse(state.replace(/:undefined/g, ':null')).noteData;
  expect([data.noteData.noteId, data.commentData.comments.length]).toEqual([noteId, 10]);
  expect(parse(text).querySelector('.narmal-note-container .author-box')).not.toBeNull();
  expect(parse(text).querySelector('.comment-item')).toBeNull();
});

test('a state may come with half of the note missing', async () => {
  const note = notes.find(({ state }) => state === 'part')!;
  const { text } = await get(replica, note.url);
  expect(text).toContain('"user":undefined');
  expect(text).toContain('"imageList":undefined');
  expect(text).toContain(note.title);
});
