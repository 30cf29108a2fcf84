import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { describe, expect, test, vi } from 'vitest';
import { lazyLedger } from '@/utils/ledger/open';
import { ledgerWriter } from '@/utils/writer/handle';
import * as made from '../ledger/made-events';
import { madeDoor, ownPage, pageScript } from './made-door';

let names = 0;

/** A writer whose ledger is opened as in the browser: lazily, and again after it was closed. */
async function madeWriter(more: Parameters<typeof madeDoor>[0] = {}) {
  const name = `write-${String((names += 1))}`;
  const { door, storage, announced } = await madeDoor(more);
  const openDb = lazyLedger(name);
  return { name, openDb, storage, announced, door: { ...door, openDb }, writer: ledgerWriter({ ...door, openDb }) };
}

const append = (...rows: object[]) => ({ type: 'append', rows });
const canaryOf = (storage: { stored: Record<string, unknown> }) => storage.stored.canary;

describe('the canary', () => {
  test('stands where the ledger is, after every kind of write', async () => {
    const { writer, openDb, storage } = await madeWriter();
    await writer.handle(append(made.sighting(1, made.jdItem), made.exposure(1), made.exposure(2)), pageScript);
    expect(canaryOf(storage)).toMatchObject({ seq: 1, counts: { events: 1, exposures: 2 } });
    await writer.handle({ type: 'want', key: made.jdItem.key, wanted: true }, ownPage);
    expect(canaryOf(storage)).toMatchObject({ seq: 2, counts: { events: 2 } });
    await writer.handle({ type: 'erase-all' }, ownPage);
    expect(canaryOf(storage)).toMatchObject({ counts: { events: 0, erasedEvents: 2, erasedExposures: 2 } });
    const uuid = await (await openDb()).get('meta', 'uuid');
    expect(canaryOf(storage)).toMatchObject({ uuid: uuid?.value });
  });

  test('is never ahead of the ledger, nor behind when the rows are acknowledged', async () => {
    const { openDb, storage, door } = await madeWriter();
    const ahead: number[] = [];
    const set = async (items: Record<string, unknown>) => {
      const { counts } = (items.canary ?? { counts: { events: 0 } }) as { counts: { events: number } };
      ahead.push(counts.events - (await (await openDb()).count('events')));
      return storage.set(items);
    };
    const writer = ledgerWriter({ ...door, storage: { ...storage, set } });
    for (let place = 0; place < 5; place += 1) {
      await writer.handle(append(made.click(place, made.jdItem), made.click(place, made.taobaoItem)), pageScript);
      expect(canaryOf(storage)).toMatchObject({ counts: { events: 2 * (place + 1) } });
    }
    expect(ahead.length).toBeGreaterThan(4);
    expect(Math.max(...ahead)).toBe(0);
  });

  test('is read once for each connection, not for each write', async () => {
    const { storage, door } = await madeWriter();
    const read: unknown[] = [];
    const get = (key: string | null) => (read.push(key), storage.get(key));
    const writer = ledgerWriter({ ...door, storage: { ...storage, get } });
    for (let place = 0; place < 3; place += 1) await writer.handle(append(made.click(place, made.jdItem)), pageScript);
    expect(read.filter((key) => key === 'canary')).toHaveLength(1);
  });

  test('that cannot be moved costs no row, and follows with the next', async () => {
    const { openDb, storage, door } = await madeWriter();
    let isFull = false;
    const set = (items: Record<string, unknown>) =>
      isFull ? Promise.reject(new Error('QUOTA_BYTES quota exceeded')) : storage.set(items);
    const writer = ledgerWriter({ ...door, storage: { ...storage, set } });
    await writer.drain();
    isFull = true;
    const row = made.click(1, made.jdItem);
    expect(await writer.handle(append(row), pageScript)).toEqual({ ok: [row.id] });
    isFull = false;
    await writer.handle(append(made.click(2, made.jdItem)), pageScript);
    expect(canaryOf(storage)).toMatchObject({ counts: { events: 2 } });
    expect(await (await openDb()).count('events')).toBe(2);
  });

  test('a wiped ledger is noticed when the next worker starts, and pages are told to read', async () => {
    const { writer, name, openDb, storage, door, announced } = await madeWriter();
    await writer.handle(append(made.click(1, made.jdItem), made.exposure(1)), pageScript);
    (await openDb()).close();
    await deleteDB(name);
    announced.length = 0;
    await ledgerWriter({ ...door, openDb: lazyLedger(name) }).drain();
    expect(storage.stored.health).toMatchObject({ loss: { kind: 'wiped', events: 1, exposures: 1 } });
    expect(announced).toHaveLength(1);
  });

  test('a ledger that is wiped under a running worker is noticed at its next write, which is stored', async () => {
    const { writer, name, openDb, storage } = await madeWriter();
    await writer.handle(append(made.click(1, made.jdItem)), pageScript);
    await deleteDB(name); // our connection lets go
    const row = made.click(2, made.jdItem);
    expect(await writer.handle(append(row), pageScript)).toEqual({ ok: [row.id] });
    expect(storage.stored.health).toMatchObject({ loss: { kind: 'wiped', events: 1 } });
    expect(await (await openDb()).count('events')).toBe(1);
  });

  test('a page of ours may ask for a look, put a loss away, and note a backup; no other page may', async () => {
    const { writer, name, openDb, storage, door } = await madeWriter();
    await writer.handle(append(made.click(1, made.jdItem)), pageScript);
    (await openDb()).close();
    await deleteDB(name);
    const next = ledgerWriter({ ...door, openDb: lazyLedger(name) });
    const note = { at: 5, eventsEver: 0, rowsEver: 0 };
    for (const message of [
      { type: 'look' },
      { type: 'dismiss-loss' },
      { type: 'snooze-backup' },
      { type: 'backed-up', note },
    ])
      expect(next.handle(message, pageScript)).toBeUndefined();
    expect(await next.handle({ type: 'look' }, ownPage)).toEqual({ ok: true });
    expect(await next.handle({ type: 'backed-up', note }, ownPage)).toEqual({ ok: true });
    expect(storage.stored.health).toMatchObject({ loss: { events: 1 }, backup: note });
    expect(await next.handle({ type: 'dismiss-loss' }, ownPage)).toEqual({ ok: true });
    expect(storage.stored.health).toEqual({ backup: note });
    expect(next.handle({ type: 'backed-up', note: { at: 'now' } }, ownPage)).toBeUndefined();
    await next.handle({ type: 'snooze-backup' }, ownPage);
    expect(storage.stored.health).toEqual({ backup: note, snoozedUntil: door.now() + 7 * 86_400_000 });
    await next.handle({ type: 'backed-up', note }, ownPage);
    expect(storage.stored.health).toEqual({ backup: note });
  });
});

