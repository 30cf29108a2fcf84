import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { deleteDB, openDB, unwrap, type StoreNames } from 'idb';
import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { LedgerEvent } from '@/utils/core/events';
import { appendEvents } from '@/utils/ledger/append';
import { canaryKeeper } from '@/utils/ledger/canary';
import { appendExposures } from '@/utils/ledger/exposures';
import { lazyLedger, openLedger } from '@/utils/ledger/open';
import { addPurchases } from '@/utils/ledger/purchases';
import { ledgerStores, steps, type LedgerDb, type LedgerSchema } from '@/utils/ledger/schema';
import * as made from './made-events';

/** What each shipped version holds, as it was shipped: a step that is edited later fails here. */
const first = {
  events: { key: 'id', indexes: ['seq!'] },
  items: { key: 'key', indexes: ['purchasedAt', 'savedAt'] },
  notes: { key: 'key', indexes: [] },
  orders: { key: 'key', indexes: ['itemKey', 'orderKey', 'unmatchedAt'] },
  counters: { key: 'key', indexes: [] },
  coverage: { key: 'key', indexes: [] },
  meta: { key: 'key', indexes: [] },
};
const second = {
  ...first,
  exposures: { key: 'id', indexes: ['at'] },
  quarantine: { key: 'key', indexes: [] },
};
const third = { ...second, thumbnails: { key: 'key', indexes: [] } };
const shipped = [first, second, third];

/** A database as a shipped version made it, without any help of the present one. */
function makeShipped(name: string, version: number) {
  return openDB(name, version, {
    upgrade: (db) => {
      for (const [store, { key, indexes }] of Object.entries(shipped[version - 1] ?? {})) {
        const made = db.createObjectStore(store, { keyPath: key });
        for (const index of indexes) {
          const path = index.replace('!', '');
          made.createIndex(path, path, { unique: index.endsWith('!') });
        }
      }
    },
  });
}

function formOf(db: Pick<LedgerDb, 'transaction' | 'objectStoreNames'>) {
  const tx = db.transaction([...db.objectStoreNames]);
  const storeOf = (store: StoreNames<LedgerSchema>) => {
    const { keyPath, indexNames } = tx.objectStore(store);
    const indexes = [...indexNames].map((name) => {
      const { keyPath: path, unique } = tx.objectStore(store).index(name);
      expect(path).toBe(name);
      return unique ? `${name}!` : name;
    });
    return { key: keyPath, indexes };
  };
  return Object.fromEntries([...db.objectStoreNames].map((store) => [store, storeOf(store)]));
}

describe('shipped versions', () => {
  test('every one has its form here', () => expect(shipped).toHaveLength(steps.length));

  test.each(shipped.map((form, place) => [place + 1, form] as const))(
    'step %i is as it was shipped',
    async (version, form) => {
      const name = `step-${String(version)}`;
      const db = await openDB(name, version, {
        upgrade: (...upgrade) => {
          for (const step of steps.slice(0, version)) step(upgrade[0] as never, upgrade[3] as never);
        },
      });
      expect(formOf(db as never)).toEqual(form);
    },
  );

  test('version 1 with rows in every list moves up: all in place, counted, named, no loss, and it goes on', async () => {
    const old = await makeShipped('shipped-1', 1);
    await appendEvents(old as never, life);
    await addPurchases(old as never, [made.purchase(60_000)], { at: made.start + 60_000, zoneMinutes: 480 });
    await old.delete('meta', 'counts'); // that version knew of none
    const rows = await rowsOf(old as never);
    for (const name of ledgerStores) expect(rows[name]?.length, name).toBeGreaterThan(0);
    old.close();
    const db = await openLedger({ name: 'shipped-1' });
    expect(formOf(db)).toEqual(third);
    const { meta, ...lists } = await rowsOf(db);
    const { meta: oldMeta, ...oldLists } = rows;
    expect(lists).toMatchObject(oldLists);
    expect(meta).toEqual(expect.arrayContaining(oldMeta ?? []));
    const events = life.length + 1;
    const counts = { events, exposures: 0, erasedEvents: 0, erasedExposures: 0 };
    expect((await db.get('meta', 'counts'))?.value).toEqual(counts);
    const area = fakeBrowser.storage.local;
    expect(await canaryKeeper(area, () => made.start).check(db)).toBe(false);
    expect((await area.get('canary')).canary).toMatchObject({ schema: 3, seq: events, counts });
    await appendEvents(db, [made.click(9, made.jdItem)]);
    await appendExposures(db, [made.exposure(9)]);
    expect((await db.get('meta', 'counts'))?.value).toMatchObject({ events: events + 1, exposures: 1 });
  });

  test('a new ledger is empty, named and counted', async () => {
    const db = await openLedger({ name: 'new' });
    const { meta, ...lists } = await rowsOf(db);
    expect(Object.values(lists).flat()).toEqual([]);
    expect(meta).toMatchObject([
      { key: 'counts', value: { events: 0 } },
      { key: 'uuid', value: expect.any(String) },
    ]);
  });
});

const visit: LedgerEvent = {
  ...made.collect(6, true),
  type: 'page',
  where: 'xiaohongshu',
  kind: 'note',
  settled: true,
  unread: [{ where: 'title', reason: 'no-data' }],
};
const life: LedgerEvent[] = [
  made.note(0),
  made.sighting(1, made.jdItem),
  made.sighting(2, made.unionLink),
  made.click(3, made.unionLink),
  made.landing(4, 'jd:1'),
  made.collect(5, true),
  visit,
];

