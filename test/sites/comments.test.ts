import { describe, expect, test } from 'vitest';
import { readPage } from '../../utils/sites';
import { isExact } from '../../utils/sites/xiaohongshu/counts';
import { commentMarkup, ids, jdUrl, noteMarkup, noteUrl, parse, type NoteParts } from './pages';

const read = (parts: NoteParts) => readPage(noteUrl, parse(noteMarkup(parts)));
const first = (comments: string) => read({ comments }).comments[0];

const tagged = (...tags: string[]) =>
  commentMarkup('好看').replace(
    '读者名</a>',
    `读者名</a>${tags.map((tag) => `<span class="tag">${tag}</span>`).join('')}`,
  );

describe('who comments', () => {
  test.each([
    ['作者', 'author'],
    ['Author', 'author'],
    ['商家', 'merchant'],
    ['官方账号', 'merchant'],
    ['Official', 'merchant'],
    ['读者', 'other_user'],
    ['铁粉', 'other_user'],
  ])('tag %s: %s', (tag, role) => expect(first(tagged(tag))).toMatchObject({ authorRole: role, pinned: false }));

  test.each(['置顶', '置顶评论', '置頂留言', 'Pinned'])('tag %s pins', (tag) =>
    expect(first(tagged(tag))).toMatchObject({ authorRole: 'other_user', pinned: true }),
  );

  test.each(['已购', '已购买', '买过', '已購', 'Purchased'])('tag %s marks a buyer', (tag) =>
    expect(first(tagged(tag))?.buyer).toBe(true),
  );

  test('who says so is no buyer', () => {
    expect(first(commentMarkup('已购'))).not.toHaveProperty('buyer');
    expect(first(tagged('粉丝'))).not.toHaveProperty('buyer');
  });

  test.each([
    ['a name', commentMarkup('x').replaceAll('读者名', '作者')],
    ['a name in a part', commentMarkup('x').replaceAll('读者名', '<span>作者</span>')],
    [
      'a name outside its anchor',
      commentMarkup('x').replace('<div class="content">', '<span class="nickname">作者</span><div class="content">'),
    ],
    ['a place', commentMarkup('x').replace('04-05</span>', '04-05</span><span class="location">官方</span>')],
    ['a place beside the date', commentMarkup('x').replace('<div class="date">', '<span>商家</span>$&')],
    ['a date', commentMarkup('x').replace('04-05', '置顶')],
    ['a count', commentMarkup('x').replace('<div class="info">', '<div class="interactions"><b>商家</b></div>$&')],
    ['the text', commentMarkup('<span>作者</span><span>置顶</span>')],
    ['a link’s words', commentMarkup('x', '<a href="#"><span>商家</span></a>')],
  ])('%s gives nobody a role', (_where, comments) =>
    expect(first(comments)).toMatchObject({ authorRole: 'other_user', pinned: false }),
  );
});

describe('what a comment says', () => {
  test('its words, not those of a link in it', () =>
    expect(first(commentMarkup('这个真的好用', `<a href="${jdUrl}">求同款链接</a>`))).toMatchObject({
      text: '这个真的好用',
      asksForLink: false,
    }));

  test('a picture alone says nothing', () =>
    expect(first(commentMarkup('', '<div class="comment-picture"><img src="a.webp"></div>'))).toMatchObject({
      text: '',
    }));

  test('an answer to somebody', () =>
    expect(
      first(
        commentMarkup('链接呢').replace(
          '<span class="note-text">',
          '回复 <span class="nickname">某某</span> : <span class="note-text">',
        ),
      ),
    ).toMatchObject({ text: '链接呢', asksForLink: true }));

  test('what is in another form is read as it stands', () =>
    expect(first(commentMarkup('x').replace('<span class="note-text">x</span>', '该评论已删除'))).toMatchObject({
      text: '该评论已删除',
      asksForLink: false,
    }));

  test.each([
    ['<span>04-05</span><span class="location">广东</span>', '04-05'],
    ['<span>昨天 12:30</span>', '昨天 12:30'],
    ['3天前', '3天前'],
    ['3天前 广东', '3天前'],
    ['刚刚天津', '刚刚'],
  ])('the time of %s', (date, text) =>
    expect(first(commentMarkup('x').replace('<span>04-05</span>', date))?.time).toEqual({ text }),
  );

  test.each([
    ['a button', '好看<button>回复</button>', '好看'],
    ['what replies', '好看<span class="reply">回复</span>', '好看'],
    ['a part that acts as a button', '<span role="button"><i>展开</i></span>好看', '好看'],
    ['what unfolds the replies', '好看<div class="show-more">展开 1 条回复</div>', '好看'],
    ['a label', '<span class="tag">广告</span>好看', '好看'],
    ['a label with its icon', '<span><svg></svg>赞助</span>好看', '好看'],
    ['a link-out button', '好看 <i>购买同款</i>', '好看'],
    ['a tag', '<b>置顶</b>好看<b>作者</b>', '好看'],
    ['a mention and a face', '<a href="#">@某某</a>好看<img>了', '@某某好看了'],
    ['a word in a sentence', '这是<b>广告吗</b>', '这是广告吗'],
    ['a word of one’s own', '广告', '广告'],
    ['the same in a part', '<span>广告</span>', '广告'],
    ['the same beside a button', '<span>广告</span><button>回复</button>', '广告'],
  ])('%s in its text', (_what, markup, text) => {
    const boxed = commentMarkup('x').replace('<span class="note-text">x</span>', markup);
    for (const comment of [commentMarkup(markup), boxed])
      expect(first(comment)).toMatchObject({ text, authorRole: 'other_user', pinned: false, asksForLink: false });
  });

  test('a button’s words ask for nothing, and are no label of the note', () => {
    const page = read({ comments: commentMarkup('好看<button>求链接</button><span>广告</span>') });
    expect(page.comments[0]).toMatchObject({ text: '好看', asksForLink: false });
    expect(page.note).not.toHaveProperty('label');
    expect(page).not.toHaveProperty('signals');
  });

  test('of more parts than anybody writes all is text', () =>
    expect(first(commentMarkup(`好${'<b>广告</b>'.repeat(150)}`))?.text).toBe(`好${'广告'.repeat(150)}`));

  test('no time is none', () =>
    expect(first(commentMarkup('x').replace('<div class="date"><span>04-05</span></div>', ''))).not.toHaveProperty(
      'time',
    ));
});

