import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { tablesFor } from '@/utils/export/rows';
import { bundleFormats } from '@/utils/export/write/table-set';
import { exportSource } from '@/utils/ledger/export-source';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases } from '@/utils/ledger/purchases';
import type { LedgerDb, OrderRow } from '@/utils/ledger/schema';
import { bundleFile, rowsOf } from '../export/collect';
import { madeTerms } from '../export/made-terms';
import * as made from './made-events';

let db: LedgerDb;
let names = 0;
const always = { from: 0, to: 8e15 };
const terms = madeTerms();

/** Two orders of one line each. */
beforeEach(async () => {
  db = await openLedger({ name: `damaged-${String((names += 1))}` });
  const two = ['1', '2'].map((orderId) => made.purchase(60_000, { orderId, orderPaidFen: 5_000 }));
  await addPurchases(db, two, { at: made.start + 9_000, zoneMinutes: 480 });
});

async function change(fields: Record<string, unknown>): Promise<OrderRow> {
  const [row] = await db.getAll('orders');
  const changed = { ...row, ...fields } as OrderRow;
  for (const [name, value] of Object.entries(fields)) if (value === undefined) Reflect.deleteProperty(changed, name);
  await db.put('orders', changed);
  return changed;
}

const exported = async (own = terms, stretch = always) => {
  const { orders, participants, quality } = await rowsOf(exportSource(db, stretch), own);
  return { orders, dropped: participants[0]?.rows_dropped, quality };
};

const damage: [string, unknown][] = [
  ['quantity', 1.5],
  ['quantity', 5e9],
  ['quantity', 'x'],
  ['paidFen', 1.5],
  ['paidFen', -1],
  ['orderPaidFen', 9.5],
  ['refundedFen', 'x'],
  ['paidAt', 9e15],
  ['paidAt', 1.5],
  ['firstSeenAt', undefined],
  ['firstSeenAt', 'x'],
  ['itemKey', 5],
  ['itemKey', {}],
  ['source', 'api'],
  ['status', 7],
  ['twin', 7],
  ['twin', { status: 'refunded', refundedFen: 0.5 }],
  ['title', undefined],
  ['orderKey', undefined],
];

test.each(damage)('a line whose %s is %j is counted and costs no other', async (name, value) => {
  await change({ [name]: value });
  const { orders, dropped, quality } = await exported();
  expect([orders.length, dropped]).toEqual([1, 1]);
  expect(quality).toMatchObject([{ surface: 'orders', units_seen: 1, errors: 0 }]);
  for (const format of bundleFormats) {
    const { bundle } = await bundleFile(exportSource(db, always), terms, { format });
    expect(bundle.files.find(({ table }) => table === 'orders')?.rows, format).toBe(1);
  }
});

test('a line of an item whose saving is damaged is told without it', async () => {
  const item = { key: 'jd:100012043978', platform: 'jd', kind: 'item', state: 'saved', surfaces: [], savedBy: [] };
  await db.put('items', { ...item, journey: [{ step: 'saved', at: made.start + 0.5, evidence: 'user' }] } as never);
  const { orders } = await exported();
  expect(orders.map(({ first_save_at }) => first_save_at)).toEqual([null, null]);
});

test('a status that this version does not know leaves a line out, and says so', async () => {
  await change({ status: 'split' });
  const { orders, dropped, quality } = await exported();
  expect([orders.length, dropped]).toEqual([1, 0]);
  expect(quality).toMatchObject([{ surface: 'orders', units_seen: 2, units_classified: 1, errors: 1 }]);
});

test('a damaged line is one of its order, whose total is not the price of the other', async () => {
  const row = await change({});
  const key = `${row.orderKey}:zz`;
  await db.put('orders', { ...row, key, quantity: 'x', orderKey: 7 } as never);
  const { orders, dropped } = await exported();
  expect(orders.map(({ paid_fen }) => paid_fen).sort()).toEqual([5_000, null]);
  expect(dropped).toBe(1);
});

test('who gets no orders, or nothing of that time, is not told of damaged ones', async () => {
  const { firstSeenAt } = await change({ quantity: 'x' });
  const without = madeTerms({ study: { tables: tablesFor(terms.study).filter((table) => table !== 'orders') } });
  expect((await exported(without)).dropped).toBe(0);
  expect((await exported(madeTerms({ study: { tier: 'T0' } }))).dropped).toBe(0);
  expect((await exported(terms, { from: firstSeenAt + 86_400_000, to: 8e15 })).dropped).toBe(0);
  await change({ paidAt: 'x', orderedAt: 'x', firstSeenAt: 'x' });
  expect((await exported(terms, { from: firstSeenAt + 86_400_000, to: 8e15 })).dropped).toBe(1);
});
