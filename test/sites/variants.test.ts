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
    ['at addresses without a scheme', card.replaceAll('href="/', 'href="//www.xiaohongshu.com/')],
    ['with space around their addresses', card.replace(/href="([^"]*)"/g, 'href="\n $1 "')],
    ['with a title of another name', card.replace('class="title"', 'class="caption"')],
    ['with their picture in a frame', card.replace('<img src="a.webp">', '<picture><img src="a.webp"></picture>')],
  ])('%s', (_form, markup) => expect(read(feedUrl, feed(markup)).cards).toEqual([plain]));
});

describe('a card of another name among known ones', () => {
  const known = [cardMarkup(ids.other, 0), cardMarkup(ids.note, 1), cardMarkup(ids.goods, 2)];
  const facts = (markup: string) =>
    read(feedUrl, markup).cards.map(({ position, noteId, title }) => [position, noteId, title]);

  test.each([0, 1, 2])('at place %i', (place) => {
    const odd = known.map((card, index) =>
      index === place ? card.replace('class="note-item"', 'class="cell"') : card,
    );
    expect(facts(feed(...odd))).toEqual(facts(feed(...known)));
    expect(read(feedUrl, feed(...odd)).unread).toEqual([{ where: 'cards', reason: 'unknown-form' }]);
  });

  test.each([
    ['a machine’s answer', 'search_result_ai'],
    ['a list of words', 'query-note-wrapper'],
  ])('what %s shows is none', (_what, name) => {
    const shown = `<div class="${name}"><a href="/explore/${ids.comment}"><img></a></div>`;
    const notes = read(feedUrl, shown + feed(...known)).cards.filter(({ kind }) => kind === 'note');
    expect(notes).toEqual(read(feedUrl, feed(...known)).cards);
  });

  test('a film is known by its sign, whatever that is called', () => {
    const film = cardMarkup(ids.other, 0, '<i><svg><use xlink:href="#play-s"></use></svg></i>');
    expect(read(feedUrl, feed(film)).cards[0]?.media).toBe('video');
  });
});

describe('a state in other forms', () => {
  const note = {
    noteId: ids.note,
    type: 'normal',
    title: '标题',
    time: 1,
    user: { userId: ids.author },
    imageList: [{}],
    interactInfo: { commentCount: '14' },
  };
  const reply = { id: 'b', content: '有', createTime: 2, userInfo: { userId: ids.author } };
  const comment = { id: 'a', content: '求链接', createTime: 1, userInfo: { userId: ids.reader }, subComments: [reply] };
  const page = (list: unknown[], change: object = {}) => {
    const map = { [ids.note]: { note: { ...note, ...change }, comments: { list, hasMore: true } } };
    return read(
      noteUrl,
      `<script>window.__INITIAL_STATE__=${JSON.stringify({ note: { noteDetailMap: map } })}</script>`,
    );
  };
  const plain = page([comment]);

  test.each([
    ['14', 14],
    [14, 14],
    ['1.2万', 12_000],
    ['10+', 10],
    ['千+', 1_000],
    ['1,234', 1_234],
    ['', undefined],
    [null, undefined],
    [['14'], undefined],
  ])('%j comments', (commentCount, declared) => {
    const { note: found, comments } = page([comment], { interactInfo: { commentCount } });
    const { commentsDeclared: _was, commentsComplete: _whole, ...rest } = plain.note ?? {};
    expect(found).toMatchObject(rest);
    expect(found?.commentsDeclared).toBe(declared);
    expect(comments).toEqual(plain.comments);
  });

  test('a comment that is none costs no other', () => {
    const { comments, unread } = page([null, 7, 'x', {}, [], { subComments: 'x' }, comment]);
    expect(comments).toEqual(plain.comments);
    expect(unread).toEqual(Array.from({ length: 6 }, () => ({ where: 'comment', reason: 'shape' })));
  });

  test('a comment without its id, its author or its replies keeps what it says', () => {
    const { id: _id, userInfo: _user, subComments: _replies, ...rest } = comment;
    expect(page([rest, comment]).comments).toEqual([
      { authorRole: 'unknown', pinned: false, reply: false, text: '求链接', asksForLink: true, time: { at: 1 } },
      ...plain.comments,
    ]);
  });

  test('a comment whose author is called as a note’s', () => {
    const { userInfo: user, ...rest } = comment;
    expect(page([{ ...rest, user }]).comments).toEqual(plain.comments);
  });

  test('numbers that are texts, texts that are numbers', () =>
    expect(page([{ ...comment, content: 666, createTime: '1' }]).comments[0]).toMatchObject({
      text: '666',
      time: { at: 1 },
    }));

  test('halves of letters and words of an address', () => {
    const text = '\ud83d看\udc00 https://item.jd.com/100012043978.html';
    const {
      comments,
      links,
      note: found,
    } = page([{ ...comment, content: text }, comment], { title: text, desc: text });
    expect(comments.map((each) => each.text)).toEqual([text, '有', '求链接', '有']);
    expect(found?.title).toBe(text);
    expect(links).toHaveLength(2);
  });
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

  test('beside the sign that there is none', () =>
    expect(read(noteUrl, `${markup}<div class="error-wrapper" style="display: none"></div>`)).toEqual(plain));

  test('a reply inside the comment it answers: each has its own words', () => {
    const reply = commentMarkup('有', '', ids.goods).replaceAll(ids.reader, ids.author);
    const thread = noteMarkup({
      comments: commentMarkup('')
        .replace('<span class="note-text"></span>', '')
        .replace(/(<\/div>){2}$/, `${reply}$&`),
    });
    expect(read(noteUrl, thread).comments.map(({ id, text, authorRole }) => [id, text, authorRole])).toEqual([
      [ids.comment, '', 'other_user'],
      [ids.goods, '有', 'author'],
    ]);
  });

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
