import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LandingEvent, LedgerEvent } from '@/utils/core/events';
import type { Cutoffs } from '@/utils/core/retention';
import { appendEvents } from '@/utils/ledger/append';
import { appendExposures } from '@/utils/ledger/exposures';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases } from '@/utils/ledger/purchases';
import { countOld, eraseOldEvents, eraseOldExposures, exposuresAtOnce } from '@/utils/ledger/retention/erase-old';
import { allStores, type LedgerDb } from '@/utils/ledger/schema';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import { fillDisk } from './full-disk';
import * as made from './made-events';
import { notes } from './made-life';

let db: LedgerDb;
let names = 0;
beforeEach(async () => {
  db = await openLedger({ name: `retention-${String((names += 1))}` });
});

const [, noteB = ''] = notes;
const jd = made.jdItem.key;
const add = (...events: LedgerEvent[]) => appendEvents(db, events);
/** @param change a field that is undefined here is one that the order does not have */
const order = (placed: number, read: number, change = {}) =>
  addPurchases(db, [withoutGaps(made.purchase(placed, change))], { at: made.start + read, zoneMinutes: 480 });
const withoutGaps = <T extends object>(row: T) => JSON.parse(JSON.stringify(row)) as T;
const types = async () => (await db.getAllFromIndex('events', 'seq')).map(({ type }) => type);

/** Cuts at so many ms after the start. */
const cutoffs = (limits: Cutoffs): Cutoffs =>
  Object.fromEntries(Object.entries(limits).map(([kind, at]) => [kind, made.start + at]));
const erase = (limits: Cutoffs) => eraseOldEvents(db, cutoffs(limits));

describe('notes and links that were only seen', () => {
  test('go once the note was last seen long ago', async () => {
    await add(made.note(1), made.sighting(2, made.jdItem), made.sighting(8, made.taobaoItem, { noteId: noteB }));
    expect(await erase({ notes: 5 })).toBe(2);
    expect(await db.getAllKeys('items')).toEqual([made.taobaoItem.key]);
  });

  test('stay while the note is still looked at', async () => {
    await add(made.note(1), made.sighting(2, made.jdItem), made.note(9));
    expect(await erase({ notes: 5 })).toBe(0);
  });

  test.each<[string, LedgerEvent]>([
    ['clicked', made.click(3, made.jdItem)],
    ['opened at the shop', made.landing(3, jd)],
    ['saved', made.want(3, jd, true)],
    ['turned down', made.want(3, jd, false)],
    ['marked', made.mark(3, jd, 'dropped')],
    ['put into the cart', made.signal(3, 'cart-added')],
    ['put among the favourites of its shop', made.signal(3, 'favourited')],
    ['the way to a shop that was followed', made.signal(3, 'followed')],
    ['saved by its note', made.collect(3, true)],
    ['saved by its note, elsewhere', made.note(3, { saved: true })],
  ])('stay when one was %s', async (_what, event) => {
    await add(made.note(1), made.sighting(2, made.jdItem), event);
    expect(await erase({ notes: 5, visits: 5, purchases: 5 })).toBe(0);
  });

  test('stay with a note that was collected once, though nothing hangs on it', async () => {
    await add(made.note(1), made.collect(2, true), made.collect(3, false));
    expect(await erase({ notes: 5 })).toBe(0);
  });

  test('go beside one that stays, whose note stays too', async () => {
    await add(made.note(1), made.sighting(2, made.jdItem), made.sighting(3, made.taobaoItem), made.want(4, jd, true));
    expect(await erase({ notes: 5 })).toBe(1);
    expect(await db.getAllKeys('items')).toEqual([jd]);
    expect(await db.getAll('notes')).toMatchObject([{ title: '秋天的第一件毛衣', itemKeys: [jd] }]);
  });
});

