import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { readPage } from '../../utils/sites';
import { cardMarkup, commentMarkup, feed, ids, noteMarkup, noteUrl, parse } from './pages';

// Hundreds of pages are parsed here, on a machine with two cores.
vi.setConfig({ testTimeout: 120_000 });

/** A third of the pages is enough each time: the browsers read another five hundred (test/e2e/generated.e2e.ts). */
const rounds = (many: number) => ({
  numRuns: process.env['BACAO_FULL'] === '1' ? many : Math.ceil(many / 3),
  seed: 20261122,
});

/**
 * What users write and what tempts a reader: none of it is a link, a 口令 or a label, in whatever order. A name in brackets
 * right before 打开淘宝 is left out: nothing tells it from a 口令.
 */
const baits = [
  ...['广告', '赞助', '推广', '品牌合作', '利益相关', 'Sponsored', 'Ad', '廣告', '含广告', '[广告]'],
  ...['购买同款', '了解详情', '立即购买', '进店看看', '领取补贴', '商家', '官方', '作者', '置顶', '已购'],
  ...[
    '¥12.80',
    '￥99',
    '￥1,299.00起',
    '$19.99',
    '€8',
    '99元3件',
    '￥￥',
    '$$$$',
    '￥12￥',
    '¥199-¥299',
    '￥1234567890￥',
  ],
  ...[
    '淘宝搜：帆布包',
    '打开淘宝就能搜到',
    '复制这段话',
    '【淘宝】',
    '京东自营',
    '拼多多百亿补贴',
    '天猫双11',
    '口令红包',
    '淘口令失效了',
  ],
  ...[
    'item.jd.com/100081234561.html',
    'detail.tmall.com/item.htm?id=1',
    'u.jd.com',
    'tb.cn',
    'm.tb.cn/h.abc',
    'taobao://',
    'tbopen',
  ],
  ...[
    'htt ps://item.jd.com/1.html',
    'https://',
    'http:// item.taobao.com',
    'https://example.com/goods-detail/1',
    'www.baidu.com',
  ],
  ...[
    'https://item.jd.com.evil.example/100012043978.html',
    'https://item.jd.com@evil.example/100012043978.html',
    'javascript:void(0)',
  ],
  ...['（ABCDEFGHIJK）', '￥abcdefghij￥', '￥ABCDEFGHIJ￥', '/aBcDeFgHiJk/', 'CZ3457', '5👈', 'xixi:/', '( 12 )'],
  ...[
    '{"goodsInfo":{"id":1}}',
    'adsInfo',
    'goods_info: 1',
    '__INITIAL_STATE__={"a":1}',
    '/goods-detail/',
    '#/shop/',
    '&lt;a href=1&gt;',
  ],
  ...['共 14 条评论', '- THE END -', '展开 3 条回复', '这是一片荒地', '3天前', '1.2万'],
];

