// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import type { ItemRow, PageView } from '@/utils/core/rows';
import type { ListView, PopupProps } from '@/components/popup/props';
import { speak } from './i18n-setup';
import { chair, dress, kettle, linkTo, note, opaque, order, read, summary } from './made-rows';
import { all, list, mount, one, orderList, press } from './mount';

beforeAll(() => speak('en'));

const { note: _note, ...noNote } = note;
const feed: PageView = { state: 'read', page: { ...noNote, kind: 'feed' }, items: {}, keepable: [] };
const loading: ListView = { state: 'loading', items: [], more: false };
const broken: ListView = { state: 'error', items: [], more: false };

describe('a tab without rows says why', () => {
  const rows: [string, Partial<PopupProps>, string][] = [
    ['page, loading', { tab: 'page', page: { state: 'loading' } }, ''],
    ['page, elsewhere', { tab: 'page', page: { state: 'elsewhere' } }, 'This is not a note'],
    ['page, silent', { tab: 'page', page: { state: 'silent' } }, 'This page was open before Bacao'],
    ['page, no link', { tab: 'page', page: read() }, 'No shop link observed'],
    ['page, feed', { tab: 'page', page: feed }, 'Open a note'],
    ['page, no database', { tab: 'page', error: { kind: 'broken' } }, 'The ledger does not open'],
    ['page, not found in the ledger', { tab: 'page', page: { state: 'error' } }, 'This could not be read'],
    ['saved, loading', { tab: 'saved', saved: loading }, ''],
    ['saved, empty', { tab: 'saved' }, 'Nothing saved yet'],
    ['saved, error', { tab: 'saved', saved: broken }, 'This could not be read'],
    ['saved, no database', { tab: 'saved', saved: loading, error: { kind: 'broken' } }, 'The ledger does not open'],
    ['purchased, loading', { tab: 'purchased', purchased: loading }, ''],
    ['purchased, empty', { tab: 'purchased' }, 'Nothing purchased yet'],
    ['purchased, error', { tab: 'purchased', purchased: broken }, 'This could not be read'],
    ['purchased, no database', { tab: 'purchased', error: { kind: 'broken' } }, 'The ledger does not open'],
  ];
  test.each(rows)('%s', async (_name, change, title) => {
    await mount(change);
    expect(all('listitem')).toHaveLength(0);
    if (title) expect(one('tabpanel').textContent).toContain(title);
    else expect(all('status').map((status) => status.getAttribute('aria-label'))).toContainEqual(expect.any(String));
  });

  test.each([
    ['newer', 'Update Bacao'],
    ['blocked', 'Another Bacao page still holds it'],
    ['broken', 'Bacao has deleted nothing'],
  ] as const)(
    '%s: the ledger says why it does not open, and can be tried again and brought back',
    async (kind, words) => {
      const { actions } = await mount({ error: { kind } });
      expect(one('alert').textContent).toContain(words);
      await press(one('button', 'Try again'));
      expect(actions.retry).toHaveBeenCalledTimes(1);
      await press(one('button', 'Restore from a backup'));
      expect(actions.openDashboard).toHaveBeenCalledWith({ view: 'data', section: 'restore' });
    },
  );

  test.each([
    ['saved', { saved: { ...list([chair]), unreadable: 2 } }, 1],
    ['saved, and none is whole', { saved: { ...list([]), unreadable: 2 } }, 0],
    ['purchased', { purchased: { ...list([kettle]), unreadable: 1 }, orders: { ...orderList([]), unreadable: 1 } }, 1],
    ['purchased, and none is whole', { orders: { ...orderList([]), unreadable: 2 } }, 0],
  ] as const)('%s: rows that cannot be read are told, and hide no other', async (name, change, rows) => {
    const { actions } = await mount({ tab: name.startsWith('saved') ? 'saved' : 'purchased', ...change });
    expect(all('listitem')).toHaveLength(rows);
    expect(one('tabpanel').textContent).toContain('2 entries are unreadable.');
    expect(one('tabpanel').textContent).not.toContain('Nothing');
    await press(one('button', 'Check and repair'));
    expect(actions.openDashboard).toHaveBeenCalledWith({ view: 'health', section: 'check' });
  });

  test('a list that cannot be read hides no other', async () => {
    await mount({ tab: 'purchased', purchased: broken, orders: orderList([order]) });
    expect(all('alert')).toHaveLength(1);
    expect(all('listitem')).toHaveLength(1);
    await mount({ tab: 'purchased', purchased: list([kettle]), orders: { ...orderList([]), state: 'error' } });
    expect(all('alert')).toHaveLength(1);
    expect(all('listitem')).toHaveLength(1);
  });

  test('an error is announced, an empty list is not', async () => {
    await mount({ saved: broken });
    expect(all('alert')).toHaveLength(1);
    await mount();
    expect(all('alert')).toHaveLength(0);
  });
});

