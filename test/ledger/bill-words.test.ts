import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { appendEvents } from '@/utils/ledger/append';
import { addRestoredEvents } from '@/utils/ledger/backup/add';
import { eraseImport } from '@/utils/ledger/erasure/erase-import';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases, type KeyedPurchase } from '@/utils/ledger/purchases';
import type { LedgerDb } from '@/utils/ledger/schema';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import * as made from './made-events';

let db: LedgerDb;
let names = 0;
let readings = 0;
const open = async () => {
  db = await openLedger({ name: `bill-words-${String((names += 1))}` });
  await appendEvents(db, [made.sighting(1, made.jdItem)]);
};
beforeEach(open);

const [noted, other, third] = ['100012043978', '7', '100000000008'];
const item = `jd:${noted}`;
const number = '300000000001';
const tell = (...purchases: KeyedPurchase[]) =>
  addPurchases(db, purchases, { at: made.start + 70_000 + (readings += 1), zoneMinutes: 480 });
const line = (sku: string, change: Partial<KeyedPurchase> = {}) =>
  made.purchase(60_000, {
    orderId: number,
    itemId: sku,
    skuId: sku,
    itemKey: `jd:${sku}`,
    title: `示例 ${sku}`,
    ...change,
  });
const { itemId: _id, skuId: _sku, itemKey: _key, ...bare } = line(noted);
const bill: KeyedPurchase = { ...bare, title: '京东商品', source: 'bill', paidAt: made.start + 60_000 };
const wallet = { ...bill, orderId: 'XP1' };

const keyOf = async (title: string) => (await db.getAll('orders')).find((row) => row.title === title)?.key ?? '';
const word = (key: string, said: Omit<Parameters<typeof made.match>[1], 'line'>, at = 80_000) =>
  made.match(at, { line: key, ...said });
const say = (...said: Parameters<typeof word>) => appendEvents(db, [word(...said)]);
/** Of the lines that count: what they name, and what they are of. */
const counted = async () =>
  (await db.getAll('orders'))
    .filter(({ twinOf }) => twinOf === undefined)
    .map(({ itemId, itemKey }) => [itemId, itemKey])
    .sort();
const sound = async () => isSound(await verifyLedger(db));
const byTheirNames = [
  [noted, item],
  [other, `jd:${other}`],
];

