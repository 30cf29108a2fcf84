import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { handWork } from '@/entrypoints/dashboard/hand';
import type { Desk } from '@/entrypoints/dashboard/view';
import type { HandView } from '@/components/dashboard/purchases/hand-props';
import { appendEvents } from '@/utils/ledger/append';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases, type KeyedPurchase } from '@/utils/ledger/purchases';
import type { LedgerDb } from '@/utils/ledger/schema';
import * as made from '../ledger/made-events';

let db: LedgerDb;
let names = 0;
beforeEach(async () => {
  db = await openLedger({ name: `hand-${String((names += 1))}` });
});

function work() {
  const shown: HandView[] = [];
  const desk = { open: () => Promise.resolve(db), now: () => made.start } as unknown as Desk;
  return { shown, ...handWork(desk, (view) => shown.push(view)) };
}

const told = (...purchases: KeyedPurchase[]) => addPurchases(db, purchases, { at: made.start + 1, zoneMinutes: 480 });

test('what the person wrote down is listed, of notes’ items and of none; what a page told as well is not', async () => {
  await appendEvents(db, [made.sighting(1, made.jdItem), made.sighting(2, made.taobaoItem)]);
  const { itemId: _id, itemKey: _key, ...loose } = made.purchase(50_000, { source: 'user', title: '保温杯' });
  await told(
    loose,
    made.purchase(60_000, { orderId: '2', source: 'user', title: '灯' }),
    made.purchase(70_000, { orderId: '3', title: '页面说的' }),
    made.purchase(80_000, { orderId: '4', source: 'user', title: '撤回的', status: 'cancelled' }),
  );
  const { shown, read } = work();
  read();
  await vi.waitFor(() => expect(shown.at(-1)?.orders.map(({ title }) => title)).toEqual(['灯', '保温杯']));
});

test('a share text leads to its item, under the name the ledger knows it by', async () => {
  await appendEvents(db, [made.note(0), made.sighting(1, made.jdItem, { title: '床头灯 暖光' })]);
  const { actions } = work();
  const text = '【京东】https://item.jd.com/100012043978.html MF8555 「床头灯」';
  expect(await actions.onPaste(text)).toEqual({
    platform: 'jd',
    title: '床头灯 暖光',
    itemKey: made.jdItem.key,
    note: '秋天的第一件毛衣',
  });
  expect(await actions.onPaste('【京东】https://item.jd.com/7.html 「别的」')).toEqual({
    platform: 'jd',
    title: '别的',
    itemKey: 'jd:7',
  });
  expect(await actions.onPaste('今天天气好')).toBeUndefined();
});