describe('a connection that was closed', () => {
  test('between two writes, and nobody was told: the write is done on another one', async () => {
    const { writer, openDb } = await madeWriter();
    await writer.handle(append(made.click(1, made.jdItem)), pageScript);
    const dead = await openDb();
    dead.close();
    const row = made.click(2, made.jdItem);
    expect(await writer.handle(append(row), pageScript)).toEqual({ ok: [row.id] });
    const db = await openDb();
    expect(db).not.toBe(dead);
    expect(await db.count('events')).toBe(2);
  });

  test('in the middle of a write: done once more, and once only', async () => {
    const { writer, openDb } = await madeWriter();
    await writer.drain();
    let closings = 1;
    const { transaction } = IDBDatabase.prototype;
    const closing = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...asked
    ) {
      const tx = transaction.apply(this, asked);
      if (asked[1] === 'readwrite' && (closings -= 1) >= 0) tx.abort();
      return tx;
    });
    const row = made.click(1, made.jdItem);
    expect(await writer.handle(append(row), pageScript)).toEqual({ ok: [row.id] });
    closings = 2;
    await expect(writer.handle(append(made.click(2, made.jdItem)), pageScript)).rejects.toThrow();
    closing.mockRestore();
    expect(await (await openDb()).getAllKeys('events')).toEqual([row.id]);
  });
});