describe('rows stand in one named group per platform', () => {
  test.each<[string, Partial<PopupProps>, string[]]>([
    ['one', { saved: list([chair]) }, ['JD.com, 1 item']],
    ['many', { saved: list([chair, dress, kettle]) }, ['JD.com, 2 items', 'Tmall, 1 item']],
    ['a list that goes on', { saved: list([chair], true), summary }, ['JD.com, 2 items']],
    ['purchased', { tab: 'purchased', purchased: list([kettle]) }, ['JD.com, 1 item']],
    ['this page', { tab: 'page', page: read({ links: [linkTo(chair)] }, [chair]) }, ['JD.com, 1 item']],
  ])('%s', async (_name, change, groups) => {
    await mount(change);
    expect(all('group').map((group) => group.getAttribute('aria-label'))).toEqual(groups);
    for (const group of all('group')) expect(all('list', undefined, group)).toHaveLength(1);
  });
});

describe('a row', () => {
  test('says what, where from, how far, and where it leads', async () => {
    await mount({ saved: list([kettle]) });
    const text = one('listitem').textContent.replaceAll(/[\u2068\u2069]/gu, '');
    for (const part of ['Kettle', '¥129.50', 'From “Camping list”', 'Mar 9', 'item.jd.com', 'Bought · yesterday'])
      expect(text).toContain(part);
    expect(one('img').getAttribute('aria-label')).toBe(
      'Journey: Seen (Mar 9, seen on the page), Clicked (Mar 9, seen on the page), ' +
        'Saved (Mar 10, your own word), Bought (yesterday, from an imported bill)',
    );
  });

  test('opened, tells each step with its evidence', async () => {
    await mount({ saved: list([chair]) });
    const details = one('listitem').querySelector('details')!;
    details.open = true;
    await expect
      .poll(() => [...details.querySelectorAll('dt')].map((term) => term.textContent))
      .toEqual(['Seen', 'Clicked', 'Saved']);
  });

  test.each([
    ['an opaque link', opaque, 'u.jd.com · item not known yet'],
    [
      'an item without title',
      { ...opaque, key: 'jd:9', url: 'https://item.jd.com/9.html' },
      'item.jd.com · title not read yet',
    ],
    ['a share code', { ...opaque, key: 'token:x', kind: 'token' as const }, 'JD.com share code · item not known yet'],
    ['a shop', { ...opaque, kind: 'shop' as const }, 'A shop on JD.com'],
  ])('%s is called by what is known of it', async (_name, item, title) => {
    await mount({ saved: list([item]) });
    expect(one('listitem').querySelector('h3')!.textContent).toBe(`J${title}`);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'nonsense', undefined])(
    '%s has no way to open',
    async (url) => {
      const { url: _dropped, ...rest } = chair;
      await mount({ saved: list([url === undefined ? rest : { ...rest, url }]) });
      expect(document.querySelector('.open')).toBeNull();
    },
  );
});

