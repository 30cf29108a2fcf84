import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { appendEvents } from '@/utils/ledger/append';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases, type KeyedPurchase } from '@/utils/ledger/purchases';
import type { LedgerDb } from '@/utils/ledger/schema';
import { readReview } from '@/entrypoints/dashboard/review';
import type { Desk } from '@/entrypoints/dashboard/view';
import * as made from '../ledger/made-events';

let db: LedgerDb;
let names = 0;
beforeEach(async () => {
  db = await openLedger({ name: `review-${String((names += 1))}` });
});

const hour = 3_600_000;
const told = (...purchases: KeyedPurchase[]) =>
  addPurchases(db, purchases, { at: made.start + 9 * hour, zoneMinutes: 480 });
const reins = () => ({ signal: new AbortController().signal, onProgress: () => undefined });
const review = () => readReview({ open: () => Promise.resolve(db), now: () => 0 } as unknown as Desk, reins());
const { itemId: _id, itemKey: _key, ...bare } = made.purchase(2 * hour);
const bill = (change: Partial<KeyedPurchase> = {}): KeyedPurchase => ({
  ...bare,
  title: '2026秋冬羊毛衫女宽松',
  shop: '示例**店',
  source: 'bill',
  ...change,
});

describe('a review', () => {
  test('of an empty ledger is empty', async () => {
    expect(await review()).toEqual({ supposed: [], more: 0, loose: 0, decided: [] });
  });

  test('supposes by shop and title, and counts what nothing speaks for', async () => {
    await appendEvents(db, [made.note(0), made.sighting(1, made.jdItem, { title: '羊毛衫女宽松' })]);
    await told(bill(), bill({ orderId: '2', title: '牛仔裤' }), bill({ orderId: '3', title: '' }));
    const { supposed, loose } = await review();
    expect(loose).toBe(2);
    expect(supposed).toMatchObject([
      {
        line: { platform: 'jd', title: '2026秋冬羊毛衫女宽松', paidFen: 19900, sources: ['bill'] },
        choices: [{ item: made.jdItem.key, method: 'title', note: '秋天的第一件毛衣' }],
      },
    ]);
  });

  test('supposes nothing for what names its item exactly, but for JD, where a colour is an item', async () => {
    await appendEvents(db, [made.sighting(1, made.jdItem, { title: '羊毛衫女宽松' })]);
    await appendEvents(db, [made.sighting(2, made.taobaoItem, { title: '羊毛衫女宽松' })]);
    await told(
      made.purchase(2 * hour, { itemId: '7', itemKey: 'jd:7', title: '羊毛衫女宽松' }),
      made.purchase(2 * hour, {
        orderId: '2',
        space: 'ali',
        platform: 'taobao',
        itemId: '7',
        itemKey: 'ali:7',
        title: '羊毛衫女宽松',
      }),
    );
    expect((await review()).supposed.map(({ choices }) => choices.map(({ item }) => item))).toEqual([
      [made.jdItem.key],
    ]);
  });

  test('supposes two orders to be one', async () => {
    const pdd = { space: 'pinduoduo', platform: 'pinduoduo' };
    await told(
      made.purchase(2 * hour, { ...pdd, orderId: 'page', itemId: '9', itemKey: 'pinduoduo:9', title: '纸巾' }),
      bill({ ...pdd, orderId: 'XP1', title: '', paidAt: made.start + 3 * hour }),
    );
    expect((await review()).supposed).toMatchObject([
      {
        line: { title: '', sources: ['bill'] },
        choices: [{ title: '纸巾', method: 'amount-time', score: 0.8, priceFen: 19900 }],
      },
    ]);
  });

  test('asks of one order after the other where there are several, and says so', async () => {
    const pdd = { space: 'pinduoduo', platform: 'pinduoduo' };
    const page = (orderId: string, hours: number) =>
      made.purchase(hours * hour, { ...pdd, orderId, itemId: '9', itemKey: 'pinduoduo:9', title: orderId });
    const paidAt = made.start + 3 * hour;
    await told(
      page('farther', 1.5),
      page('nearest', 2.5),
      bill({ ...pdd, orderId: 'XP1', title: '', orderedAt: paidAt, paidAt }),
    );
    const choices = async () => (await review()).supposed.map((each) => each.choices);
    const [[first] = []] = await choices();
    expect(first).toMatchObject({ title: 'nearest', among: 2, score: 0.4 });
    const [line = ''] = (await db.getAll('orders')).flatMap(({ key, source }) => (source === 'bill' ? key : []));
    await appendEvents(db, [made.match(4 * hour, { line, other: first?.other ?? '', word: 'different' })]);
    const [[second] = []] = await choices();
    expect(second).toMatchObject({ title: 'farther', score: 0.8 });
    expect(second).not.toHaveProperty('among');
  });

  test('lists what the person has said, newest first, and supposes it no more', async () => {
    await appendEvents(db, [made.sighting(1, made.jdItem, { title: '羊毛衫女宽松' })]);
    await told(bill(), bill({ orderId: '2' }));
    const [first = '', second = ''] = await db.getAllKeys('orders');
    await appendEvents(db, [
      made.match(3 * hour, { line: first, item: made.jdItem.key, word: 'different' }),
      made.match(4 * hour, { line: second, item: made.jdItem.key, word: 'same' }),
    ]);
    const { supposed, decided, loose } = await review();
    expect([supposed, loose]).toEqual([[], 1]);
    expect(decided.map(({ line, word, choice }) => [line.key, word, choice.item])).toEqual([
      [second, 'same', made.jdItem.key],
      [first, 'different', made.jdItem.key],
    ]);
  });

  test('can be stopped', async () => {
    await told(bill());
    const stop = new AbortController();
    stop.abort();
    const desk = { open: () => Promise.resolve(db), now: () => 0 } as unknown as Desk;
    await expect(readReview(desk, { ...reins(), signal: stop.signal })).rejects.toThrow();
  });
});
