import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LedgerEvent } from '@/utils/core/events';
import { appendEvents } from '@/utils/ledger/append';
import { eraseAll } from '@/utils/ledger/erase';
import { appendExposures } from '@/utils/ledger/exposures';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases } from '@/utils/ledger/purchases';
import { findItems, getSummary, listItems, listUnmatchedOrders } from '@/utils/ledger/queries';
import { allStores, ledgerStores, type LedgerDb } from '@/utils/ledger/schema';
import * as made from './made-events';

let db: LedgerDb;
let names = 0;
beforeEach(async () => {
  db = await openLedger({ name: `ledger-${String((names += 1))}` });
});

const add = (...events: LedgerEvent[]) => appendEvents(db, events);
const item = async (link = made.jdItem) => (await findItems(db, [link])).items[link.key];
const steps = async (link = made.jdItem) => (await item(link))?.journey.map(({ step }) => step);
const buy = (at: number, change: Parameters<typeof made.purchase>[1] = {}) =>
  addPurchases(db, [made.purchase(at, change)], { at: made.start + at, zoneMinutes: 480 });

describe('a journey', () => {
  test('seen, clicked, landed, saved, bought: every step once, in order of time', async () => {
    await add(made.note(0), made.sighting(1, made.jdItem), made.click(2, made.jdItem));
    await add(made.landing(3, 'jd:100012043978', { title: '羊毛衫 女', priceFen: 19900 }), made.collect(4, true));
    await buy(60_000);
    expect(await steps()).toEqual(['seen', 'clicked', 'landed', 'saved', 'bought']);
    expect(await item()).toMatchObject({
      title: '羊毛衫 女',
      priceFen: 19900,
      state: 'bought',
      note: { title: '秋天的第一件毛衣', at: made.start + 1 },
    });
  });

  test('an item keeps what its page said last of price and stock', async () => {
    await add(made.sighting(1, made.jdItem));
    const key = made.jdItem.key;
    await add(made.landing(2, key, { priceFen: 19900, priceKind: 'coupon', stock: 'in' }));
    expect(await item()).toMatchObject({ priceFen: 19900, priceKind: 'coupon', stock: 'in' });
    await add(made.landing(3, key, { priceFen: 25900, priceKind: 'list', stock: 'out' }));
    expect(await item()).toMatchObject({ priceFen: 25900, priceKind: 'list', stock: 'out' });
    await add({ ...made.landing(4, key, { priceFen: 100, priceKind: 'member' }), late: true } as LedgerEvent);
    expect(await item()).toMatchObject({ priceFen: 25900, priceKind: 'list' });
  });

  test('a second copy of an event changes nothing', async () => {
    const event = made.click(2, made.jdItem);
    await add(made.sighting(1, made.jdItem), event);
    const again = await add({ ...event, surface: 'blue-link' });
    expect(again.stored).toEqual([event.id]);
    expect(await db.count('events')).toBe(2);
    expect(await db.get('events', event.id)).toMatchObject({ surface: 'ad-link' });
  });

  test('a refund takes the purchase back and says so', async () => {
    await add(made.sighting(1, made.jdItem));
    await buy(60_000);
    await buy(60_000, { status: 'refunded' });
    expect(await item()).toMatchObject({ state: 'refunded' });
    expect((await getSummary(db)).platforms).toEqual([]);
  });

  test.each([
    ['unpaid', ['seen', 'ordered']],
    ['cancelled', ['seen', 'ordered']],
    ['unknown', ['seen']],
  ] as const)('an order that is %s is no purchase', async (status, journey) => {
    await add(made.sighting(1, made.jdItem));
    await buy(60_000, { status });
    expect(await steps()).toEqual(journey);
    expect((await listItems(db, 'purchasedAt')).items).toEqual([]);
  });

  test('an order older than the first sighting was not caused by the note', async () => {
    await add(made.sighting(0, made.jdItem));
    await buy(-86_400_000);
    expect(await steps()).toEqual(['seen']);
    expect(await getSummary(db)).toMatchObject({ platforms: [], unmatchedPurchases: 1 });
  });

  test("the person's word wins, and can be taken back", async () => {
    await add(made.sighting(1, made.jdItem), made.mark(2, 'jd:100012043978', 'bought'));
    expect(await item()).toMatchObject({ state: 'bought' });
    await add(made.mark(3, 'jd:100012043978', 'dropped'));
    expect(await item()).toMatchObject({ state: 'dropped' });
    expect(await steps()).toEqual(['seen', 'dropped']);
    await add(made.mark(4, 'jd:100012043978', 'none'));
    expect(await item()).toMatchObject({ state: 'seen' });
  });
});

describe('saving', () => {
  test('collecting the note saves its items, also those seen later; un-collecting takes back only that', async () => {
    await add(made.sighting(1, made.jdItem), made.collect(2, true), made.sighting(3, made.taobaoItem));
    await add(made.want(4, 'jd:100012043978', true));
    expect((await listItems(db, 'savedAt')).items.map(({ key }) => key)).toEqual([
      'ali:1059057030771',
      'jd:100012043978',
    ]);
    await add(made.collect(5, false));
    expect((await listItems(db, 'savedAt')).items.map(({ key }) => key)).toEqual(['jd:100012043978']);
  });

  test('a note that was collected before we came saves its items from the first sight on', async () => {
    await add(made.note(0, { saved: true }), made.sighting(1, made.jdItem));
    expect(await item()).toMatchObject({ state: 'saved', savedAt: made.start + 1 });
  });

  test('un-saving the item by hand holds, whoever saved it', async () => {
    await add(made.sighting(1, made.jdItem), made.collect(2, true), made.want(3, 'jd:100012043978', false));
    expect(await item()).toMatchObject({ state: 'seen', savedBy: [] });
  });

  test('one item on two notes stays saved while one of them is collected', async () => {
    const other = '65f000000000000087654321';
    await add(made.sighting(1, made.jdItem), made.sighting(2, made.jdItem, { noteId: other }));
    await add(made.collect(3, true), made.collect(4, true, other), made.collect(5, false));
    expect(await item()).toMatchObject({ state: 'saved', savedBy: [`xiaohongshu:${other}`] });
    expect((await getSummary(db)).platforms).toEqual([{ platform: 'jd', saved: 1, purchased: 0 }]);
  });
});

