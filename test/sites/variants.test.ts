import { describe, expect, test } from 'vitest';
import { readPage } from '../../utils/sites';
import { cardMarkup, commentMarkup, feed, ids, jdUrl, noteMarkup, noteUrl, parse } from './pages';

const feedUrl = 'https://www.xiaohongshu.com/explore';
const read = (url: string, markup: string) => readPage(url, parse(markup));

/** Every build has other hashes; some builds have none. */
const scoped = (markup: string) =>
  markup.replace(/<(div|section|span|a|svg)/g, '<$1 data-v-173cc1c4=""').replaceAll('class="', 'class="c-1x2y3z ');

describe('cards in other forms', () => {
  const card = cardMarkup(ids.other, 3);
  const [plain] = read(feedUrl, feed(card)).cards;

  test.each([
    ['with scopes and hashes', scoped(card)],
    ['as a div', card.replaceAll('section', 'div')],
    ['with a cover of another name', card.replace('cover mask ld', 'picture')],
    ['abroad', card.replaceAll('href="/', 'href="https://www.rednote.com/')],
    ['as a search has them', card.replaceAll('/explore/', '/search_result/')],
    ['with their picture in a frame', card.replace('<img src="a.webp">', '<picture><img src="a.webp"></picture>')],
  ])('%s', (_form, markup) => expect(read(feedUrl, feed(markup)).cards).toEqual([plain]));
});

describe('a note in other forms', () => {
  const markup = noteMarkup({ comments: commentMarkup('求链接', `<a href="${jdUrl}">去</a>`), total: '共 1 条评论' });
  const plain = read(noteUrl, markup);

  test.each([
    ['with scopes and hashes', scoped(markup)],
    ['without the ids of its words', markup.replace('id="detail-title"', '').replace('id="detail-desc"', '')],
    ['with comments of another name', markup.replace('class="comment-item"', 'class="c-9"')],
    ['in traditional writing', markup.replace('共 1 条评论', '共 1 條評論')],
    ['in English', markup.replace('共 1 条评论', '1 comment')],
    ['abroad', markup.replaceAll('href="/', 'href="https://www.rednote.com/')],
  ])('%s', (_form, other) => expect(read(noteUrl, other)).toEqual(plain));

  test('replies without a name of their own', () => {
    const reply = commentMarkup('有', '', ids.goods);
    const thread = commentMarkup('求链接').replace(
      /<\/div><\/div>$/,
      `</div><div class="reply-container">${reply}</div></div>`,
    );
    expect(read(noteUrl, noteMarkup({ comments: thread })).comments.map(({ id, reply: is }) => [id, is])).toEqual([
      [ids.comment, false],
      [ids.goods, true],
    ]);
  });

  test('a player that has not loaded its film yet', () => {
    const film = markup.replace('<div class="note-slider"><img src="a.webp"></div>', '<div class="xgplayer"></div>');
    expect(read(noteUrl, film).note?.media).toBe('video');
  });

  test('a phone’s page without its state', () => {
    const page = `<div class="note-view-container"><div class="author-box"><a href="/user/profile/${ids.author}"><img></a></div>
      <div class="note-content"><div class="title">标题</div><div class="desc">看 https://u.jd.com/bXJPKh</div></div></div>`;
    const { note, links } = read(noteUrl, page);
    expect(note).toMatchObject({ id: ids.note, title: '标题', authorId: ids.author });
    expect(links.map(({ surface, link }) => [surface, link.platform])).toEqual([['text-link', 'jd']]);
  });
});

describe('a profile’s tab that has no cards', () => {
  const url = `https://www.xiaohongshu.com/user/profile/${ids.author}?tab=fav`;
  test.each([
    ['because it is private', '<div class="lock-icon"></div>', []],
    ['because it holds boards', '<div class="board-card"><a href="/board/1"></a></div>', []],
    ['and should have some', '<div class="feeds-container"></div>', ['cards']],
  ])('%s', (_why, markup, where) => expect(read(url, markup).unread.map((each) => each.where)).toEqual(where));
});
