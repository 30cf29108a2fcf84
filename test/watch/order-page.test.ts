// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Purchase, Reading } from '@/utils/core/types';
import { OrderWatcher, type OrderDoor, type OrderReader } from '@/utils/watch/order-page';
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

/** A page that shows what the test puts into `shown`; of answers it knows none until a test says so. */
function madeReader(shown: Reading<Purchase>): OrderReader {
  return { readPage: () => shown, readAnswer: () => undefined, readSignals: () => [], finderOn: () => () => true };
}

async function watch(count: number, answer: (sent: number) => number | undefined = (sent) => sent) {
  const shown: Reading<Purchase> = { found: lines(count), unread: [], skipped: 0 };
  const { door, rows, outside } = madeDoor();
  const sendOrders = vi.fn<OrderDoor['sendOrders']>(({ purchases }) => Promise.resolve(answer(purchases.length)));
  const reader = madeReader(shown);
  const watcher = new OrderWatcher({ ...door, sendOrders }, reader);
  void watcher.start();
  await settle();
  return { shown, sendOrders, rows, outside, watcher, reader };
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

test('lines that nothing tells apart are told as one, with the pieces of all', async () => {
  const { sendOrders, shown } = await watch(1);
  shown.found = [...shown.found, ...shown.found];
  await changeFor(1_000);
  expect(sendOrders.mock.calls.map(([{ purchases }]) => purchases.map(({ quantity }) => quantity))).toEqual([
    [undefined],
    [2],
  ]);
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

describe('what the page has loaded', () => {
  const [known] = lines(1);
  const copied = (...found: Purchase[]): Reading<Purchase> => ({ found, unread: [], skipped: 0 });
  const other = { ...lines(1, 'shipped')[0]!, orderId: 'other', title: '围巾' };

  test('counts once the page shows it, and stays when the page takes its row away', async () => {
    const { sendOrders, watcher, reader } = await watch(1);
    let isShown = false;
    reader.readAnswer = () => copied(other);
    reader.finderOn = () => () => isShown;
    watcher.takeCopy('https://made.invalid/a\n{}');
    await changeFor(3_000);
    expect(sendOrders).toHaveBeenCalledTimes(1);
    isShown = true;
    await changeFor(3_000);
    expect(sendOrders.mock.lastCall?.[0].purchases).toEqual([known, other]);
    isShown = false;
    await changeFor(3_000);
    expect(sendOrders).toHaveBeenCalledTimes(2);
  });

  test('what the page is known to show is asked for before what it may show', async () => {
    const { watcher, reader } = await watch(1);
    const asked: string[] = [];
    reader.finderOn = () => (orders) => Boolean(asked.push(orders[0]!.orderId)) && orders[0]!.orderId === 'other';
    reader.readAnswer = () => copied(other);
    watcher.takeCopy('https://made.invalid/a\n{}');
    await changeFor(1_000);
    reader.readAnswer = () => copied({ ...other, orderId: 'third' });
    watcher.takeCopy('https://made.invalid/a\n{}');
    asked.length = 0;
    await changeFor(1_000);
    expect(asked.slice(0, 3)).toEqual([known!.orderId, 'other', 'third']);
  });

  test('what the page never shows is counted as unread', async () => {
    const { rows, watcher, reader } = await watch(0);
    reader.readAnswer = () => copied(other, { ...other, orderId: 'third' });
    reader.finderOn = () => () => false;
    watcher.takeCopy('https://made.invalid/a\n{}');
    window.dispatchEvent(new Event('pagehide'));
    expect(rows.at(-1)).toMatchObject({
      unread: [{ where: 'unshown[0]' }, { where: 'unshown[1]', reason: 'no-data' }],
    });
  });

  test('an order that the page itself tells is told as the page tells it', async () => {
    const { sendOrders, watcher, reader } = await watch(1);
    reader.readAnswer = () => copied({ ...known!, status: 'completed', orderPaidFen: 1 });
    watcher.takeCopy('https://made.invalid/a\n{}');
    await changeFor(3_000);
    expect(sendOrders).toHaveBeenCalledTimes(1);
  });

  test('an order read off its rows, without its time, is told as the answer tells it once that is shown', async () => {
    const { sendOrders, shown, watcher, reader } = await watch(1);
    shown.found = [{ ...known!, orderPaidFen: 990 }]; // rows show the amount, and a day at most
    await changeFor(1_000);
    sendOrders.mockClear();
    const timed = { ...known!, orderedAt: 1_767_587_696_000, quantity: 2 };
    let isShown = false;
    reader.readAnswer = () => copied(timed);
    reader.finderOn = () => () => isShown;
    watcher.takeCopy('https://made.invalid/a\n{}');
    await changeFor(3_000);
    expect(sendOrders).not.toHaveBeenCalled();
    isShown = true;
    await changeFor(3_000);
    expect(sendOrders.mock.lastCall?.[0].purchases).toEqual([timed]);
  });

  test('a page of no known form whose answers are known is read in full', async () => {
    const { shown, rows, watcher, reader } = await watch(0);
    shown.unread.push({ where: 'page', reason: 'unknown-form' });
    reader.readAnswer = () => copied(other);
    watcher.takeCopy('https://made.invalid/a\n{}');
    window.dispatchEvent(new Event('pagehide'));
    expect(rows.at(-1)).toMatchObject({ kind: 'orders', unread: [] });
  });

  test.each([
    ['no address', 'nothing at all'],
    ['no answer of this shop', 'https://elsewhere.invalid/a\n{}'],
  ])('%s is nothing', async (_, message) => {
    const { watcher, reader } = await watch(0);
    const readAnswer = vi.spyOn(reader, 'readAnswer');
    watcher.takeCopy(message);
    await changeFor(1_000);
    expect(readAnswer.mock.results.every(({ value }) => value === undefined)).toBe(true);
  });

  test('a flood of answers, huge ones and those that came while recording was off are not read', async () => {
    const { watcher, reader, outside } = await watch(0);
    const readAnswer = vi.spyOn(reader, 'readAnswer').mockReturnValue(copied());
    watcher.takeCopy(`https://made.invalid/a\n${'x'.repeat(2_000_001)}`);
    expect(readAnswer.mock.lastCall?.[2]).toBe('');
    outside.isRecording = false;
    watcher.takeCopy('https://made.invalid/off\n{}');
    outside.isRecording = true;
    for (let place = 0; place < 200; place++) watcher.takeCopy('https://made.invalid/a\n{}');
    expect(readAnswer).toHaveBeenCalledTimes(60);
  });
});

test("an order's own page tells its number and lists nothing", async () => {
  const { sendOrders, rows, reader, shown } = await watch(0);
  shown.unread.push({ where: 'page', reason: 'unknown-form' });
  reader.readSignals = () => [{ signal: 'order-placed', platform: 'jd', orderId: 'made-9' }];
  await changeFor(3_000);
  expect(sendOrders.mock.calls).toMatchObject([[{ purchases: [], signals: [{ orderId: 'made-9' }] }]]);
  window.dispatchEvent(new Event('pagehide'));
  expect(rows.at(-1)).toMatchObject({ kind: 'orders', unread: [] });
});
