import 'fake-indexeddb/auto';
import { beforeAll, expect, test } from 'vitest';
import { openLedger } from '@/utils/ledger/open';
import type { LedgerDb } from '@/utils/ledger/schema';
import { sumTotals, walkLists } from '@/utils/ledger/survey';
import { overviewTally } from '@/utils/match/overview';
import { fillLedger } from '../bench/pages/fill/fill';

let db: LedgerDb;
const nothing = () => undefined;
const visitors = { onItem: nothing, onOrder: nothing, onNote: nothing };

beforeAll(async () => {
  db = (await openLedger({ name: 'survey' })) as LedgerDb;
  await fillLedger(db, 2_000);
});

test('meets each row once, items before the others, and says how far it is', async () => {
  const met = { items: 0, orders: 0, notes: 0 };
  const told: number[] = [];
  const order: string[] = [];
  await walkLists(
    db,
    {
      onItem: () => (order.push('i'), (met.items += 1)),
      onOrder: () => (order.push('o'), (met.orders += 1)),
      onNote: () => (order.push('n'), (met.notes += 1)),
    },
    { signal: new AbortController().signal, onProgress: ({ done, total }) => told.push(done / total) },
  );
  const counts = await Promise.all((['items', 'orders', 'notes'] as const).map((store) => db.count(store)));
  expect(Object.values(met)).toEqual(counts);
  expect(told.at(-1)).toBe(1);
  expect([...told].sort((a, b) => a - b)).toEqual(told);
  expect(order.join('')).toMatch(/^i+o+n+$/u);
});

test('stops where it is told to', async () => {
  const stop = new AbortController();
  const walk = walkLists(db, visitors, { signal: stop.signal, onProgress: () => stop.abort() });
  await expect(walk).rejects.toThrow();
});

test('leaves out a broken row, and goes on', async () => {
  const [key = ''] = await db.getAllKeys('items');
  const row = await db.get('items', key);
  await db.put('items', { ...row!, journey: 7 as never });
  let items = 0;
  await walkLists(
    db,
    { ...visitors, onItem: () => (items += 1) },
    { signal: new AbortController().signal, onProgress: nothing },
  );
  expect(items).toBe((await db.count('items')) - 1);
  await db.put('items', row!);
});

test('sums the daily counts as the events have it', async () => {
  const events = await db.getAll('events');
  const count = (type: string) => events.filter((event) => event.type === type).length;
  const notes = events.filter((event) => event.type === 'page' && event.kind === 'note').length;
  const totals = await sumTotals(db);
  expect(totals).toMatchObject({ exposures: 0, read: notes, seen: count('sighting'), clicked: count('click') });
});

test('what items came to is what the summary says of them', async () => {
  const tally = overviewTally({
    monthOf: () => '2026-01',
    hourOf: () => 0,
    weekOf: () => 0,
    categoryOf: () => undefined,
  });
  const walk = { signal: new AbortController().signal, onProgress: nothing };
  await walkLists(db, { ...visitors, onItem: (item) => tally.addItem(item, 0), onOrder: tally.addLine }, walk);
  const { stages, cells } = tally.end();
  const summary = await db.get('meta', 'summary');
  const bought = summary?.key === 'summary' ? summary.value.platforms.reduce((sum, row) => sum + row.purchased, 0) : -1;
  expect(Object.values(stages.paid).reduce((sum, some) => sum + some, 0)).toBe(bought);
  const seeded = cells.filter(({ from, to }) => from !== 'none' && to !== 'waiting');
  expect(seeded.reduce((sum, cell) => sum + cell.count, 0)).toBe(bought);
});