describe('"this bill is of that item" is of the line that names the item', () => {
  for (const skus of [
    [other, noted],
    [noted, other],
  ]) {
    const lines = skus.map((sku) => line(sku));

    test(`said first: ${skus.join(', ')}`, async () => {
      await tell(bill);
      await say(await keyOf(bill.title), { item, word: 'same' });
      await tell(...lines);
      expect(await counted()).toEqual(byTheirNames);
      expect(await db.get('items', item)).toMatchObject({ state: 'bought' });
      expect(await sound()).toBe(true);
    });

    test(`said on a page that was open meanwhile: ${skus.join(', ')}`, async () => {
      await tell(bill);
      const key = await keyOf(bill.title);
      await tell(...lines);
      await say(key, { item, word: 'same' });
      expect(await counted()).toEqual(byTheirNames);
      expect(await sound()).toBe(true);
    });

    test(`out of a backup, where the page told first: ${skus.join(', ')}`, async () => {
      await tell(bill);
      const said = word(await keyOf(bill.title), { item, word: 'different' });
      await open();
      await tell(...lines);
      const [first] = await db.getAll('orders');
      await tell(bill);
      const here = { ...said, line: `${first?.orderKey ?? ''}::${bill.title}` };
      await addRestoredEvents(db, { events: [here], ahead: 0 });
      expect(await counted()).toEqual([
        [noted, undefined],
        [other, `jd:${other}`],
      ]);
      expect(await sound()).toBe(true);
    });

    test(`of a bill by another number: ${skus.join(', ')}`, async () => {
      await tell(wallet);
      await say(await keyOf(wallet.title), { item: `jd:${other}`, word: 'same' });
      await tell(...lines);
      await tell({ ...wallet, alsoIds: [number] });
      expect(await counted()).toEqual(byTheirNames);
      expect(await sound()).toBe(true);
    });
  }

  test('as soon as that line comes; of the one that stands for the bill before, and never of two', async () => {
    await tell(bill);
    await say(await keyOf(bill.title), { item, word: 'same' });
    await tell(line(other));
    expect(await counted()).toEqual([[other, item]]);
    await tell(line(third));
    expect(await counted()).toEqual([
      [third, `jd:${third}`],
      [other, item],
    ]);
    await tell(line(noted));
    expect(await counted()).toEqual([
      [third, `jd:${third}`],
      [noted, item],
      [other, `jd:${other}`],
    ]);
    expect((await db.getAll('orders')).map(({ orderPaidFen }) => orderPaidFen)).toEqual(
      Array.from({ length: 3 }, () => bill.orderPaidFen),
    );
    expect(await sound()).toBe(true);
  });

  test('and is taken back there', async () => {
    await tell(bill);
    const key = await keyOf(bill.title);
    await say(key, { item, word: 'different' });
    await tell(line(other), line(noted));
    expect(await counted()).toEqual([
      [noted, undefined],
      [other, `jd:${other}`],
    ]);
    await say(await keyOf(`示例 ${noted}`), { item, word: 'none' }, 90_000);
    await tell(line(other), line(noted), bill);
    expect(await counted()).toEqual(byTheirNames);
    expect(await sound()).toBe(true);
  });

  test('also when the import of the bill is taken back', async () => {
    const importId = 'bill';
    await addPurchases(db, [bill], { at: made.start + 70_000 + (readings += 1), zoneMinutes: 480, importId });
    const key = await keyOf(bill.title);
    await tell(line(other), line(noted));
    await say(key, { item: `jd:${other}`, word: 'same' });
    await eraseImport(db, importId);
    expect(await counted()).toEqual(byTheirNames);
    expect(await sound()).toBe(true);
  });

  test('of an opaque link once a landing tells the item', async () => {
    await appendEvents(db, [made.sighting(3, made.unionLink)]);
    await tell(bill);
    await say(await keyOf(bill.title), { item: made.unionLink.key, word: 'same' });
    await tell(line(other), line(noted));
    await appendEvents(db, [made.click(90_000, made.unionLink), made.landing(90_001, item)]);
    expect(await counted()).toEqual(byTheirNames);
    expect(await sound()).toBe(true);
  });

  test('where the order is split after its lines were told', async () => {
    await tell(bill);
    await say(await keyOf(bill.title), { item, word: 'same' });
    await tell(line(other), line(third));
    await tell(line(other, { orderId: '300000000101', partOf: number }));
    await tell(line(noted, { orderId: '300000000102', partOf: number }));
    expect(await counted()).toEqual(byTheirNames);
    expect(await sound()).toBe(true);
  });
});

test('a word on a line stays there, though another line names the item', async () => {
  await tell(line(other), line(noted));
  await say(await keyOf(`示例 ${other}`), { item, word: 'same' });
  await tell(bill, line(other), line(noted));
  expect(await counted()).toEqual([
    [noted, item],
    [other, item],
  ]);
  expect(await sound()).toBe(true);
});

test('a bill that is another order once more is so with all lines that a page tells of it later', async () => {
  const page = made.purchase(60_000, {
    orderId: '260815-625140067923519',
    itemId: '9',
    itemKey: 'jd:9',
    title: '纸巾',
  });
  await tell(page, bill);
  await say(await keyOf(bill.title), { other: await keyOf('纸巾'), word: 'same' });
  await tell(line(other), line(noted));
  expect(await counted()).toEqual([['9', 'jd:9']]);
  expect(await sound()).toBe(true);
});