async function rowsOf(db: LedgerDb): Promise<Record<string, unknown[]>> {
  const names = [...db.objectStoreNames];
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await db.getAll(name)] as const)));
}

describe('opening the ledger', () => {
  test('a database of a later version is left alone, and told apart', async () => {
    const later = await openDB('later', steps.length + 1, { upgrade: (db) => void db.createObjectStore('future') });
    await later.put('future', 'kept', 'row');
    later.close();
    await expect(openLedger({ name: 'later' })).rejects.toMatchObject({ kind: 'newer' });
    const again = await openDB('later');
    expect(await again.get('future', 'row')).toBe('kept');
  });

  describe('held by an old page', () => {
    const patience = { blocked: 20, silent: 60 };
    const held = async (name: string) => {
      const old = await makeShipped(name, 1);
      return { old, open: (change = {}) => openLedger({ name, patience: { ...patience, ...change } }) };
    };

    test('that does not let go: told, and what opens late after all is closed again', async () => {
      const { old, open } = await held('held');
      await expect(open({ silent: 60_000 })).rejects.toMatchObject({ kind: 'blocked' });
      old.close();
      const closed = vi.spyOn(IDBDatabase.prototype, 'close');
      await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
      closed.mockRestore();
      expect((await open()).version).toBe(steps.length);
    });

    test('that lets go in time: nobody is told', async () => {
      const { old, open } = await held('slow');
      const opening = open({ blocked: 5_000, silent: 5_000 });
      const closing = new Promise<void>((done) => {
        old.addEventListener('versionchange', () => setTimeout(() => done(old.close()), 5));
      });
      expect((await opening).version).toBe(steps.length);
      await closing;
    });

    test('and a second opening, of which the browser says nothing at all: told as well', async () => {
      const { old, open } = await held('silent');
      const outcomes = await Promise.allSettled([open(), open()]);
      expect(outcomes).toMatchObject([{ reason: { kind: 'blocked' } }, { reason: { kind: 'blocked' } }]);
      old.close();
      expect((await open()).version).toBe(steps.length);
    });
  });

  test('an upgrade takes the time it takes', async () => {
    (await makeShipped('long', 1)).close();
    const { count } = IDBObjectStore.prototype;
    const slow = vi.spyOn(IDBObjectStore.prototype, 'count').mockImplementation(function (this: IDBObjectStore) {
      const until = Date.now() + 90;
      const stay = () => {
        if (Date.now() < until) this.get('none').onsuccess = stay;
      };
      stay();
      return count.call(this);
    });
    expect((await openLedger({ name: 'long', patience: { blocked: 30, silent: 30 } })).version).toBe(steps.length);
    slow.mockRestore();
  });

  test.each([
    ['the browser refuses', () => Promise.reject(new DOMException('', 'UnknownError'))],
    [
      'there is no such storage',
      () => {
        throw new DOMException('', 'SecurityError');
      },
    ],
  ])('%s: broken, whatever way it fails', async (_what, fail) => {
    const refusing = vi.spyOn(indexedDB, 'open').mockImplementation(fail as never);
    await expect(openLedger({ name: 'refused' })).rejects.toMatchObject({ kind: 'broken' });
    refusing.mockRestore();
  });

  test('a connection that the browser closes is opened anew', async () => {
    const open = lazyLedger('terminated');
    const before = await open();
    await appendEvents(before, [made.click(1, made.jdItem)]);
    forceCloseDatabase(unwrap(before) as never);
    await vi.waitFor(async () => expect(await open()).not.toBe(before));
    expect(await (await open()).count('events')).toBe(1);
  });

  test('a dead connection is given back for another one, and only that', async () => {
    const open = lazyLedger('dead');
    const [first, other] = [await open(), await openLedger({ name: 'dead' })];
    expect(await open(other)).toBe(first);
    const second = await open(first);
    expect(second).not.toBe(first);
    expect(await open(first)).toBe(second);
    await appendEvents(second, [made.click(1, made.jdItem)]);
  });

  test('our own old connection lets go, and the next use opens anew', async () => {
    const open = lazyLedger('shared');
    const before = await open();
    const newer = await openDB('shared', steps.length + 1);
    newer.close();
    await deleteDB('shared');
    const after = await open();
    expect(after).not.toBe(before);
    await appendEvents(after, [made.click(1, made.jdItem)]);
    expect(await after.count('events')).toBe(1);
  });

  test('two users share one connection; a failure is not remembered', async () => {
    const open = lazyLedger('twice');
    const [one, two] = await Promise.all([open(), open()]);
    expect(one).toBe(two);
  });
});

test('an event that cannot be projected leaves nothing behind', async () => {
  const db = await openLedger({ name: 'aborted' });
  const broken = { ...made.sighting(2, made.jdItem), link: undefined as never };
  await expect(appendEvents(db, [made.click(1, made.jdItem), broken])).rejects.toThrow();
  const lists = ledgerStores.filter((name) => name !== 'meta');
  for (const name of lists) expect(await db.count(name), name).toBe(0);
  expect(await db.get('meta', 'seq')).toBeUndefined();
});
