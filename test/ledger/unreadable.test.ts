import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { appendEvents } from '@/utils/ledger/append';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases } from '@/utils/ledger/purchases';
import { findItems, getSummary, listItems, listUnmatchedOrders } from '@/utils/ledger/queries';
import type { LedgerDb } from '@/utils/ledger/schema';
import * as made from './made-events';

let db: LedgerDb;
let names = 0;
const whole = 'jd:100012043978';

beforeEach(async () => {
  db = await openLedger({ name: `unreadable-${String((names += 1))}` });
  await appendEvents(db, [made.sighting(1, made.jdItem), made.want(2, whole, true)]);
  await addPurchases(db, [made.purchase(5, { itemId: '7', itemKey: 'jd:7' })], { at: made.start, zoneMinutes: 480 });
});

const key = made.taobaoItem.key;
const savedAt = made.start + 9;

/** A row as a damaged disk may give it back. */
async function breakItem(change: object): Promise<void> {
  await db.put('items', { ...(await db.get('items', whole)), key, savedAt, ...change } as never);
}

test.each([
  ['a field is missing', { platform: undefined }],
  ['a list is none', { savedBy: 'item' }],
  ['a list holds something else', { surfaces: [1] }],
  ['a journey has a step without a time', { journey: [{ step: 'seen', at: NaN, evidence: 'observed' }] }],
  ['the note is text', { note: 'note' }],
  ['the price is text', { priceFen: '9.90' }],
  ['the date is text', { savedAt: '2026-11-20' }],
  ['the other date is none', { purchasedAt: NaN }],
])('a list shows without the row of which %s, and says so', async (_title, change) => {
  await breakItem(change);
  const { items, ...page } = await listItems(db, 'savedAt');
  expect(items.map((item) => item.key)).toEqual([whole]);
  expect(page).toEqual({ more: false, unreadable: 1 });
});

test('a row that differs in nothing but its key is shown', async () => {
  await breakItem({});
  expect(await listItems(db, 'savedAt')).toMatchObject({ items: [{ key }, { key: whole }], unreadable: 0 });
});

test('orders show without the broken one', async () => {
  const [order] = await db.getAll('orders');
  await db.put('orders', { ...order, key: 'broken', status: 1, unmatchedAt: savedAt } as never);
  const { orders, ...page } = await listUnmatchedOrders(db);
  expect(orders).toMatchObject([{ title: '羊毛衫' }]);
  expect(page).toEqual({ more: false, unreadable: 1 });
});

test('the page in front knows which of its items nobody can read', async () => {
  await breakItem({ surfaces: null });
  const { items, unreadable } = await findItems(db, [made.jdItem, made.taobaoItem, made.unionLink]);
  expect([Object.keys(items), unreadable]).toEqual([[made.jdItem.key], 1]);
});

test('a list of nothing but broken rows is not walked to its end', async () => {
  for (let place = 0; place < 120; place += 1) await breakItem({ key: `x:${String(place)}`, journey: 0 });
  expect(await listItems(db, 'savedAt')).toEqual({ items: [], more: true, unreadable: 51 });
  expect(await listItems(db, 'savedAt', 150)).toMatchObject({ items: [{ key: whole }], more: false, unreadable: 120 });
});

test.each([7, null, { platforms: [{ platform: 'jd' }], unmatchedPurchases: 0, unread: 0 }])(
  'a broken summary (%j) is no summary of zeros',
  async (value) => {
    await db.put('meta', { key: 'summary', value } as never);
    await expect(getSummary(db)).rejects.toThrow(TypeError);
  },
);
