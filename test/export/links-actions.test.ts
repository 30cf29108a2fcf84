import { describe, expect, test } from 'vitest';
import { pseudonym } from '@/utils/density/pseudonym';
import { rowsFrom } from './collect';
import { madeTerms } from './made-terms';
import * as made from './made-rows';
import { jdLink } from './simulate';

const { start, minute, item } = made;
const terms = madeTerms();
const study = (domain: string, id: string) => pseudonym(terms.study.key, domain, id);

describe('links', () => {
  const noted = [
    made.openNote(0, 'v1', { durationMs: 4_000, unit: { surfaces: ['ad-link'] } }),
    made.sighting(500, 'v1'),
    made.comment(600, 'v1', { commentId: 'c1', surfaces: ['blue-link'], position: 2 }),
    made.sighting(700, 'v1', {
      ...{ surface: 'blue-link', commentId: 'c1', poster: { role: 'merchant', pinned: true, reply: false } },
    }),
  ];

  test('stand in the note and the comment that carry them', async () => {
    const { links, exposures, page_views } = await rowsFrom(noted);
    const item_h = await study('item:jd', item);
    expect(links).toMatchObject([
      { link_kind: 'ad_link', platform: 'jd', dest_host: 'jd.com', item_h, placed_by: null, visible50_ms: 4_000 },
      { link_kind: 'blue_link', item_h, placed_by: 'merchant', comment_rank: 3, visible50_ms: 1_000 },
    ]);
    expect(links.map(({ exposure_no }) => exposure_no)).toEqual(exposures.map(({ exposure_no }) => exposure_no));
    expect(exposures).toMatchObject([
      { ad_links: 1, blue_links: 0 },
      { ad_links: 0, blue_links: 1 },
    ]);
    expect(page_views).toMatchObject([{ comments_seen: 1, comments_with_blue_link: 1 }]);
  });

  test('are one row for each comment, whatever else links the same', async () => {
    const posted = (at: number, commentId: string, role: 'author' | 'other_user') => [
      made.comment(at, 'v1', { commentId, surfaces: ['blue-link'] }),
      made.sighting(at + 1, 'v1', {
        ...{ surface: 'blue-link', commentId, poster: { role, pinned: false, reply: false } },
      }),
    ];
    const { links, exposures, page_views } = await rowsFrom([
      ...posted(600, 'c1', 'author'),
      ...posted(700, 'c2', 'other_user'),
    ]);
    expect(links.map(({ placed_by }) => placed_by)).toEqual(['author', 'other_user']);
    expect(exposures.map(({ blue_links }) => blue_links)).toEqual([1, 1]);
    expect(page_views).toMatchObject([{ comments_with_blue_link: 2 }]);
  });

  test('are followed where they were: in the comment that the click names, else in the first', async () => {
    const posted = ['c1', 'c2'].flatMap((commentId, place) => [
      made.comment(600 + place, 'v1', { commentId, surfaces: ['blue-link'] }),
      made.sighting(700 + place, 'v1', { surface: 'blue-link', commentId }),
    ]);
    const follow = (change: object) => ({ ...made.click(900, 'v1'), surface: 'blue-link' as const, ...change });
    const { actions } = await rowsFrom([...posted, follow({ commentId: 'c2' }), follow({})]);
    expect(actions.map(({ link_no }) => link_no)).toEqual([2, 1]);
  });

  test('are placed by who is known for it in the end', async () => {
    const known = (role: 'other_user' | 'author') => ({
      ...({ surface: 'blue-link', commentId: 'c1', poster: { role, pinned: false, reply: false } } as const),
    });
    const first = made.sighting(700, 'v1', known('other_user'));
    const later = { ...made.sighting(900, 'v1', known('author')), id: `${first.id} 40000`, again: true as const };
    const shown = made.comment(600, 'v1', { commentId: 'c1', surfaces: ['blue-link'] });
    const { links } = await rowsFrom([shown, first, later]);
    expect(links.map(({ placed_by }) => placed_by)).toEqual(['author']);
    // Of a link that another visit showed it makes none.
    expect((await rowsFrom([shown, first, { ...later, visit: 'v2' }])).page_views).toHaveLength(1);
  });

  test('are rendered again with every visit, although they are sighted once', async () => {
    const again = made.openNote(90 * minute, 'v2', { unit: { surfaces: ['ad-link'] } });
    const { links } = await rowsFrom([...noted, again]);
    expect(links.map(({ page_view_no, link_kind }) => [page_view_no, link_kind])).toEqual([
      [1, 'ad_link'],
      [1, 'blue_link'],
      [2, 'ad_link'],
    ]);
  });

  test('whose note was not observed have no times, and say so', async () => {
    const { links } = await rowsFrom([made.sighting(0, 'v1')]);
    expect(links).toMatchObject([{ exposure_no: null, page_view_no: 1, viewport_entries: 0, label_kind: 'unknown' }]);
  });

  test('of cards are there, wherever they lead', async () => {
    const { links } = await rowsFrom([made.card(0, 'v1', { unit: { surfaces: ['live-goods'] } })]);
    expect(links).toMatchObject([{ link_kind: 'other', platform: 'unknown', item_h: null, exposure_no: 1 }]);
  });

  const carried = { surface: 'ad-link', layer: 'L1', rule: 'target', verified: false } as const;
  const { platform, key, itemKey } = jdLink(item);
  const linked = {
    surfaces: ['ad-link' as const],
    links: [{ ...carried, link: { platform, key, ...(itemKey !== undefined && { itemKey }) } }],
  };

  test('of cards lead where their cards say, and name what found them', async () => {
    const other = { ...carried, link: { platform: 'taobao', key: 'ali:9', itemKey: 'ali:9' } };
    const { links, exposures } = await rowsFrom([
      made.card(0, 'v1', { unit: linked }),
      made.card(9_000, 'v1', { unit: { ...linked, links: [...linked.links, other] }, entry: 2 }),
    ]);
    expect(links).toMatchObject([
      { link_no: 1, link_kind: 'ad_link', platform: 'jd', item_h: await study('item:jd', item), exposure_no: 1 },
      { link_no: 2, link_kind: 'ad_link', platform: 'taobao', item_h: await study('item:ali', '9'), exposure_no: 1 },
    ]);
    expect(exposures).toMatchObject([{ ad_links: 2, ad_evidence: 'L1.target', ad_class: 'commercial_link' }]);
  });

  test('of cards are followed as those that the cards told of', async () => {
    const { noteId: _none, ...followed } = made.click(500, 'v1');
    const { actions } = await rowsFrom([made.card(0, 'v1', { unit: linked }), followed]);
    expect(actions).toMatchObject([{ action: 'click', link_no: 1 }]);
  });

  test.each([
    [{ platform: 'xiaohongshu', kind: 'short' }, 0],
    [{ platform: 'jd', kind: 'deeplink' }, 0],
    [{ platform: 'jd', kind: 'short' }, 1],
  ] as const)('%j counts %d', async (change, count) => {
    const { itemKey: _key, itemId: _id, ...bare } = jdLink(item);
    const link = { ...bare, ...change };
    expect((await rowsFrom([made.sighting(0, 'v1', { link })])).links).toHaveLength(count);
  });
});

