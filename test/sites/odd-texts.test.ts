import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPage } from '../../utils/sites';
import { commentMarkup, ids, noteMarkup, noteUrl, parse } from './pages';

/** Halves of letters, broken addresses and share codes, and whatever else a text may hold. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\ud83d', '\udc00', '\u0000', '\u202e', '%E0%A4%A', 'http://[', 'https://', 'taobao://'),
      fc.constantFrom(
        '￥',
        '￥yKnuUEInvoQ￥',
        'm.tb.cn/h.5',
        'https://item.jd.com/1.html?x=%',
        'xhsdiscover://goods_detail/',
      ),
      fc.constantFrom('intent://x#Intent;S.browser_fallback_url=%E0%A4%A;end', '1.2万', '10+', '共 14 条评论'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const markup = (plain: string) => plain.replace(/[&<"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

test('whatever a note, its links and a comment say on the page, the next comment and the author are read', () =>
  fc.assert(
    fc.property(text.map(markup), (odd) => {
      const content = `<a href="${odd}">x</a><b data-url="${odd}" onclick="${odd}">y</b>`;
      const comments = commentMarkup(odd) + commentMarkup('求链接', '', ids.other);
      const page = readPage(noteUrl, parse(noteMarkup({ title: odd, desc: odd, content, comments, total: odd })));
      expect(page.comments.map(({ id }) => id)).toEqual([ids.comment, ids.other]);
      expect(page.comments[1]).toMatchObject({ text: '求链接', asksForLink: true });
      expect(page.note).toMatchObject({ id: ids.note, authorId: ids.author, media: 'image', saved: false });
    }),
  ));

test('the same of its state', () =>
  fc.assert(
    fc.property(text, (odd) => {
      const [user, interactInfo] = [
        { userId: ids.author, nickname: odd },
        { commentCount: odd, likedCount: odd },
      ];
      const note = {
        noteId: ids.note,
        type: 'video',
        title: odd,
        desc: odd,
        time: 1,
        user,
        imageList: [],
        interactInfo,
      };
      const first = { id: 'a', content: odd, showTags: [odd], createTime: odd, userInfo: { userId: odd } };
      const list = [first, { id: 'b', content: '求链接', userInfo: { userId: ids.author } }];
      const state = JSON.stringify({ note: { noteDetailMap: { [ids.note]: { note, comments: { list } } } } });
      const script = `<script>window.__INITIAL_STATE__=${state.replaceAll('<', '\\u003c')}</script>`;
      const page = readPage(noteUrl, parse(script));
      expect(page.comments.map(({ id }) => id)).toEqual(['a', 'b']);
      expect(page.comments[1]).toMatchObject({ text: '求链接', authorRole: 'author' });
      expect(page.note).toMatchObject({ id: ids.note, authorId: ids.author, media: 'video' });
    }),
  ));