describe('how much of the thread is there', () => {
  const two = commentMarkup('一') + commentMarkup('二', '', ids.other);
  const end = '<div class="end-container">- THE END -</div>';
  const folded = '<div class="show-more">展开 1 条回复</div>';

  test.each([
    ['as many as declared', { total: '共 2 条评论', comments: two }, [2, 2, true]],
    ['fewer', { total: '共 3 条评论', comments: two }, [3, 2, false]],
    ['fewer, and the end', { total: '共 3 条评论', comments: two + end }, [3, 2, true]],
    ['fewer, the end, and folded replies', { total: '共 3 条评论', comments: two + folded + end }, [3, 2, false]],
    ['more than declared', { total: '共 1 条评论', comments: two }, [1, 2, true]],
    ['nobody counts', { total: '', comments: two }, [undefined, 2, false]],
    ['nobody counts, and the end', { total: '', comments: two + end }, [undefined, 2, true]],
    ['none', { total: '', comments: '<div class="no-comments-text">这是一片荒地</div>' }, [0, 0, true]],
    ['none yet', { total: '共 5 条评论', comments: '' }, [5, 0, false]],
  ])('%s', (_name, parts, thread) => {
    const { note } = read(parts);
    expect([note?.commentsDeclared, note?.commentsLoaded, note?.commentsComplete]).toEqual(thread);
  });

  const hex = (index: number) => index.toString(16).padStart(24, '6');
  const many = (count: number) => Array.from({ length: count }, (_, i) => commentMarkup('好', '', hex(i))).join('');

  test.each([
    ['共 10+ 条评论', [10, 12, false]],
    ['共 10+ 条评论', [10, 10, false]],
    ['共 99+ 条评论', [99, 100, false]],
    ['10+ comments', [10, 10, false]],
    ['共 11 条评论', [11, 11, true]],
    ['14 comments', [14, 14, true]],
  ] as const)('%s: of at least as many as %j', (total, [declared, count, complete]) => {
    for (const tail of ['', end]) {
      const { note } = read({ total, comments: many(count) + tail });
      const thread = [note?.commentsDeclared, note?.commentsLoaded, note?.commentsComplete];
      expect(thread).toEqual([declared, count, complete || tail === end]);
    }
  });

  test.each([
    ['2', true],
    ['1,234', true],
    ['共 14 条评论', true],
    ['14 comments', true],
    ['10+', false],
    ['99+', false],
    ['1千+', false],
    ['千+', false],
    ['1.2万', false],
    ['共 1.2万 条评论', false],
    ['1.2K comments', false],
    ['3w', false],
  ])('%s is exact: %s', (line, exact) => expect(isExact(line)).toBe(exact));

  const list = [{ id: 'a', content: 'x', subCommentHasMore: false, subComments: [{ id: 'b', content: 'y' }] }];

  test.each([
    ['no more', { list, hasMore: false }, [2, true]],
    ['more', { list, hasMore: true }, [2, false]],
    ['more replies', { list: [{ ...list[0], subCommentHasMore: true }], hasMore: false }, [2, false]],
    ['not told', { list }, [2, false]],
  ])('by the state alone: %s', (_name, comments, thread) => {
    const note = {
      noteId: ids.note,
      time: 1,
      user: { userId: 'u1' },
      imageList: [],
      interactInfo: { commentCount: '9' },
    };
    const state = { note: { noteDetailMap: { [ids.note]: { note, comments } } } };
    const page = readPage(noteUrl, parse(`<script>window.__INITIAL_STATE__=${JSON.stringify(state)}</script>`));
    expect([page.note?.commentsLoaded, page.note?.commentsComplete]).toEqual(thread);
  });

  test.each([
    ['10', true, true],
    ['10+', true, false],
    ['10+', false, true],
  ])('by the state, which counts %s, with more to come: %s', (commentCount, hasMore, complete) => {
    const note = { noteId: ids.note, time: 1, user: { userId: 'u1' }, imageList: [], interactInfo: { commentCount } };
    const comments = { list: Array.from({ length: 10 }, (_, i) => ({ id: hex(i), content: 'x' })), hasMore };
    const state = { note: { noteDetailMap: { [ids.note]: { note, comments } } } };
    const page = readPage(noteUrl, parse(`<script>window.__INITIAL_STATE__=${JSON.stringify(state)}</script>`));
    expect(page.note).toMatchObject({ commentsDeclared: 10, commentsLoaded: 10, commentsComplete: complete });
  });
});

