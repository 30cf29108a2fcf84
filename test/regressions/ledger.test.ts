import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LedgerEvent } from '@/utils/core/events';
import type { ResolvedLink } from '@/utils/core/types';
import { appendEvents } from '@/utils/ledger/append';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases } from '@/utils/ledger/purchases';
import { findItems, getSummary, listUnmatchedOrders } from '@/utils/ledger/queries';
import type { LedgerDb } from '@/utils/ledger/schema';
import * as made from '../ledger/made-events';

let db: LedgerDb;
let names = 0;
beforeEach(async () => {
  db = await openLedger({ name: `regressions-${String((names += 1))}` });
});

const day = 86_400_000;
const key = 'jd:100012043978';
const add = (...events: LedgerEvent[]) => appendEvents(db, events);
const item = async (link: ResolvedLink = made.jdItem) => (await findItems(db, [link])).items[link.key];
const buy = (at: number, change: Parameters<typeof made.purchase>[1] = {}, readAt = at) =>
  addPurchases(db, [made.purchase(at, change)], { at: made.start + readAt, zoneMinutes: 480 });

describe('orders', () => {
  test('a form that leaves fields out does not erase what another form said', async () => {
    await add(made.sighting(0, made.jdItem));
    await buy(-day, { status: 'shipped' }, 10);
    const { orderedAt: _time, orderPaidFen: _paid, ...bare } = made.purchase(0, { status: 'completed', title: '' });
    await addPurchases(db, [bare], { at: made.start + 20, zoneMinutes: 480 });
    const [order] = await db.getAll('orders');
    expect(order).toMatchObject({
      status: 'completed',
      title: '羊毛衫',
      orderPaidFen: 19900,
      orderedAt: made.start - day,
    });
    expect(await getSummary(db)).toMatchObject({ platforms: [] });
  });

  test('one order told under two platform names of one house is one', async () => {
    const line = { itemId: '9', itemKey: 'ali:9', space: 'ali' };
    await buy(1, { ...line, platform: 'tmall' });
    await buy(1, { ...line, platform: 'taobao' });
    expect(await getSummary(db)).toMatchObject({ unmatchedPurchases: 1 });
  });

  test('a sku that only a second form names is the same line; two skus are two', async () => {
    await buy(1);
    await buy(1, { skuId: '77' });
    expect(await db.count('orders')).toBe(1);
    await buy(1, { skuId: '78' });
    expect(await db.count('orders')).toBe(2);
  });

  test('two lines of one item that differ by title alone are two, and stay so', async () => {
    const two = ['黑色', '白色'].map((title) => made.purchase(1, { title }));
    const moment = { at: made.start, zoneMinutes: 480 };
    expect([await addPurchases(db, two, moment), await addPurchases(db, two, moment)]).toEqual([2, 0]);
    expect(await db.count('orders')).toBe(2);
  });

  test('an order older than the note stays among those no note led to', async () => {
    await buy(-day);
    await add(made.sighting(0, made.jdItem));
    expect(await getSummary(db)).toMatchObject({ platforms: [], unmatchedPurchases: 1 });
    expect((await listUnmatchedOrders(db)).orders).toHaveLength(1);
  });

  test('an order without a date is not said to come from the note', async () => {
    const { orderedAt: _time, ...undated } = made.purchase(0);
    await add(made.sighting(0, made.jdItem));
    await addPurchases(db, [undated], { at: made.start + 5, zoneMinutes: 480 });
    expect(await item()).toMatchObject({ state: 'seen' });
    expect(await getSummary(db)).toMatchObject({ unmatchedPurchases: 1 });
  });

  test('a refund keeps the purchase in the journey, and has its own time', async () => {
    await add(made.sighting(0, made.jdItem));
    await buy(60_000);
    await buy(60_000, { status: 'refunded' }, 5 * day);
    expect((await item())?.journey).toMatchObject([
      { step: 'seen' },
      { step: 'bought', at: made.start + 60_000 },
      { step: 'refunded', at: made.start + 5 * day },
    ]);
    expect(await item()).toMatchObject({ state: 'refunded' });
  });

  test('a refund of part is a change', async () => {
    await buy(1);
    expect(await buy(1, { refundedFen: 500 })).toBe(1);
    expect((await db.getAll('orders'))[0]).toMatchObject({ refundedFen: 500 });
  });

  test('an order names an item that nothing else has named', async () => {
    await add(made.sighting(0, made.jdItem));
    await buy(60_000, { shop: '京东自营' });
    expect(await item()).toMatchObject({ title: '羊毛衫', shop: '京东自营' });
  });

  test('bought after it was dropped is bought; dropped after it was bought is dropped', async () => {
    await add(made.sighting(0, made.jdItem), made.mark(1, key, 'dropped'));
    await buy(90_000);
    expect(await item()).toMatchObject({ state: 'bought' });
    await add(made.mark(100_000, key, 'dropped'));
    expect(await item()).toMatchObject({ state: 'dropped' });
  });
});

