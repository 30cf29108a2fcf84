// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Purchase, Reading } from '@/utils/core/types';
import { OrderWatcher, type OrderDoor } from '@/utils/watch/order-page';
import { changePage, endAll, madeDoor, settle } from './made-page';

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) }));
afterEach(() => {
  endAll();
  vi.useRealTimers();
});

const lines = (count: number, status: Purchase['status'] = 'paid'): Purchase[] =>
  Array.from({ length: count }, (_line, index) => ({
    platform: 'jd',
    orderId: `made-${index}`,
    title: '毛衣',
    status,
    source: 'page',
  }));

async function watch(count: number, answer: (sent: number) => number | undefined = (sent) => sent) {
  const shown: Reading<Purchase> = { found: lines(count), unread: [], skipped: 0 };
  const { door, rows, outside } = madeDoor();
  const sendOrders = vi.fn<OrderDoor['sendOrders']>(({ purchases }) => Promise.resolve(answer(purchases.length)));
  void new OrderWatcher({ ...door, sendOrders }, () => shown).start();
  await settle();
  return { shown, sendOrders, rows, outside };
}

/** The page changes every 100 ms, as one with a clock does. */
async function changeFor(ms: number): Promise<void> {
  for (let age = 0; age < ms; age += 100) {
    changePage();
    await settle(100);
  }
}

test('orders are told once, however often the page is read', async () => {
  const { sendOrders } = await watch(3);
  await changeFor(5_000);
  expect(sendOrders).toHaveBeenCalledTimes(1);
});

test('orders that say something else are told again', async () => {
  const { sendOrders, shown } = await watch(3);
  shown.found = lines(3, 'completed');
  await changeFor(1_000);
  expect(sendOrders).toHaveBeenCalledTimes(2);
});

test('a long list is told in parts that a message holds', async () => {
  const { sendOrders } = await watch(501);
  expect(sendOrders.mock.calls.map(([{ purchases }]) => purchases.length)).toEqual([200, 200, 101]);
  await changeFor(5_000);
  expect(sendOrders).toHaveBeenCalledTimes(3);
});

test('what nobody takes is told five times, each time after twice the wait', async () => {
  const { sendOrders } = await watch(3, () => undefined);
  const startedAt = Date.now();
  await settle(600_000);
  const waits = sendOrders.mock.calls.map(([{ at }]) => Math.floor((at - startedAt) / 1_000));
  expect(waits).toEqual([0, 1, 3, 7, 15]);
});

test('on a page that never rests that is no more often', async () => {
  const { sendOrders } = await watch(3, () => undefined);
  await changeFor(30_000);
  expect(sendOrders).toHaveBeenCalledTimes(5);
});

test('a later change starts anew', async () => {
  let isBlocked = true;
  const { sendOrders } = await watch(3, (sent) => (isBlocked ? undefined : sent));
  await settle(60_000);
  isBlocked = false;
  await changeFor(5_000);
  expect(sendOrders).toHaveBeenCalledTimes(6);
});

test('orders told meanwhile are not held back by those that nobody took', async () => {
  const { sendOrders, shown } = await watch(3, (sent) => (sent === 3 ? undefined : sent));
  shown.found = lines(4);
  await changeFor(30_000);
  expect(sendOrders.mock.calls.map(([{ purchases }]) => purchases.length)).toEqual([3, 4]);
});

test('a page that clears our timers is told from all the same', async () => {
  const { sendOrders } = await watch(3, () => undefined);
  vi.clearAllTimers();
  await settle(2_000);
  expect(sendOrders).toHaveBeenCalledTimes(1);
  changePage();
  await settle();
  expect(sendOrders).toHaveBeenCalledTimes(2);
});

test('what could not be read is counted when the page is left, under one id', async () => {
  const { rows, shown } = await watch(1);
  shown.unread = [{ where: 'order', reason: 'shape' }];
  await settle(1_000);
  for (const type of ['pagehide', 'pageshow', 'pagehide']) window.dispatchEvent(new Event(type));
  expect(rows).toMatchObject([{ type: 'page', kind: 'orders', unread: shown.unread }, { type: 'page' }]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(1);
});

test('the end is told while the page still stands: Firefox has no time for it later', async () => {
  const { rows } = await watch(1);
  await settle(1_000);
  window.dispatchEvent(new Event('beforeunload'));
  expect(rows).toMatchObject([{ type: 'page', kind: 'orders' }]);
});

test('while recording is off nothing is told', async () => {
  const { sendOrders, shown, outside, rows } = await watch(1);
  outside.isRecording = false;
  shown.found = lines(2);
  await changeFor(1_000);
  window.dispatchEvent(new Event('pagehide'));
  expect(sendOrders).toHaveBeenCalledTimes(1);
  expect(rows).toEqual([]);
});
