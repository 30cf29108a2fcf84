import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import type { CreditView } from '@/components/dashboard/purchases/credit-props';
import { creditWork } from '@/entrypoints/dashboard/credits';
import type { Desk } from '@/entrypoints/dashboard/view';
import { appendEvents } from '@/utils/ledger/append';
import { addExposures } from '@/utils/ledger/exposures';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases } from '@/utils/ledger/purchases';
import type { LedgerDb } from '@/utils/ledger/schema';
import * as made from '../ledger/made-events';

let db: LedgerDb;
let names = 0;
beforeEach(async () => {
  db = await openLedger({ name: `credits-${String((names += 1))}` });
});

const day = 86_400_000;
const told = (at: number, change: Parameters<typeof made.purchase>[1] = {}) =>
  addPurchases(db, [made.purchase(at, change)], { at: made.start + at, zoneMinutes: 480 });

async function workOut() {
  const shown: CreditView[] = [];
  const desk = { open: () => Promise.resolve(db) } as unknown as Desk;
  creditWork(desk, (view) => shown.push(view)).onWorkOut();
  await vi.waitFor(() => expect(shown.at(-1)?.state).toBe('done'));
  const end = shown.at(-1);
  if (end?.state !== 'done') throw new Error('not done');
  return end.result;
}

const counts = async () =>
  (await workOut()).windows.map(({ days, byClick, byView, unattributed }) => [days, byClick, byView, unattributed]);

test('nothing was bought', async () => {
  expect((await workOut()).purchases).toBe(0);
});

test('a link that was followed, by its own key or by the one it was learnt from', async () => {
  await appendEvents(db, [
    made.note(0),
    made.sighting(1, made.unionLink),
    made.click(10, made.unionLink),
    made.landing(20, made.jdItem.key),
  ]);
  await told(5 * day);
  await told(6 * day, { orderId: '2', itemId: '7', itemKey: 'jd:7', title: '别的' });
  expect(await counts()).toEqual([
    [1, 0, 0, 2],
    [3, 0, 0, 2],
    [7, 1, 0, 1],
    [14, 1, 0, 1],
    [30, 1, 0, 1],
    [90, 1, 0, 1],
  ]);
  const week = (await workOut()).windows.find(({ days }) => days === 7);
  expect(week?.notes).toMatchObject([{ title: '秋天的第一件毛衣', last: 1, first: 1, linear: 1, position: 1 }]);
});

const sighting = made.sighting(1, made.jdItem);
const unit = {
  key: `open-note:${String(sighting.noteId)}`,
  kind: 'open-note' as const,
  noteId: String(sighting.noteId),
  surfaces: [sighting.surface],
};
const seen = (at: number, durationMs: number) =>
  made.exposure(at, { unit, states: [{ afterMs: 0, ratio: 1, active: true }], durationMs });

test('a link that was only on screen, within a day and long enough', async () => {
  await appendEvents(db, [made.note(0), sighting]);
  await told(2 * day);
  await addExposures(db, [seen(1.5 * day, 400)]);
  expect((await counts())[0]).toEqual([1, 0, 0, 1]);
  await addExposures(db, [seen(1.6 * day, 5_000)]);
  expect((await counts())[0]).toEqual([1, 0, 1, 0]);
  await appendEvents(db, [made.click(1.7 * day, made.jdItem)]);
  expect((await counts())[0]).toEqual([1, 1, 0, 0]);
});

test('a row that nobody can read is passed over', async () => {
  await appendEvents(db, [made.note(0), sighting]);
  await told(2 * day);
  await addExposures(db, [seen(1.6 * day, 5_000)]);
  const { states: _gone, ...broken } = seen(1.7 * day, 5_000);
  const { unit: _none, ...bare } = seen(1.8 * day, 5_000);
  for (const row of [broken, bare]) await db.put('exposures', row as ReturnType<typeof seen>);
  expect((await counts())[0]).toEqual([1, 0, 1, 0]);
});

test('one purchase told twice is one', async () => {
  await appendEvents(db, [made.sighting(1, made.jdItem), made.click(2, made.jdItem)]);
  await told(day);
  await told(day + 1, { orderId: 'hand', source: 'user' });
  expect((await workOut()).purchases).toBe(1);
});

test('what was paid stands under how the note was met, once for an order', async () => {
  await appendEvents(db, [made.sighting(1, made.jdItem), made.click(2, made.jdItem)]);
  await told(day, { orderPaidFen: 9_900 });
  const two = { orderId: 'two', orderPaidFen: 5_000 };
  await told(day, { ...two, itemId: '7', itemKey: 'jd:7', title: '别的' });
  await told(day, { ...two, itemId: '8', itemKey: 'jd:8', title: '另一个' });
  const { windows, unpriced } = await workOut();
  expect(unpriced).toBe(0);
  expect(windows[0]?.money).toEqual({ byClick: 9_900, byView: 0, unattributed: 5_000, undivided: 0 });
});
