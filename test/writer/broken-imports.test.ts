import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { Purchase } from '@/utils/core/types';
import { planRestore } from '@/utils/ledger/backup/plan';
import { addPurchases, keyedPurchase } from '@/utils/ledger/purchases';
import { ledgerStores, type LedgerDb } from '@/utils/ledger/schema';
import { isUndone, listBegun, noteUndone, readTakenBack } from '@/utils/writer/begun-imports';
import { ledgerWriter } from '@/utils/writer/handle';
import { damaged } from '../backup/damaged';
import { backupOf } from '../backup/support';
import * as made from '../ledger/made-events';
import { madeDoor, ownPage, pageScript } from './made-door';
import { begin, importing, importId, later, otherId, partOf, purchasesOf, undo, type Door } from './made-imports';

describe('an import that does not come to its end', () => {
  /** All but how many rows were written and erased. */
  const listsOf = async (db: LedgerDb) => {
    const lists = await Promise.all(ledgerStores.map((name) => db.getAll(name)));
    return lists.map((rows: object[]) => rows.filter((row) => Reflect.get(row, 'key') !== 'counts'));
  };
  test('is taken back whole, and nothing else with it', async () => {
    const { door, db, storage, announced } = await madeDoor();
    const writer = ledgerWriter(door);
    await writer.handle({ type: 'append', rows: [made.sighting(1, made.jdItem)] }, pageScript);
    const [first, ...others] = purchasesOf('jd-bill.utf8bom.csv');
    const earlier = { ...partOf([first]).part, importId: otherId };
    await writer.handle({ type: 'bill', part: earlier }, ownPage);
    // A page has told of an order that the bill pays for
    const page = { ...others[0], itemId: '100000000002', source: 'page', orderedAt: later };
    await addPurchases(db, [keyedPurchase(() => 'jd', page as Purchase)], { at: later, zoneMinutes: 480 });
    const before = await listsOf(db);
    await begin(door, [first, ...others]);
    expect(await listsOf(db)).not.toEqual(before);
    const told = announced.length;
    expect(await writer.handle(undo, ownPage)).toEqual({ ok: true });
    expect(await listsOf(db)).toEqual(before);
    expect(announced).toHaveLength(told + 1);
    expect(await listBegun(storage)).toEqual([]);
    // Once more there is nothing to take back
    expect(await writer.handle(undo, ownPage)).toEqual({ ok: true });
    expect(await listsOf(db)).toEqual(before);
  });

  test('can be done again, as another one', async () => {
    const { door, db } = await madeDoor();
    const purchases = purchasesOf('alipay-bill.gbk.csv');
    await begin(door, purchases);
    await ledgerWriter(door).handle(undo, ownPage);
    expect(await db.count('orders')).toBe(0);
    expect(await importing(door, purchases, otherId)).toMatchObject({ added: purchases.length });
  });

  test.each([
    ['its page', (door: Door) => ledgerWriter(door).handle(undo, ownPage)],
    ['the background, which saw no page', (door: Door) => ledgerWriter(door).tidy()],
  ])('stays taken back by %s, whichever of its parts comes after', async (_title, takeBack) => {
    const { door, db, storage } = await madeDoor();
    const purchases = purchasesOf('alipay-bill.gbk.csv');
    await begin(door, purchases.slice(0, 3));
    await takeBack(door);
    const before = await listsOf(db);
    // The background that hears of it may be another one
    expect(await begin(door, purchases.slice(3))).toEqual({ ok: false, reason: 'taken-back' });
    expect(await importing(door, purchases.slice(3))).toEqual({ ok: false, reason: 'taken-back' });
    expect(await listsOf(db)).toEqual(before);
    expect(await db.count('orders')).toBe(0);
    expect(await listBegun(storage)).toEqual([]);
    expect(await importing(door, purchases, otherId)).toMatchObject({ ok: true, added: purchases.length });
  });

  test('stays taken back where its whole had come, or nothing of it yet', async () => {
    for (const parts of [1, 0]) {
      const { door, db } = await madeDoor();
      const purchases = purchasesOf('alipay-bill.gbk.csv');
      if (parts > 0) await importing(door, purchases);
      await ledgerWriter(door).handle(undo, ownPage);
      expect(await importing(door, purchases)).toEqual({ ok: false, reason: 'taken-back' });
      expect(await db.count('orders')).toBe(0);
    }
  });

  test('is remembered among the last two hundred, and taken back without a memory too', async () => {
    const { session } = await madeDoor();
    for (let place = 0; place <= 200; place += 1) await noteUndone(session, String(place));
    expect([await isUndone(session, '0'), await isUndone(session, '1')]).toEqual([false, true]);
    const none = () => Promise.reject(new Error('no memory'));
    const { door, db } = await madeDoor();
    const forgetful = { ...door, session: { ...door.session, get: none, set: none } };
    await begin(forgetful, purchasesOf('jd-bill.utf8bom.csv'));
    expect(await ledgerWriter(forgetful).handle(undo, ownPage)).toEqual({ ok: true });
    expect(await db.count('orders')).toBe(0);
  });

  test('is taken back when the browser starts, its page being gone; one that ended stays', async () => {
    const { door, db } = await madeDoor();
    const purchases = purchasesOf('alipay-bill.gbk.csv');
    await importing(door, purchases.slice(0, 1));
    await ledgerWriter(door).tidy();
    expect(await db.count('orders')).toBe(1);
    await begin(door, purchases.slice(1));
    await ledgerWriter(door).tidy();
    expect(await db.count('orders')).toBe(0);
    await ledgerWriter(door).tidy();
    expect(await listBegun(door.storage)).toEqual([]);
  });

  test('is taken back when another begins, for good, and the person is told', async () => {
    const { door, db, storage } = await madeDoor();
    const purchases = purchasesOf('alipay-bill.gbk.csv');
    await begin(door, purchases.slice(0, 3));
    const other = { ...partOf(purchases.slice(3)).part, importId: otherId };
    const { last: _end, ...half } = other;
    const writer = ledgerWriter(door);
    expect(await writer.handle({ type: 'bill', part: half }, ownPage)).toMatchObject({ ok: true });
    expect(await readTakenBack(storage)).toEqual({ at: door.now(), purchases: 3 });
    expect(await listBegun(storage)).toEqual([other.importId]);
    await writer.handle({ type: 'bill', part: other }, ownPage);
    expect(await db.count('orders')).toBe(purchases.length - 3);
    expect(await listBegun(storage)).toEqual([]);
    // It was another bill, and nobody has seen it
    expect(await readTakenBack(storage)).toEqual({ at: door.now(), purchases: 3 });
  });

  test('goes on while its page lives, whatever begins, ends or starts beside it', async () => {
    const { door, db, storage } = await madeDoor();
    const living = { ...door, liveImports: () => Promise.resolve(new Set([importId])) };
    const purchases = purchasesOf('alipay-bill.gbk.csv');
    await begin(living, purchases.slice(0, 3));
    const other = { ...partOf(purchases.slice(3)).part, importId: otherId };
    await ledgerWriter(living).handle({ type: 'bill', part: other }, ownPage);
    await ledgerWriter(living).tidy();
    expect(await db.count('orders')).toBe(purchases.length);
    expect([await listBegun(storage), await readTakenBack(storage)]).toEqual([[importId], undefined]);
    // Its page is gone now
    await ledgerWriter(door).tidy();
    expect(await db.count('orders')).toBe(purchases.length - 3);
  });

  test('is taken back in a file whose exposures alone are damaged', async () => {
    const { door, db, storage } = await madeDoor();
    await begin(door, purchasesOf('alipay-bill.gbk.csv').slice(0, 3));
    const spoilt = damaged(db, { store: 'exposures', keys: [] });
    await ledgerWriter({ ...door, openDb: () => Promise.resolve(spoilt) }).tidy();
    expect([await db.count('orders'), await listBegun(storage)]).toEqual([0, []]);
  });

  test('stays begun in a file that is damaged in places, out of backups, and stops no other', async () => {
    const { door, db, storage, session, badge } = await madeDoor();
    const purchases = purchasesOf('alipay-bill.gbk.csv');
    await begin(door, purchases.slice(0, 2));
    const spoilt = damaged(db, { store: 'events', keys: (await db.getAllKeys('events')).slice(0, 1) });
    const writer = ledgerWriter({ ...door, openDb: () => Promise.resolve(spoilt) });
    await writer.tidy();
    expect([await listBegun(storage), await readTakenBack(storage)]).toEqual([[importId], undefined]);
    const other = partOf(purchases.slice(2), otherId);
    expect(await writer.handle(other, ownPage)).toMatchObject({ ok: true, added: purchases.length - 2 });
    expect(await listBegun(storage)).toEqual([importId]);
    // The full page tells of the damage; a ledger that opens and takes rows is no trouble
    expect(badge.filter((kind) => kind !== undefined)).toEqual([]);
    // The ways to a sound ledger: a backup, erasing everything, and what is begun is nothing any more
    const file = await backupOf(spoilt, { listOpenImports: () => listBegun(storage) });
    expect((await planRestore(db, file)).events).toEqual({ fresh: 0, known: purchases.length - 2 });
    expect(await writer.handle({ type: 'erase-all' }, ownPage)).toEqual({ ok: true });
    await ledgerWriter(door).tidy();
    expect([await listBegun(storage), await isUndone(session, importId)]).toEqual([[], true]);
  });

  test('is taken back for our own pages alone', async () => {
    const { door, db } = await madeDoor();
    await begin(door, purchasesOf('alipay-bill.gbk.csv'));
    expect(ledgerWriter(door).handle(undo, pageScript)).toBeUndefined();
    expect(ledgerWriter(door).handle({ ...undo, importId: 'bill:' }, ownPage)).toBeUndefined();
    expect(await db.count('orders')).toBeGreaterThan(0);
  });
});