describe('clicks and shop pages of what was never saved or bought', () => {
  test('go together, the last one being old; what was seen stays without a limit of its own', async () => {
    await add(made.sighting(1, made.jdItem), made.click(2, made.jdItem), made.landing(3, jd));
    expect(await erase({ clicks: 3 })).toBe(0);
    expect(await erase({ clicks: 4 })).toBe(2);
    expect(await db.get('items', jd)).toMatchObject({ state: 'seen' });
  });

  test('go with the shop of the note site that was opened, and only together', async () => {
    await add(made.click(1, made.shopLink, { surface: 'shop-entry' }), made.shop(2));
    expect(await erase({ clicks: 2 })).toBe(0);
    expect(await erase({ clicks: 3 })).toBe(2);
  });

  test('take along that the shop was followed, and never what was put into the cart', async () => {
    await add(made.sighting(1, made.jdItem), made.click(2, made.jdItem), made.signal(3, 'followed'));
    await add(made.sighting(1, made.taobaoItem), made.signal(3, 'cart-added', { itemKey: made.taobaoItem.key }));
    expect(await erase({ clicks: 9, notes: 9, visits: 9, purchases: 9 })).toBe(3);
    expect(await types()).toEqual(['sighting', 'signal']);
  });

  test('take what was only seen then along', async () => {
    await add(made.note(0), made.sighting(1, made.jdItem), made.click(2, made.jdItem), made.landing(3, jd));
    expect(await erase({ clicks: 4, notes: 4 })).toBe(4);
    expect(await types()).toEqual([]);
  });

  test('stay whole with the item that an opaque link led to', async () => {
    await add(made.sighting(1, made.unionLink), made.click(2, made.unionLink), made.landing(3, jd));
    await add(made.want(4, jd, true), made.sighting(5, made.unionLink, { noteId: noteB }));
    const before = await db.getAll('items');
    expect(await erase({ clicks: 9, notes: 9 })).toBe(0);
    expect(await db.getAll('items')).toEqual(before);
  });

  test('stay with what an opaque link led to before it led elsewhere', async () => {
    await add(made.sighting(1, made.unionLink), made.click(2, made.unionLink), made.landing(3, jd));
    await add(made.click(4, made.unionLink), made.landing(5, 'jd:7'), made.want(6, jd, true));
    expect(await erase({ clicks: 9, notes: 9 })).toBe(0);
  });

  test('stay with an order, until that is old itself', async () => {
    await add(made.sighting(1, made.jdItem), made.click(2, made.jdItem));
    await order(3, 4);
    expect(await erase({ clicks: 9, notes: 9, visits: 9 })).toBe(0);
    expect(await erase({ clicks: 9, notes: 9, purchases: 3 })).toBe(0);
    expect(await erase({ clicks: 9, notes: 9, purchases: 4 })).toBe(3);
  });
});

describe('the way to another thing of the shop that was ordered from', () => {
  const shop = '羊毛小铺';
  const day = 86_400_000;
  /** Followed from a note, and told of which shop it is. */
  const follow = (at: number, change: Partial<LandingEvent> = {}) =>
    add(
      made.note(at),
      made.sighting(at, made.jdItem),
      made.click(at, made.jdItem),
      made.landing(at, jd, { shop, ...change }),
    );
  const limits = { clicks: 60 * day, notes: 60 * day };

  test.each<[string, object]>([
    ['another item', { itemId: '7', itemKey: 'jd:7', shop }],
    ['an item that nobody could name', { itemKey: undefined, shop }],
  ])('stays with an order of %s', async (_what, change) => {
    await follow(1);
    await order(2 * day, 3 * day, change);
    expect(await erase(limits)).toBe(0);
    expect(await erase({ ...limits, purchases: 2 * day + 1 })).toBe(5);
  });

  test('stays under the name that an opaque link learnt', async () => {
    await add(made.sighting(1, made.unionLink), made.click(2, made.unionLink), made.landing(3, jd, { shop }));
    await order(2 * day, 3 * day, { itemId: '7', itemKey: 'jd:7', shop });
    expect(await erase(limits)).toBe(0);
  });

  test('stays where the note site keeps the shop itself', async () => {
    await add(made.sighting(1, made.shopLink), made.click(2, made.shopLink), made.shop(3, { name: shop }));
    await order(4, 5, { platform: 'xiaohongshu', space: 'xhs', itemId: '7', itemKey: 'xhs:7', shop });
    expect(await erase(limits)).toBe(0);
  });

  test.each<[string, number, object]>([
    ['of another shop', 2 * day, { shop: '棉花小铺' }],
    ['of a shop without a name', 2 * day, { shop: undefined }],
    ['of a shop of that name elsewhere', 2 * day, { shop, platform: 'pinduoduo', space: 'pdd', itemKey: 'pdd:7' }],
    ['longer after it than any order is credited', 31 * day, { shop }],
  ])('goes beside an order %s', async (_what, placed, change) => {
    await follow(1);
    await order(placed, 40 * day, { itemId: '7', itemKey: 'jd:7', ...change });
    expect(await erase(limits)).toBe(4);
  });

  test('goes when it was followed after the order alone', async () => {
    await order(1 * day, 40 * day, { itemId: '7', itemKey: 'jd:7', shop });
    await follow(2 * day);
    expect(await erase(limits)).toBe(4);
  });
});