describe('landings', () => {
  test.each([
    ['same tab', { tab: 1 }],
    ['opener tab', { tab: 9, opener: 1 }],
  ])('a union short link learns its item by %s', async (_title, place) => {
    await add(made.sighting(1, made.unionLink), made.collect(2, true), made.click(3, made.unionLink));
    await add(made.landing(4, 'jd:100012043978', { ...place, title: '羊毛衫' }));
    expect(await item(made.unionLink)).toMatchObject({ key: 'jd:100012043978', title: '羊毛衫', state: 'saved' });
    expect((await getSummary(db)).platforms).toEqual([{ platform: 'jd', saved: 1, purchased: 0 }]);
    await add(made.collect(5, false));
    expect(await item()).toMatchObject({ state: 'visited' });
  });

  test('a learnt link melts into the item that was known; the earlier note stays', async () => {
    await add(made.sighting(1, made.unionLink), made.sighting(2, made.jdItem, { noteId: 'b' }));
    await add(
      made.want(3, made.unionLink.key, true),
      made.click(4, made.unionLink),
      made.landing(5, 'jd:100012043978'),
    );
    expect(await item()).toMatchObject({ savedBy: ['item'], note: { at: made.start + 1 } });
    expect(await db.count('items')).toBe(1);
    expect((await getSummary(db)).platforms).toEqual([{ platform: 'jd', saved: 1, purchased: 0 }]);
  });

  test.each([
    ['another tab', { tab: 7 }, 5],
    ['long after', {}, 6 * 60_000],
    ['before the click', {}, 0],
    ['another shop', { platform: 'vipshop', itemKey: 'vip:1' }, 5],
  ])('no join: %s', async (_title, change, at) => {
    await add(made.sighting(-5, made.unionLink), made.click(1, made.unionLink));
    const event = made.landing(at, 'jd:100012043978', change);
    const { passed } = await add(event);
    expect(passed).toEqual([event.id]);
    expect(await steps(made.unionLink)).toEqual(['seen', 'clicked']);
  });

  test('one click opens one page: a second landing in the tab is not the link', async () => {
    await add(made.sighting(0, made.unionLink), made.click(1, made.unionLink), made.landing(2, 'jd:1'));
    const second = made.landing(3, 'jd:2');
    expect((await add(second)).passed).toEqual([second.id]);
  });
});

describe('purchases', () => {
  test('what no note led to is counted apart, until its item is seen', async () => {
    await buy(60_000);
    expect(await getSummary(db)).toMatchObject({ unmatchedPurchases: 1 });
    expect((await listUnmatchedOrders(db)).orders).toMatchObject([{ title: '羊毛衫', orderPaidFen: 19900 }]);
    await add(made.sighting(1, made.jdItem));
    expect(await getSummary(db)).toMatchObject({
      unmatchedPurchases: 0,
      platforms: [{ platform: 'jd', saved: 0, purchased: 1 }],
    });
    expect(await listUnmatchedOrders(db)).toEqual({ orders: [], more: false, unreadable: 0 });
  });

  test('reading a page twice adds nothing; a late title does', async () => {
    expect(await buy(60_000, { title: '' })).toBe(1);
    expect(await buy(60_000, { title: '' })).toBe(0);
    expect(await buy(60_000)).toBe(1);
    expect(await db.count('orders')).toBe(1);
  });

  test('no order id is in the database in clear', async () => {
    await buy(60_000);
    for (const name of ledgerStores) {
      expect(JSON.stringify(await db.getAll(name)), name).not.toContain('290011223344');
    }
  });
});

test('erasing everything leaves nothing in any list but how much was erased', async () => {
  await add(made.note(0), made.sighting(1, made.jdItem), made.click(2, made.jdItem), made.collect(3, true));
  await appendExposures(db, [made.exposure(1)]);
  await db.put('quarantine', { key: 'items:x', store: 'items', row: {}, at: 1, reason: 'made' });
  await buy(60_000);
  const uuid = await db.get('meta', 'uuid');
  await eraseAll(db);
  for (const name of allStores.filter((each) => each !== 'meta')) expect(await db.count(name), name).toBe(0);
  const counts = { events: 0, exposures: 0, erasedEvents: 5, erasedExposures: 1 };
  expect(await db.getAll('meta')).toEqual([{ key: 'counts', value: counts }, { key: 'seq', value: 5 }, uuid]);
});

test('a list is cut into pages, newest first', async () => {
  for (let place = 0; place < 60; place += 1) {
    const key = `jd:${String(place)}`;
    await add(made.sighting(place, { ...made.jdItem, key, itemKey: key }), made.want(place, key, true));
  }
  const page = await listItems(db, 'savedAt');
  expect(page.items).toHaveLength(50);
  expect(page).toMatchObject({ more: true, items: [{ key: 'jd:59' }, ...Array.from({ length: 49 }, () => ({}))] });
  expect(await listItems(db, 'savedAt', 100)).toMatchObject({ more: false });
});