describe('actions', () => {
  test('a click, the page it opened, and what the person said', async () => {
    const { actions, links } = await rowsFrom([
      made.openNote(0, 'v1', { unit: { surfaces: ['ad-link'] } }),
      made.sighting(0, 'v1'),
      made.click(1_000, 'v1'),
      made.landing(2_000),
      made.collect(3_000, 'v1', true),
      made.collect(4_000, 'v1', false),
      made.want(5_000, true),
      made.mark(6_000, 'dropped'),
      made.mark(7_000, 'bought'),
    ]);
    const item_h = await study('item:jd', item);
    expect(actions).toMatchObject([
      {
        action: 'click',
        action_no: 1,
        link_no: links[0]?.link_no,
        exposure_no: 1,
        platform: 'jd',
        item_h,
        session_no: 1,
      },
      { action: 'visit', action_no: 2, caused_by_no: 1, item_h, source: 'observed' },
      { action: 'collect', exposure_no: 1, item_h: null },
      { action: 'unsave', exposure_no: 1, source: 'observed' },
      { action: 'save', item_h, source: 'manual', session_no: 1 },
      { action: 'hide', item_h, source: 'manual' },
    ]);
  });

  test('a shop page that no click led to has no cause', async () => {
    const { actions } = await rowsFrom([made.click(0, 'v1'), made.landing(1_000, { opener: 9 })]);
    expect(actions).toMatchObject([
      { action: 'click', link_no: null },
      { action: 'visit', caused_by_no: null },
    ]);
  });

  test('a shop that a link led to', async () => {
    const { itemKey: _key, itemId: _id, ...bare } = jdLink(item);
    const link = { ...bare, kind: 'shop' as const, key: 'https://mall.jd.com/index-7.html', shopId: '7' };
    const { actions } = await rowsFrom([made.click(0, 'v1', link), made.landing(500), made.shop(1_000, '7', link.key)]);
    const shop_h = await study('shop:jd', '7');
    expect(actions).toMatchObject([
      { action: 'click', shop_h, item_h: null },
      { action: 'visit', caused_by_no: null, shop_h: null },
      { action: 'visit', caused_by_no: 1, shop_h, item_h: null },
    ]);
  });

  test('a cart and a favourite of the shop; orders and follows are told elsewhere or nowhere', async () => {
    const names = ['cart-added', 'favourited', 'followed', 'order-placed', 'paid'] as const;
    const { actions } = await rowsFrom(names.map((name, place) => made.signal(place, name)));
    const item_h = await study('item:jd', item);
    expect(actions).toMatchObject([
      { action: 'cart', action_no: 1, item_h, platform: 'jd', source: 'observed' },
      { action: 'collect', action_no: 2, item_h },
    ]);
    expect(actions).toHaveLength(2);
  });

  test('a word between two sessions belongs to none', async () => {
    const { actions, sessions } = await rowsFrom([made.card(0, 'v1'), made.want(90 * minute, true)]);
    expect(actions).toMatchObject([{ session_no: null }]);
    expect(sessions).toMatchObject([{ ended_at: start + 1_000 }]);
  });
});