describe('this page', () => {
  const view = read(
    {
      links: [
        linkTo(chair),
        linkTo(opaque, { surface: 'blue-link', commentId: 'c1' }),
        linkTo(opaque, { surface: 'blue-link', commentId: 'c2' }),
      ],
      unread: [{ where: 'made', reason: 'shape' }],
    },
    [{ ...chair, purchasedAt: 1 }],
  );

  test('tells the note, its label, its comments and what is already known', async () => {
    await mount({ tab: 'page', page: view });
    const text = one('tabpanel').textContent.replaceAll(/[\u2068\u2069]/gu, '');
    for (const part of [
      'Camping list',
      'Labelled “赞助” · promotion wording',
      '1 of 96 comments loaded',
      '2 shop links',
      '1 saved',
      '1 purchased',
      '1 thing on this page could not be read',
    ])
      expect(text).toContain(part);
  });

  test('puts links under their surface, each target once, with its poster', async () => {
    await mount({ tab: 'page', page: view });
    expect(all('heading').map((heading) => heading.textContent)).toEqual(
      expect.arrayContaining(['Ad links1', 'Blue links in comments1']),
    );
    expect(all('listitem')).toHaveLength(2);
    expect(all('listitem')[1]!.textContent).toContain('JD.com · posted by the author · 2 times');
  });

  test('offers nothing but to open for what is no item', async () => {
    const shop: ItemRow = { ...opaque, key: 'jd.com/shop', kind: 'shop' };
    const view = { page: { ...note, links: [linkTo(shop, { surface: 'shop-entry' }), linkTo(opaque)] }, items: {} };
    await mount({ tab: 'page', page: { state: 'read', ...view, keepable: [opaque.key] } });
    const buttons = all('listitem').map((row) => all('button', undefined, row).map((button) => button.textContent));
    expect(buttons).toEqual([['u.jd.com', 'I bought this', 'Save'], ['u.jd.com']]);
    expect(all('listitem')[1]!.querySelector('details')).toBeNull();
  });

  test.each([
    [undefined, 'The label could not be read'],
    [{ text: '', kind: 'unknown' as const }, 'The label could not be read'],
    [{ text: '', kind: 'none' as const }, 'No ad label observed'],
  ])('label %o', async (label, words) => {
    await mount({ tab: 'page', page: read({ note: { id: 'n', ...(label && { label }) } }) });
    expect(one('tabpanel').textContent).toContain(words);
    expect(one('tabpanel').textContent).toContain('comment');
  });
});

describe('orders that no note led to', () => {
  const others = [order, { ...order, key: 'o2', title: '', status: 'odd' }, { ...order, key: 'o3', platform: 'jd' }];
  const names = () => all('group').map((group) => group.getAttribute('aria-label'));

  test('stand apart, in one named group per platform', async () => {
    await mount({ tab: 'purchased', purchased: list([kettle]), orders: orderList(others) });
    expect(names()).toEqual(['JD.com, 1 item', 'Taobao, 2 orders', 'JD.com, 1 order']);
    const section = document.querySelector('section[aria-label="Not from any note"]')!;
    expect(all('group', undefined, section)).toHaveLength(2);
    expect(section.textContent).toContain('Happy Cat · Mar 7 · completed');
    expect(section.textContent).toContain('An order without a title so far');
    expect(section.textContent).toContain('status not known');
  });

  test('go on when there are more, and claim no count that nobody made', async () => {
    const { actions } = await mount({ tab: 'purchased', orders: orderList(others, true) });
    expect(names()).toEqual(['Taobao, 2+ orders', 'JD.com, 1+ orders']);
    await press(one('button', 'Show more'));
    expect(actions.loadMore).toHaveBeenCalledTimes(1);
  });
});

test('the summary says saved against purchased per platform', async () => {
  await mount({ saved: list([chair]), summary });
  expect(all('img', 'JD.com: 2 saved, 1 purchased')).toHaveLength(1);
  expect(document.querySelector('.summary')!.textContent).toContain('3 saved');
});

test('what could not be read is on screen', async () => {
  await mount({ summary });
  expect(one('button', '2 things could not be read')).toBeTruthy();
});

test('recording is shown neither on nor off until it is known', async () => {
  await mount({ recording: undefined });
  expect(all('switch')).toHaveLength(0);
  expect(all('button', 'Resume')).toHaveLength(0);
});

test('nothing is said of what could not be read until it is known', async () => {
  await mount({ summary: undefined });
  await press(one('button', 'Settings'));
  expect(document.body.textContent).not.toContain('Nothing unreadable');
});
