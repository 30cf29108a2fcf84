import { describe, expect, test } from 'vitest';
import { readPage } from '../../utils/sites';
import { reader } from '../../utils/sites/xiaohongshu';
import { commentMarkup, ids, jdUrl, noteMarkup, noteUrl, parse } from './pages';

const at = 1_780_000_000_000;
const whole = { noteId: ids.note, title: '', time: 1, user: { userId: ids.author }, imageList: [] };

function pageOf(comments: string, ...list: object[]): Document {
  const state = { note: { noteDetailMap: { [ids.note]: { note: whole, comments: { list } } } } };
  return parse(`${noteMarkup({ comments })}<script>window.__INITIAL_STATE__=${JSON.stringify(state)}</script>`);
}

const read = (comments: string, ...list: object[]) => readPage(noteUrl, pageOf(comments, ...list));
const inState = (id: string, more: object = {}) => ({
  id,
  content: '旧的字',
  userInfo: { userId: ids.reader },
  ...more,
});

const reply = (comment: string) => comment.replace('class="comment-item"', 'class="comment-item comment-item-sub"');

describe('a comment that page and state both have', () => {
  test('its moment, beside the words of the page', () =>
    expect(read(commentMarkup('好看'), inState(ids.comment, { createTime: at })).comments).toEqual([
      {
        id: ids.comment,
        authorRole: 'other_user',
        pinned: false,
        reply: false,
        text: '好看',
        asksForLink: false,
        time: { text: '04-05', at },
      },
    ]));

  test('that it is pinned', () =>
    expect(read(commentMarkup('好看'), inState(ids.comment, { showTags: ['user_top'] })).comments).toMatchObject([
      { pinned: true, authorRole: 'other_user' },
    ]));

  test('whose it is, where the page does not say', () => {
    const nameless = commentMarkup('好看').replaceAll(/<a [^>]*>|<\/a>/g, '');
    const of = (more: object) => read(nameless, inState(ids.comment, more)).comments[0]?.authorRole;
    expect(of({ showTags: ['is_author'] })).toBe('author');
    expect(of({ userInfo: { userId: ids.author } })).toBe('author');
    expect(of({})).toBe('other_user');
    expect(of({ userInfo: {} })).toBe('unknown');
  });

  test('what the page says more of it stays', () => {
    const tagged = commentMarkup('好看').replace(
      '读者名</a>',
      '读者名</a><span class="tag">商家</span><span class="tag">置顶</span>',
    );
    expect(read(tagged, inState(ids.comment)).comments).toMatchObject([
      { authorRole: 'merchant', pinned: true, text: '好看', time: { text: '04-05' } },
    ]);
  });

  test('also of a reply, and never of another comment', () => {
    const comments = commentMarkup('一') + reply(commentMarkup('二', '', ids.other));
    const list = inState(ids.goods, {
      createTime: at,
      showTags: ['user_top'],
      subComments: [inState(ids.other, { createTime: at + 1 })],
    });
    expect(read(comments, list).comments).toMatchObject([
      { pinned: false, time: { text: '04-05' } },
      { reply: true, time: { text: '04-05', at: at + 1 } },
    ]);
  });

  test('none is added to those on the page, nor counted', () => {
    const page = read(commentMarkup('一'), inState(ids.comment), inState(ids.other));
    expect(page.comments).toHaveLength(1);
    expect(page.note?.commentsLoaded).toBe(1);
  });

  test('who posted a link, and who asked before', () => {
    const blue = `<a href="${jdUrl}">去</a>`;
    const comments = commentMarkup('这里', blue) + commentMarkup('求链接', '', ids.other);
    const asked = (question: number) =>
      read(
        comments,
        inState(ids.comment, { createTime: at, showTags: ['is_author', 'user_top'] }),
        inState(ids.other, { createTime: question }),
      ).links[0];
    expect(asked(at - 1)).toMatchObject({
      poster: { role: 'author', pinned: true, time: { text: '04-05', at } },
      asked: { where: 'note', time: { text: '04-05', at: at - 1 } },
    });
    expect(asked(at + 1)).not.toHaveProperty('asked');
  });
});

test('what is counted as shown knows its author too', () => {
  const document = pageOf(commentMarkup('好看'), inState(ids.comment, { showTags: ['is_author'] }));
  const finder = reader.unitsOn(noteUrl, document);
  const unit = Array.from(finder.find(document), (element) => finder.read(element)).at(-1);
  expect(unit).toMatchObject({ kind: 'comment', authorRole: 'author', authorId: ids.author });
});
