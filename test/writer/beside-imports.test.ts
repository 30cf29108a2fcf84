import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { Purchase } from '@/utils/core/types';
import { addPurchases, keyedPurchase } from '@/utils/ledger/purchases';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import { readTakenBack } from '@/utils/writer/begun-imports';
import { ledgerWriter } from '@/utils/writer/handle';
import { madeDoor, orderScript, ownPage } from './made-door';
import { begin, importing, importId, later, otherId, partOf, purchasesOf, undo } from './made-imports';

describe('an import beside another one', () => {
  test.each([
    ['it has not ended', 'half'],
    ['it has, and its page can still stop it', 'whole'],
  ])('takes nothing of another one with it that found the same bill there: %s', async (_title, how) => {
    const { door, db } = await madeDoor();
    const living = { ...door, liveImports: () => Promise.resolve(new Set([importId, otherId])) };
    const purchases = purchasesOf('alipay-bill.gbk.csv');
    await (how === 'half' ? begin : importing)(living, purchases);
    const orders = await db.getAll('orders');
    expect(orders.length).toBeGreaterThan(0);
    const known = { ok: true, added: 0, known: purchases.length };
    expect(await importing(living, purchases, otherId)).toMatchObject(known);
    expect(await db.getAll('orders')).toEqual(orders);
    expect(isSound(await verifyLedger(db))).toBe(true);
    await ledgerWriter(living).handle(undo, ownPage);
    expect(await db.getAll('orders')).toEqual(orders);
    expect(isSound(await verifyLedger(db))).toBe(true);
    expect(await importing(door, purchases, importId.replace('1', '3'))).toMatchObject(known);
  });

  test('takes nothing of the first with it either, where the second is the one that is stopped', async () => {
    const { door, db } = await madeDoor();
    const living = { ...door, liveImports: () => Promise.resolve(new Set([importId, otherId])) };
    const purchases = purchasesOf('alipay-bill.gbk.csv');
    await begin(living, purchases.slice(0, 2), otherId);
    await importing(living, purchases);
    await ledgerWriter(living).handle({ ...undo, importId: otherId }, ownPage);
    const again = await importing(door, purchases, importId.replace('1', '3'));
    expect(again).toMatchObject({ added: 0, known: purchases.length });
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test('takes nothing of what an order page has said meanwhile', async () => {
    const { door, db } = await madeDoor();
    const writer = ledgerWriter(door);
    const [bought] = purchasesOf('jd-bill.utf8bom.csv');
    const read = async (status: string) => {
      const page = { ...bought, itemId: '100000000002', source: 'page', status };
      const orders = { type: 'orders', at: later, zoneMinutes: 480, purchases: [page] };
      expect(await writer.handle(orders, orderScript)).toEqual({ ok: 1 });
    };
    await read('paid');
    const { last: _end, ...half } = partOf([{ ...bought, status: 'refunded' }]).part;
    await writer.handle({ type: 'bill', part: half }, ownPage);
    // Once, however often it is looked at
    for (const status of ['refunded', 'refunded', 'refunded']) await read(status);
    expect(await db.count('events')).toBe(3);
    await writer.handle(undo, ownPage);
    expect(await db.getAll('orders')).toMatchObject([{ status: 'refunded', source: 'page' }]);
    expect(isSound(await verifyLedger(db))).toBe(true);
    // Where no import is under way it says nothing new
    await read('refunded');
    expect(await db.count('events')).toBe(2);
  });

  test('nor where the page says again what it had said before another word', async () => {
    const { door, db } = await madeDoor();
    const writer = ledgerWriter(door);
    const [bought] = purchasesOf('jd-bill.utf8bom.csv');
    await begin(door, []);
    const read = async (status: string, title = bought?.title) => {
      const page = { ...bought, title, itemId: '100000000002', source: 'page', status };
      const orders = { type: 'orders', at: later, zoneMinutes: 480, purchases: [page, { ...page, itemId: '7' }] };
      expect(await writer.handle(orders, orderScript)).toEqual({ ok: 2 });
    };
    for (const status of ['refunded', 'paid']) await read(status);
    await begin(door, [{ ...bought, status: 'refunded' }]);
    const before = await db.count('events');
    // Each of two lines once with its title and once without, however often they are looked at
    for (const title of [undefined, '', undefined, '', undefined]) await read('refunded', title);
    expect(await db.count('events')).toBe(before + 4);
    await writer.handle(undo, ownPage);
    expect((await db.getAll('orders')).map(({ status }) => status)).toEqual(['refunded', 'refunded']);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test.each([
    ['beside the one that has them', [importId, otherId], 2],
    ['before another begins beside it', [], 1],
  ])('whose part is told twice adds nothing twice: %s', async (_title, live, times) => {
    const { door, db, storage } = await madeDoor();
    const living = { ...door, liveImports: () => Promise.resolve(new Set(live)) };
    const purchases = purchasesOf('alipay-bill.gbk.csv');
    if (times === 2) await importing(living, purchases);
    await begin(living, purchases, otherId);
    const again = { ...door, liveImports: () => Promise.resolve(new Set([importId, otherId])) };
    // The page heard no first answer: what it says to the person is what the import did
    const added = times === 2 ? 0 : purchases.length;
    expect(await begin(again, purchases, otherId)).toMatchObject({ added, known: purchases.length - added });
    expect(await db.count('events')).toBe(times * purchases.length);
    // What had changed nothing is no change that is gone
    await ledgerWriter(again).handle({ ...undo, importId: otherId, isLeft: true }, ownPage);
    expect((await readTakenBack(storage))?.purchases).toBe(times === 2 ? undefined : purchases.length);
    expect(await db.count('events')).toBe((times - 1) * purchases.length);
  });

  test('is told of as taken back by what is gone with it, whoever had found it first', async () => {
    const { door, db, storage } = await madeDoor();
    const living = { ...door, liveImports: () => Promise.resolve(new Set([importId, otherId])) };
    const purchases = purchasesOf('alipay-bill.gbk.csv');
    await begin(living, purchases);
    await begin(living, purchases, otherId);
    // Nothing is gone: the other one tells it too
    await ledgerWriter(living).handle({ ...undo, isLeft: true }, ownPage);
    expect([await db.count('orders'), await readTakenBack(storage)]).toEqual([purchases.length, undefined]);
    // Now that one had only kept it, and all of it is gone
    await ledgerWriter(living).handle({ ...undo, importId: otherId, isLeft: true }, ownPage);
    expect([await db.count('orders'), (await readTakenBack(storage))?.purchases]).toEqual([0, purchases.length]);
  });

  test('counts a line that stands twice in a part as one change, in the second answer as in the first', async () => {
    const { door } = await madeDoor();
    const [line] = purchasesOf('alipay-bill.gbk.csv');
    for (const _time of [1, 2]) expect(await begin(door, [line, line])).toMatchObject({ added: 1, known: 1 });
  });

  test('holds a word that comes again after another one', async () => {
    const { db } = await madeDoor();
    const [bought] = purchasesOf('jd-bill.utf8bom.csv');
    const told = ['paid', 'shipped', 'paid'].map((status) => ({ ...bought, itemId: '100000000002', status }));
    const purchases = told.map((each) => keyedPurchase(() => 'jd', { ...each, source: 'page' } as Purchase));
    const moment = { at: later, zoneMinutes: 480, importId, beside: otherId };
    expect(await addPurchases(db, purchases, moment)).toBe(3);
    expect([await db.count('events'), (await db.getAll('orders'))[0]?.status]).toEqual([3, 'paid']);
  });

  test('leaves nothing twice in the ledger where no other is under way', async () => {
    const { door, db } = await madeDoor();
    const purchases = purchasesOf('alipay-bill.gbk.csv');
    await importing(door, purchases);
    const events = await db.count('events');
    await importing(door, purchases, otherId);
    expect(await db.count('events')).toBe(events);
  });
});
