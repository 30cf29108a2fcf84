import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { appendEvents } from '@/utils/ledger/append';
import { LedgerError, lazyLedger, openLedger } from '@/utils/ledger/open';
import { ledgerStores, steps } from '@/utils/ledger/schema';
import * as made from './made-events';

describe('opening the ledger', () => {
  test('every shipped version moves up to the newest, its rows in place', async () => {
    for (let version = 0; version <= steps.length; version += 1) {
      const name = `shipped-${String(version)}`;
      const row = { ...made.click(1, made.jdItem), seq: 1 };
      if (version > 0) {
        const old = await openDB(name, version, {
          upgrade: (...upgrade) => {
            for (const step of steps.slice(0, version)) step(upgrade[0] as never, upgrade[3] as never);
          },
        });
        await old.put('events', row);
        old.close();
      }
      const db = await openLedger({ name });
      expect([...db.objectStoreNames].sort()).toEqual([...ledgerStores].sort());
      expect(await db.getAll('events')).toEqual(version > 0 ? [row] : []);
      db.close();
    }
  });

  test('a database of a later version is left alone, and told apart', async () => {
    const later = await openDB('later', steps.length + 1, { upgrade: (db) => void db.createObjectStore('future') });
    await later.put('future', 'kept', 'row');
    later.close();
    await expect(openLedger({ name: 'later' })).rejects.toMatchObject({ kind: 'newer' });
    const again = await openDB('later');
    expect(await again.get('future', 'row')).toBe('kept');
  });

  test('an old connection that does not let go is told, not waited for', async () => {
    const old = await openDB('held', 1, { upgrade: (db) => void db.createObjectStore('events') });
    const opening = openLedger({ name: 'held', version: 2 });
    await expect(opening).rejects.toBeInstanceOf(LedgerError);
    await expect(opening).rejects.toMatchObject({ kind: 'blocked' });
    old.close();
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
  for (const name of ledgerStores) expect(await db.count(name), name).toBe(0);
});
