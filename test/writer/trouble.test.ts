import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { troubleOf } from '@/utils/ledger/failures';
import { lazyLedger, LedgerError } from '@/utils/ledger/open';
import { steps } from '@/utils/ledger/schema';
import { ledgerWriter } from '@/utils/writer/handle';
import { fillDisk } from '../ledger/full-disk';
import * as made from '../ledger/made-events';
import { madeDoor, ownPage, pageScript } from './made-door';

afterEach(() => vi.restoreAllMocks());

const append = (row: object) => ({ type: 'append', rows: [row] });
const queued = (row: { id: string }) => ({ [`q:${row.id}`]: row });

/** Each write of a row fails as Firefox says it. */
function refuseMutations(): void {
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    const text = 'A mutation operation was attempted on a database that did not allow mutations.';
    throw new DOMException(text, 'InvalidStateError');
  });
}

describe('no room', () => {
  test.each([
    ['as Chromium tells it', () => void fillDisk()],
    ['when all seemed done', () => void fillDisk('commit')],
    ['as Firefox tells it', refuseMutations],
  ])(
    '%s: not acknowledged, kept in the queue, told until a write completes a minute after the last refusal',
    async (_how, fill) => {
      const row = made.click(1, made.jdItem);
      const { door, db, storage, session, badge, announced } = await madeDoor();
      let now = door.now();
      const writer = ledgerWriter({ ...door, now: () => now });
      await writer.handle({ type: 'look' }, ownPage);
      await storage.set(queued(row));
      fill();
      await expect(writer.handle(append(row), pageScript)).rejects.toThrow(DOMException);
      expect(storage.queue()).toEqual(queued(row));
      const trouble = { kind: 'full', since: now };
      expect(session.stored.health).toEqual({ trouble, dropped: 0 });
      expect([badge, announced.length]).toEqual([['full'], 1]);
      now += 60_000;
      await expect(writer.drain()).rejects.toThrow(DOMException);
      await writer.handle({ type: 'look' }, ownPage); // opening proves no room
      expect(session.stored.health).toEqual({ trouble, dropped: 0 });
      expect(badge).toEqual(['full']);
      vi.restoreAllMocks();
      await writer.drain();
      expect([await db.count('events'), storage.queue()]).toEqual([1, {}]);
      expect(badge).toEqual(['full']); // a single row may find room where others do not
      now += 60_000;
      await writer.handle(append(made.click(2, made.jdItem)), pageScript);
      expect(session.stored.health).toEqual({ dropped: 0 });
      expect(badge).toEqual(['full', undefined]);
    },
  );

  test('for the canary: the rows are stored and acknowledged, and it is told', async () => {
    const { door, storage, badge } = await madeDoor();
    const full = () => Promise.reject(new Error('Resource::kQuotaBytes quota exceeded'));
    const writer = ledgerWriter({ ...door, storage: { ...storage, set: full } });
    const row = made.click(1, made.jdItem);
    expect(await writer.handle(append(row), pageScript)).toEqual({ ok: [row.id] });
    expect(badge).toEqual(['full']);
  });

  test('is told to the next worker as well, which ends it', async () => {
    const { door, badge, session } = await madeDoor();
    const giveRoom = fillDisk();
    await expect(ledgerWriter(door).handle(append(made.click(1, made.jdItem)), pageScript)).rejects.toThrow();
    giveRoom();
    const aMinuteLater = () => door.now() + 60_000;
    await ledgerWriter({ ...door, now: aMinuteLater }).handle(append(made.click(2, made.jdItem)), pageScript);
    expect([badge, session.stored.health]).toEqual([['full', undefined], { dropped: 0 }]);
  });
});

describe('a ledger that does not open', () => {
  test('written by a later version: told, left alone, and over when it opens', async () => {
    const row = made.click(1, made.jdItem);
    const { door, storage, session, badge } = await madeDoor(queued(row));
    const later = await openDB('trouble-later', steps.length + 1, {
      upgrade: (db) => void db.createObjectStore('new'),
    });
    later.close();
    let openDb = lazyLedger('trouble-later');
    const writer = ledgerWriter({ ...door, openDb: (dead) => openDb(dead) });
    await expect(writer.handle(append(row), pageScript)).rejects.toMatchObject({ kind: 'newer' });
    expect(session.stored.health).toMatchObject({ trouble: { kind: 'newer' } });
    expect(storage.queue()).toEqual(queued(row));
    openDb = door.openDb;
    expect(await writer.handle({ type: 'look' }, ownPage)).toEqual({ ok: true });
    expect([badge, session.stored.health]).toEqual([['newer', undefined], { dropped: 0 }]);
  });

  test.each(['blocked', 'broken'] as const)('%s: a word of the person is not acknowledged', async (kind) => {
    const { door, badge } = await madeDoor();
    const writer = ledgerWriter({ ...door, openDb: () => Promise.reject(new LedgerError(kind)) });
    const word = { type: 'mark', key: 'jd:1', mark: 'bought' };
    await expect(writer.handle(word, ownPage)).rejects.toMatchObject({ kind });
    expect(badge).toEqual([kind]);
  });
});

test('a memory that takes no note keeps nobody from writing, and the button still tells', async () => {
  const { door, badge } = await madeDoor();
  const broken = () => Promise.reject(new Error('gone'));
  let now = door.now();
  const writer = ledgerWriter({ ...door, now: () => now, session: { get: broken, set: broken } });
  const giveRoom = fillDisk();
  await expect(writer.handle(append(made.click(1, made.jdItem)), pageScript)).rejects.toThrow();
  giveRoom();
  now += 60_000;
  const row = made.click(2, made.jdItem);
  expect(await writer.handle(append(row), pageScript)).toEqual({ ok: [row.id] });
  expect(badge).toEqual(['full', undefined]);
});

const mutations = 'A mutation operation was attempted on a database that did not allow mutations.';
test.each([
  [new DOMException('', 'QuotaExceededError'), 'full'],
  [new DOMException(mutations, 'InvalidStateError'), 'full'],
  [new DOMException('The database connection is closing.', 'InvalidStateError'), 'broken'],
  [new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError'), 'broken'],
  [new Error('Resource::kQuotaBytes quota exceeded'), 'full'],
  [new LedgerError('broken', new DOMException('', 'QuotaExceededError')), 'full'],
  [new LedgerError('broken', new DOMException('', 'UnknownError')), 'broken'],
  [new LedgerError('newer'), 'newer'],
  [new LedgerError('blocked'), 'blocked'],
  [undefined, 'broken'],
])('%s means %s', (error, kind) => expect(troubleOf(error)).toBe(kind));