describe('who puts up a blue link, and who asked', () => {
  const blue = `<a href="${jdUrl}">去</a>`;
  const at = (time: string, comment: string) => comment.replace('04-05', time);
  const reply = (comment: string) => comment.replace('class="comment-item"', 'class="comment-item comment-item-sub"');

  test('a pinned comment of the author, after a question elsewhere', () => {
    const link = tagged('作者', '置顶').replace('好看</span>', `好看</span>${blue}`);
    const comments = at('11-20', link) + at('3天前', commentMarkup('求链接', '', ids.other));
    expect(read({ comments }).links).toMatchObject([
      {
        surface: 'blue-link',
        commentId: ids.comment,
        poster: { role: 'author', pinned: true, reply: false, time: { text: '11-20' } },
        asked: { where: 'note', time: { text: '3天前' } },
      },
    ]);
  });

  test('a reply in the thread of the question: that question, not another one', () => {
    const comments =
      at('01-01', commentMarkup('求链接', '', ids.goods)) +
      at('02-02', commentMarkup('链接呢', '', ids.other)) +
      at('02-03', reply(commentMarkup('这里', blue)));
    expect(read({ comments }).links).toMatchObject([
      { poster: { role: 'other_user', reply: true }, asked: { where: 'thread', time: { text: '02-02' } } },
    ]);
  });

  test('a 口令 in a comment has its poster too', () =>
    expect(read({ comments: tagged('商家').replace('好看', '￥yKnuUEInvoQ￥ 打开淘宝') }).links).toMatchObject([
      { surface: 'text-token', poster: { role: 'merchant', pinned: false } },
    ]));

  test('nobody asked, and no comment holds it', () => {
    const [inComment, inNote] = read({ comments: commentMarkup('这里', blue), content: blue }).links.reverse();
    expect(inNote).not.toHaveProperty('poster');
    expect(inComment).not.toHaveProperty('asked');
  });

  test('of comments in the state, whose times are exact, nobody asks after the link', () => {
    const comment = (id: string, content: string, createTime: number) => ({ id, content, createTime, userInfo: {} });
    const asked = (...questions: object[]) => {
      const note = { noteId: ids.note, title: '', time: 1, user: { userId: 'u1' }, imageList: [] };
      const list = [comment(ids.comment, `买这个 ${jdUrl}`, 1_780_000_000_000), ...questions];
      const state = { note: { noteDetailMap: { [ids.note]: { note, comments: { list } } } } };
      const page = readPage(noteUrl, parse(`<script>window.__INITIAL_STATE__=${JSON.stringify(state)}</script>`));
      return page.links[0]?.asked;
    };
    const later = comment(ids.goods, '求链接', 1_780_000_060_000);
    expect(asked(later)).toBeUndefined();
    expect(asked(later, comment(ids.other, '求链接', 1_779_999_940_000))).toEqual({
      where: 'note',
      time: { at: 1_779_999_940_000 },
    });
  });

  test('who asks and links in one comment asked nobody', () =>
    expect(read({ comments: commentMarkup('求链接', blue) }).links[0]).not.toHaveProperty('asked'));
});