describe('links that lead to many items learn none', () => {
  const { itemId: _id, itemKey: _key, ...bare } = made.jdItem;
  const shop: ResolvedLink = { ...bare, kind: 'shop', key: 'https://mall.jd.com/index-1.html', shopId: '1' };
  const coupon: ResolvedLink = { ...bare, kind: 'coupon', key: 'https://coupon.m.jd.com/coupons/show.action?key=x' };

  test.each([
    ['a shop', shop],
    ['a coupon venue', coupon],
  ])('%s', async (_title, link) => {
    await add(made.sighting(0, made.jdItem), made.sighting(0, link), made.click(1, link), made.landing(2, key));
    expect(await db.get('meta', `alias:${link.key}`)).toBeUndefined();
    expect((await item())?.journey.map(({ step }) => step)).toEqual(['seen']);
  });
});

test('a union link of one shop that lands on its sister takes the sister’s name', async () => {
  const union = { ...made.unionLink, platform: 'taobao', key: 'https://s.click.taobao.com/x' };
  await add(made.sighting(0, union), made.want(1, union.key, true), made.click(2, union, { space: 'ali' }));
  await add(made.landing(3, 'ali:5', { platform: 'tmall' }));
  expect(await getSummary(db)).toMatchObject({ platforms: [{ platform: 'tmall', saved: 1 }] });
});

describe('rows that arrive late or together', () => {
  test('a sighting and its click in one moment, in the order of their ids', async () => {
    await add({ ...made.click(5, made.jdItem), id: '0f8fad5b' }, made.sighting(5, made.jdItem));
    expect((await item())?.journey.map(({ step }) => step)).toEqual(['seen', 'clicked']);
  });

  test('an older word on the note does not overrule the newer one', async () => {
    await add(made.sighting(0, made.jdItem));
    await add(made.collect(10, false));
    await add(made.collect(5, true));
    expect(await item()).toMatchObject({ state: 'seen' });
  });

  test('an item turned down by hand does not come back with another sighting on its note', async () => {
    await add(made.sighting(1, made.jdItem), made.collect(2, true), made.want(3, key, false));
    await add(made.sighting(4, made.jdItem, { surface: 'blue-link' }));
    expect(await item()).toMatchObject({ state: 'seen' });
    await add(made.want(5, key, true));
    expect(await item()).toMatchObject({ state: 'saved' });
  });

  test('the newest click in the tab is the one that landed', async () => {
    const second = { ...made.unionLink, key: 'https://u.jd.com/zzzzzz' };
    await add(made.sighting(0, made.unionLink), made.sighting(0, second));
    await add(made.click(1, made.unionLink), made.click(2, second), made.landing(3, key));
    expect(await db.get('meta', `alias:${second.key}`)).toMatchObject({ value: key });
    expect(await db.get('meta', `alias:${made.unionLink.key}`)).toBeUndefined();
  });

  test('a late title of the note reaches the items on it', async () => {
    await add(made.note(0, { title: '' }), made.sighting(1, made.jdItem), made.note(2));
    expect(await item()).toMatchObject({ note: { title: '秋天的第一件毛衣' } });
  });
});

test('a word on an item that is not there is not taken for done', async () => {
  const word = made.want(1, 'jd:1', true);
  expect(await add(word)).toEqual({ stored: [], passed: [word.id] });
});

describe('tallies', () => {
  test('each sighting and click counts once, under the day the person lived', async () => {
    const late = made.click(16 * 3_600_000, made.jdItem); // 00:00 of the next day in Shanghai
    await add(made.sighting(0, made.jdItem), made.click(1, made.jdItem), late);
    await add(late);
    expect(await db.getAll('counters')).toMatchObject([
      { day: '2026-11-20', surface: 'ad-link', platform: 'jd', seen: 1, clicked: 1 },
      { day: '2026-11-21', surface: 'ad-link', platform: 'jd', seen: 0, clicked: 1 },
    ]);
  });

  const visit = (place: number, unread: number) => ({
    ...made.click(place, made.jdItem),
    type: 'page' as const,
    id: `p:${String(place)}`,
    where: 'order.jd.com',
    kind: 'orders' as const,
    settled: true,
    unread: Array.from({ length: unread }, () => ({ where: 'order', reason: 'shape' as const })),
  });

  test('one bad row on three visits is one trouble; a visit that reads it all ends it', async () => {
    await add(visit(1, 1), visit(2, 1), visit(3, 1));
    expect(await getSummary(db)).toMatchObject({ unread: 1 });
    expect(await db.getAll('coverage')).toMatchObject([{ visits: 3, unread: { 'order: shape': 3 } }]);
    await add(visit(4, 0));
    expect(await getSummary(db)).toMatchObject({ unread: 0 });
  });
});
