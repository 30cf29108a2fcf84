import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { addPurchases } from '@/utils/ledger/purchases';
import type { LedgerDb } from '@/utils/ledger/schema';
import { listBegun, readTakenBack } from '@/utils/writer/begun-imports';
import { ledgerWriter } from '@/utils/writer/handle';
import * as made from '../ledger/made-events';
import { madeDoor, ownPage } from './made-door';
import { begin, importId, later, otherId, purchasesOf, undo } from './made-imports';

describe('an import that was taken back', () => {
  test('is told of where its page took it back as it went, and not where the person stopped it', async () => {
    for (const [left, told] of [
      [{ isLeft: true }, 3],
      [{}, undefined],
    ] as const) {
      const { door, db, storage } = await madeDoor();
      await begin(door, purchasesOf('alipay-bill.gbk.csv').slice(0, 3));
      expect(await ledgerWriter(door).handle({ ...undo, ...left }, ownPage)).toEqual({ ok: true });
      expect(await db.count('orders')).toBe(0);
      expect((await readTakenBack(storage))?.purchases).toBe(told);
      // The page's own word to the same end comes after, and changes nothing of it
      await ledgerWriter(door).handle(undo, ownPage);
      expect((await readTakenBack(storage))?.purchases).toBe(told);
    }
  });

  test('is told of by the number of orders that it changed, and no other', async () => {
    const { door, db, storage } = await madeDoor();
    // Lines of one order, as its page shows them: in no order of their keys
    const page = [9, 1].map((no) =>
      made.purchase(no, { orderId: '7700', itemId: String(no), itemKey: `jd:${String(no)}` }),
    );
    await addPurchases(db, page, { at: later, zoneMinutes: 480 });
    await begin(door, purchasesOf('alipay-bill.gbk.csv').slice(0, 1));
    await ledgerWriter(door).tidy();
    expect([await db.count('orders'), (await readTakenBack(storage))?.purchases]).toEqual([2, 1]);
  });

  test('is told of although there was no room to note it before', async () => {
    const { door, storage } = await madeDoor();
    await begin(door, purchasesOf('alipay-bill.gbk.csv').slice(0, 3));
    let refused = 0;
    const set = (items: Record<string, unknown>) =>
      'bills-planned' in items && (refused += 1) === 1 ? Promise.reject(new Error('full')) : storage.set(items);
    await ledgerWriter({ ...door, storage: { ...storage, set } }).tidy();
    expect([refused, (await readTakenBack(storage))?.purchases]).toEqual([2, 3]);
  });

  test('is told of although the background is stopped before it has ended', async () => {
    const { door, storage } = await madeDoor();
    await begin(door, purchasesOf('alipay-bill.gbk.csv').slice(0, 3));
    const stopped = { ...door, storage: { ...storage, remove: () => Promise.reject(new Error('stopped')) } };
    await expect(ledgerWriter(stopped).handle({ ...undo, isLeft: true }, ownPage)).rejects.toThrow('stopped');
    await ledgerWriter(door).tidy();
    expect((await readTakenBack(storage))?.purchases).toBe(3);
  });

  test('is told of although nobody heard that it was erased', async () => {
    // The browser closes the connection, or ends the background, once the erasure is done
    for (const isClosed of [true, false]) {
      const { door, db, storage } = await madeDoor();
      await begin(door, purchasesOf('alipay-bill.gbk.csv').slice(0, 3));
      let isHeard = false;
      const deaf = new Proxy(db, {
        get: (target, way: keyof LedgerDb) => {
          const value: unknown = target[way];
          if (way !== 'transaction') return typeof value === 'function' ? (value.bind(target) as unknown) : value;
          return (...asked: Parameters<LedgerDb['transaction']>) => {
            const tx = db.transaction(...asked);
            if (isHeard || asked[1] !== 'readwrite') return tx;
            isHeard = true;
            const lost = new DOMException(
              'The database connection is closing.',
              isClosed ? 'InvalidStateError' : 'UnknownError',
            );
            return new Proxy(tx, {
              get: (of, name: keyof typeof tx) => {
                const own: unknown = Reflect.get(of, name, of);
                if (name === 'done') return tx.done.then(() => Promise.reject(lost));
                return typeof own === 'function' ? (own.bind(of) as unknown) : own;
              },
            });
          };
        },
      });
      const writer = ledgerWriter({ ...door, openDb: () => Promise.resolve(isHeard ? db : deaf) });
      await writer.tidy().catch(() => undefined);
      expect(await db.count('orders')).toBe(0);
      await ledgerWriter(door).tidy();
      await ledgerWriter(door).tidy();
      expect([(await readTakenBack(storage))?.purchases, await listBegun(storage)]).toEqual([3, []]);
    }
  });

  test('is told of although the one after it cannot be taken back', async () => {
    const { door, db, storage } = await madeDoor();
    const purchases = purchasesOf('alipay-bill.gbk.csv');
    const living = { ...door, liveImports: () => Promise.resolve(new Set([importId, otherId])) };
    await begin(living, purchases.slice(0, 3));
    await begin(living, purchases.slice(3), otherId);
    const failing = new Proxy(db, {
      get: (target, way: keyof LedgerDb) => {
        if (way !== 'getAllKeys') {
          const value: unknown = target[way];
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        }
        return (store: 'events', range: IDBKeyRange) =>
          String(range.lower).includes(otherId) ? Promise.reject(new Error('failed')) : db.getAllKeys(store, range);
      },
    });
    await expect(ledgerWriter({ ...door, openDb: () => Promise.resolve(failing) }).tidy()).rejects.toThrow('failed');
    expect([(await readTakenBack(storage))?.purchases, await listBegun(storage)]).toEqual([3, [otherId]]);
  });

  test('is told of until the person puts it away', async () => {
    const { door, storage } = await madeDoor();
    const [one, two] = purchasesOf('alipay-bill.gbk.csv');
    for (const [id, each] of [
      [importId, one],
      [otherId, two],
    ] as const) {
      await begin(door, [each], id);
      await ledgerWriter(door).tidy();
    }
    expect(await readTakenBack(storage)).toEqual({ at: door.now(), purchases: 2 });
    expect(await ledgerWriter(door).handle({ type: 'forget-taken-back' }, ownPage)).toEqual({ ok: true });
    expect(await readTakenBack(storage)).toBeUndefined();
  });
});