describe('orders', () => {
  test('are as old as when they were placed, whenever they were read', async () => {
    await order(1, 900);
    expect(await erase({ purchases: 500 })).toBe(1);
    expect(await db.count('orders')).toBe(0);
  });

  test('without a date are as old as when they were last read', async () => {
    const { orderedAt: _when, ...undated } = made.purchase(0);
    await addPurchases(db, [undated], { at: made.start + 1, zoneMinutes: 480 });
    await addPurchases(db, [{ ...undated, status: 'refunded' }], { at: made.start + 9, zoneMinutes: 480 });
    expect(await erase({ purchases: 9 })).toBe(0);
    expect(await erase({ purchases: 10 })).toBe(2);
  });

  test('go whole, under each key that they were read with', async () => {
    await order(1, 2);
    const [{ orderKey } = { orderKey: '' }] = await db.getAll('orders');
    const { orderId: _clear, space: _stamped, ...purchase } = made.purchase(7, { status: 'completed' });
    const base = { at: made.start + 3, zoneMinutes: 480, type: 'purchase' as const, evidence: 'observed' as const };
    await add({ ...base, id: 'other', orderKey: 'jd:other', otherKeys: [orderKey], purchase });
    expect(await erase({ purchases: 7 })).toBe(0);
    expect(await erase({ purchases: 8 })).toBe(2);
    expect(await db.count('orders')).toBe(0);
  });

  test('take what their own pages told along, and are as old as that says', async () => {
    await order(1, 2);
    const [{ orderKey } = { orderKey: '' }] = await db.getAll('orders');
    const { itemKey: _none, ...told } = made.signal(5, 'paid', { orderKey });
    await add(told, { ...told, id: 'alone', orderKey: 'jd:alone' });
    expect(await erase({ purchases: 5 })).toBe(0);
    expect(await erase({ purchases: 6 })).toBe(3);
    expect(await types()).toEqual([]);
  });

  test('leave the wish that led to them', async () => {
    await add(made.sighting(1, made.jdItem), made.want(2, jd, true));
    await order(3, 4);
    expect(await erase({ purchases: 9, notes: 9, clicks: 9 })).toBe(1);
    expect(await db.get('items', jd)).toMatchObject({ state: 'saved' });
  });
});

test('visits go by themselves, and nothing else with them', async () => {
  await add(made.note(1), made.page(2, true), made.page(7, true));
  expect(await erase({ visits: 7 })).toBe(1);
  expect(await types()).toEqual(['note', 'page']);
});

describe('exposures', () => {
  test('go oldest first, so many at once, and are counted', async () => {
    await appendExposures(
      db,
      Array.from({ length: exposuresAtOnce + 5 }, (_row, at) => made.exposure(at)),
    );
    const all = made.start + exposuresAtOnce + 2;
    expect(await eraseOldExposures(db, all)).toBe(exposuresAtOnce);
    expect(await eraseOldExposures(db, all)).toBe(2);
    expect(await db.get('meta', 'counts')).toMatchObject({
      value: { exposures: 3, erasedExposures: all - made.start },
    });
  });
});

test('what would go is counted by kind, and nothing is written', async () => {
  await add(made.note(0), made.sighting(1, made.jdItem), made.click(2, made.taobaoItem), made.page(3, true));
  await order(4, 5, { itemId: '7', itemKey: 'jd:7' });
  await appendExposures(db, [made.exposure(6), made.exposure(20)]);
  const all = cutoffs({ exposures: 9, visits: 9, notes: 9, clicks: 9, purchases: 9 });
  expect(await countOld(db, all)).toEqual({ exposures: 1, visits: 1, notes: 2, clicks: 1, purchases: 1 });
  expect(await countOld(db, cutoffs({ exposures: 9 }))).toEqual({ exposures: 1 });
  expect([await db.count('events'), await db.count('exposures')]).toEqual([5, 2]);
});

test('a row that nobody can read stays, and stops nothing', async () => {
  await add(made.page(1, true), made.page(2, true));
  await db.put('events', { id: 'broken', type: 'page', at: made.start, seq: 3 } as never);
  expect(await erase({ visits: 9 })).toBe(2);
  expect(await db.getAllKeys('events')).toEqual(['broken']);
});

test('stopped in the middle it leaves everything as it was', async () => {
  await add(made.note(1), made.sighting(2, made.jdItem), made.page(3, true));
  await appendExposures(db, [made.exposure(4)]);
  const dump = () => Promise.all(allStores.map((name) => db.getAll(name)));
  const before = await dump();
  const giveRoom = fillDisk('commit');
  await expect(erase({ notes: 9, visits: 9 })).rejects.toMatchObject({ name: 'QuotaExceededError' });
  await expect(eraseOldExposures(db, made.start + 9)).rejects.toMatchObject({ name: 'QuotaExceededError' });
  giveRoom();
  expect(await dump()).toEqual(before);
  expect(isSound(await verifyLedger(db))).toBe(true);
  expect(await erase({ notes: 9, visits: 9 })).toBe(3);
});