const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(...baits),
      fc.string({ maxLength: 12 }).map((text) => text.replace(/[<>&￥¥$(（/]/g, ' ')),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .chain((parts) => fc.constantFrom(' ', '，', '<br>', '\n', '').map((glue) => parts.join(glue)));

const note = fc.record({ title: words, line: words, comment: words, name: words, reply: words });

function markupOf({
  title,
  line,
  comment,
  name,
  reply,
}: Record<'title' | 'line' | 'comment' | 'name' | 'reply', string>) {
  const comments = commentMarkup(comment) + commentMarkup(`<span>${reply}</span>`, '', ids.other);
  return noteMarkup({ title, desc: `<span>${line}</span><br><b>${title}</b>`, comments })
    .replaceAll('读者名', name)
    .replaceAll('作者名', name);
}

test('notes without links: no link, no label, no sign of an ad, nobody made what they are not', () =>
  fc.assert(
    fc.property(note, (parts) => {
      const { links, note: reading, signals, comments } = readPage(noteUrl, parse(markupOf(parts)));
      expect({ links, label: reading?.label, role: reading?.authorRole, signals }).toEqual({ links: [] });
      expect(comments.map(({ authorRole, pinned, buyer }) => [authorRole, pinned, buyer])).toEqual(
        comments.map(() => ['other_user', false, undefined]),
      );
      expect([reading?.id, reading?.authorId, comments.length]).toEqual([ids.note, ids.author, 2]);
    }),
    rounds(600),
  ));

test('cards: what users call them and themselves is neither', () =>
  fc.assert(
    fc.property(words, words, (title, name) => {
      const card = cardMarkup(ids.other, 0)
        .replace('卡片标题', () => title)
        .replace('作者名', () => name);
      const { cards, links, signals } = readPage('https://www.xiaohongshu.com/explore', parse(feed(card)));
      expect([cards[0]?.label, cards[0]?.authorRole, links, signals]).toEqual([undefined, undefined, [], undefined]);
      expect(cards[0]).toMatchObject({ kind: 'note', noteId: ids.other, authorId: ids.author });
    }),
    rounds(400),
  ));

const marks = ['广告', '赞助', '品牌合作', 'Sponsored', '[广告]', '商家', '购买同款', '了解详情'];
const bare = { id: '', class: '' };
const names = {
  title: [bare, { id: 'detail-title', class: '' }, { id: '', class: 'title' }, { id: 'detail-title', class: 'title' }],
  desc: [bare, { id: 'detail-desc', class: '' }, { id: '', class: 'desc' }, { id: 'detail-desc', class: 'desc' }],
  thread: ['comments-el', 'comments-container', 'list-container'],
  comment: [`id="comment-${ids.comment}"`, 'class="comment-item"', 'class="comment-item comment-item-sub"'],
  text: ['note-text', 'content', 'content x'],
  caption: ['title', 'caption'],
};

const partly = fc.record({
  title: fc.constantFrom(...names.title),
  desc: fc.constantFrom(...names.desc),
  thread: fc.constantFrom(...names.thread),
  comment: fc.constantFrom(...names.comment),
  text: fc.constantFrom(...names.text),
  caption: fc.constantFrom(...names.caption),
  word: fc.constantFrom(...marks),
  wrap: fc.constantFrom('', 'span', 'b'),
});

const readTexts = ({ note: reading, comments, cards }: ReturnType<typeof readPage>) =>
  [reading?.title, ...comments.map(({ text }) => text), ...cards.map(({ title }) => title)].filter(Boolean);

test('300 notes of which some names are known: what is read as users’ words is no label, nor a sign of an ad', () => {
  let read = 0;
  fc.assert(
    fc.property(partly, ({ title, desc, thread, comment, text, word, wrap }) => {
      const inner = wrap === '' ? word : `<${wrap}>${word}</${wrap}>`;
      const named = (name: typeof bare, says: string) => `<div id="${name.id}" class="${name.class}">${says}</div>`;
      const isNamed = title !== bare;
      const isTold = desc !== bare;
      const page = readPage(
        noteUrl,
        parse(`<div id="noteContainer"><div class="note-content">${named(isNamed ? title : { id: 'detail-title', class: '' }, isNamed ? inner : '标题')}
          ${named(isTold ? desc : { id: 'detail-desc', class: '' }, isTold ? inner : '正文')}</div>
          <div class="${thread}"><div ${comment}><a href="/user/profile/${ids.reader}">${word}</a><div class="${text}">${inner}</div></div></div></div>`),
      );
      read += readTexts(page).filter((each) => each === word).length;
      expect([page.note?.label, page.note?.authorRole, page.signals]).toEqual([undefined, undefined, undefined]);
    }),
    { numRuns: 300, seed: 20261129 },
  );
  expect(read).toBeGreaterThan(300);
});

test('200 cards of which some names are known: neither title nor description is a label', () =>
  fc.assert(
    fc.property(partly, ({ caption, text, word, wrap }) => {
      const inner = wrap === '' ? word : `<${wrap}>${word}</${wrap}>`;
      const card = cardMarkup(ids.other, 0)
        .replace('class="title"', `class="${caption}"`)
        .replace('<span>卡片标题</span>', `${inner}</a><div class="desc ${text}">${inner}</div><a>`);
      const page = readPage('https://www.xiaohongshu.com/explore', parse(feed(card)));
      expect(readTexts(page)).toEqual([word]);
      expect([page.cards[0]?.label, page.cards[0]?.authorRole, page.signals]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    }),
    { numRuns: 200, seed: 20261129 },
  ));

test('a label beside users’ words stays one', () => {
  const label = { text: '广告', kind: 'statutory' };
  const { note: reading } = readPage(noteUrl, parse(noteMarkup({ content: '<span>广告</span>' })));
  expect(reading?.label).toEqual(label);
  const goods = '<section class="product-item"><i>广告</i></section>';
  expect(readPage('https://www.xiaohongshu.com/explore', parse(feed(goods))).cards[0]).toEqual({
    position: 0,
    kind: 'product',
    label,
  });
});

test.each(['vote-option', 'poll__item', 'note-vote'])('what is voted on in a %s is no label', (name) => {
  const content = `<div class="x"><div class="${name}"><span>广告</span></div><div class="${name}"><span>不是</span></div></div>`;
  const { note: reading, signals } = readPage(noteUrl, parse(noteMarkup({ content })));
  expect([reading?.label, signals]).toEqual([undefined, undefined]);
});

test.each([
  ['taobao://item.taobao.com/item.htm?id=698215037714', ['ali:698215037714']],
  ['taobao://，广告', []],
  ['taobao://', []],
  ['taobao://，https://item.jd.com/100012043978.html', ['jd:100012043978']],
])('the words %s lead to %j', (line, keys) => {
  const { links } = readPage(noteUrl, parse(noteMarkup({ desc: `<span>${line}</span>` })));
  expect(links.map(({ link }) => link.key)).toEqual(keys);
});
