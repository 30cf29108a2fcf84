import { describe, expect, test } from 'vitest';
import { readerAt, readPage } from '../../utils/sites';
import { cardMarkup, feed, ids, parse } from './pages';

const site = 'https://www.xiaohongshu.com';
const profile = `${site}/user/profile/${ids.reader}`;

/** As the explore page of 2025-11 has it. */
const sideBar = (id: string, word = '我') =>
  `<div class="side-bar"><ul><li class="user side-bar-component"><a href="/user/profile/${id}" class="link-wrapper"><span class="channel">${word}</span></a></li></ul></div>`;
const tabs = (active: string, another = '') =>
  ['笔记', '收藏', '点赞', another]
    .map(
      (word) =>
        `<div class="reds-tab-item sub-tab-list${word === (another || active) ? ' active' : ''}"><span>${word}</span></div>`,
    )
    .join('');
const list = feed(cardMarkup(ids.other, 0), cardMarkup(ids.note, 1));

const savedOn = (url: string, markup: string) => readPage(url, parse(markup)).savedNotes;

describe('the notes that the person has collected', () => {
  test.each([
    ['by the address', `${profile}?tab=fav`, sideBar(ids.reader)],
    ['with its part', `${profile}?tab=fav&subTab=note`, sideBar(ids.reader)],
    ['by the tab that is marked', profile, sideBar(ids.reader) + tabs('收藏')],
    ['with both of its tabs marked', `${profile}?tab=fav`, sideBar(ids.reader) + tabs('收藏') + tabs('笔记')],
    ['with a tab marked that nobody knows', `${profile}?tab=fav`, sideBar(ids.reader) + tabs('', '瞬间')],
    ['in another language', `${profile}?tab=fav`, sideBar(ids.reader, 'Me')],
  ])('%s', (_how, url, around) => expect(savedOn(url, around + list)).toEqual([ids.other, ids.note]));

  test('none yet is none, not unknown', () =>
    expect(savedOn(`${profile}?tab=fav`, sideBar(ids.reader) + feed())).toEqual([]));

  test.each([
    ['another person’s', `${profile}?tab=fav`, sideBar(ids.author)],
    ['nobody says whose', `${profile}?tab=fav`, ''],
    ['a link to the profile elsewhere', `${profile}?tab=fav`, `<p><a href="/user/profile/${ids.reader}">我</a></p>`],
    ['a name in the side bar that is no 我', `${profile}?tab=fav`, sideBar(ids.reader, '某某')],
    ['boards', `${profile}?tab=fav&subTab=board`, sideBar(ids.reader)],
    ['posted notes', `${profile}?tab=note`, sideBar(ids.reader) + tabs('收藏')],
    ['liked notes', profile, sideBar(ids.reader) + tabs('点赞')],
    ['liked notes whose address has gone', `${profile}?tab=fav`, sideBar(ids.reader) + tabs('点赞')],
    ['the same abroad', `${profile}?tab=fav&subTab=note`, sideBar(ids.reader) + tabs('', 'Likes')],
    ['posted notes whose address has gone', `${profile}?tab=fav`, sideBar(ids.reader) + tabs('笔记')],
    ['a feed', `${site}/explore?tab=fav`, sideBar(ids.reader)],
  ])('not %s', (_what, url, around) => expect(savedOn(url, around + list)).toBeUndefined());
});

describe('the same as notes', () => {
  const reader = readerAt(profile)!;
  const saved = (url: string, markup: string) => reader.readSaved(url, parse(markup));

  test('each with what its card tells', () =>
    expect(saved(`${profile}?tab=fav`, sideBar(ids.reader) + list)).toEqual(
      [ids.other, ids.note].map((id) => ({ id, authorId: ids.author, title: '卡片标题', media: 'image', saved: true })),
    ));

  test('their own stand there from the tab before', () =>
    expect(saved(`${profile}?tab=fav`, sideBar(ids.reader) + list.replaceAll(ids.author, ids.reader))).toEqual([]));

  test('what stood there when the address came is told by itself, whatever tab is marked', () => {
    const markup = sideBar(ids.reader) + tabs('点赞') + list;
    expect(saved(`${profile}?tab=fav`, markup)).toBeUndefined();
    expect(reader.readFormerSaved(`${profile}?tab=fav`, parse(markup))).toHaveLength(2);
  });

  test('nobody else’s', () => expect(saved(`${profile}?tab=fav`, sideBar(ids.author) + list)).toBeUndefined());
});

describe('a shop of the site', () => {
  const product = `<a class="product-item" href="/goods-detail/${ids.goods}"><span>茶盘</span></a>`;

  test.each(['shop', 'vendor'])('/%s/ID', (word) =>
    expect(
      readPage(`${site}/${word}/${ids.shop}?x=1`, parse(`<div class="shop-name">一窑器物</div>${product}`)),
    ).toMatchObject({
      kind: 'shop',
      shop: { platform: 'xiaohongshu', shopId: ids.shop, url: `${site}/vendor/${ids.shop}`, name: '一窑器物' },
      cards: [{ kind: 'product', title: '茶盘' }],
      links: [{ surface: 'goods-card' }],
      unread: [],
    }),
  );

  test('its heading, where the known name is not there', () =>
    expect(readPage(`${site}/shop/${ids.shop}`, parse(`<h1>一窑器物</h1>${product}`)).shop?.name).toBe('一窑器物'));

  test('one that shows nothing is told', () => {
    const page = readPage(`${site}/shop/${ids.shop}`, parse(''));
    expect(page.shop).toEqual({ platform: 'xiaohongshu', shopId: ids.shop, url: `${site}/vendor/${ids.shop}` });
    expect(page.unread.map(({ where }) => where)).toEqual(['cards', 'shop.name']);
  });

  test('a page of another kind has none', () =>
    expect(readPage(`${site}/explore`, parse(list))).not.toHaveProperty('shop'));
});
