import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { decodeKept, healthKey } from '@/utils/core/health-decode';
import { deleteLedger } from '@/utils/ledger/erase';
import { lazyLedger, LedgerError } from '@/utils/ledger/open';
import type { LedgerDb } from '@/utils/ledger/schema';
import { ledgerWriter } from '@/utils/writer/handle';
import * as made from '../ledger/made-events';
import { madeDoor, ownPage, pageScript } from './made-door';

let world: Awaited<ReturnType<typeof madeDoor>>;
beforeEach(async () => {
  world = await madeDoor();
});

const now = made.start + 1_000_000;
const queued = (row: { id: string }) => ({ [`q:${row.id}`]: row });
const append = (...rows: object[]) => ledgerWriter(world.door).handle({ type: 'append', rows }, pageScript);
const eraseAll = (writer: ReturnType<typeof ledgerWriter>) => writer.handle({ type: 'erase-all' }, ownPage);

describe('everything, on a disk that is too full for a note beside the ledger,', () => {
  /** Takes nothing as long as it is full. */
  const storageFull = (isFull: () => boolean) => ({
    ...world.storage,
    set: (items: Record<string, unknown>) =>
      isFull() ? Promise.reject(new DOMException('', 'QuotaExceededError')) : world.storage.set(items),
  });

  test('goes, and is noted once what waited is gone', async () => {
    await append(made.click(1, made.jdItem));
    await world.storage.set(queued(made.click(2, made.jdItem)));
    const storage = storageFull(() => Object.keys(world.storage.queue()).length > 0);
    const writer = ledgerWriter({ ...world.door, storage });
    expect(await eraseAll(writer)).toEqual({ ok: true });
    expect([await world.db.count('events'), world.storage.queue()]).toEqual([0, {}]);
    expect(decodeKept(world.storage.stored[healthKey]).erasedAt).toBe(now);
    await writer.handle({ type: 'append', rows: [made.click(3, made.jdItem)] }, pageScript); // of a page from before
    expect(await world.db.count('events')).toBe(0);
  });

  test('stays gone where no note of it fits: a page from before, and a restore that goes on, bring nothing back', async () => {
    const writer = ledgerWriter({ ...world.door, storage: storageFull(() => true) });
    await expect(eraseAll(writer)).rejects.toMatchObject({ name: 'QuotaExceededError' });
    await writer.handle({ type: 'append', rows: [made.click(3, made.jdItem)] }, pageScript);
    expect(await world.db.count('events')).toBe(0);
    await writer.handle({ type: 'append', rows: [{ ...made.click(4, made.jdItem), at: now }] }, pageScript);
    expect(await world.db.count('events')).toBe(1);
  });

  test('goes with a ledger that does not open, and no loss is told', async () => {
    await append(made.click(1, made.jdItem)); // and a canary
    let isFull = true;
    const name = 'erase-all-full';
    const open = lazyLedger(name);
    const door = {
      ...world.door,
      storage: storageFull(() => isFull),
      openDb: (dead?: LedgerDb) => (isFull ? Promise.reject(new LedgerError('broken')) : open(dead)),
      removeDb: () => deleteLedger(name).then(() => void (isFull = false)),
    };
    expect(await eraseAll(ledgerWriter(door))).toEqual({ ok: true });
    expect(decodeKept(world.storage.stored[healthKey]).loss).toBeUndefined();
    expect(world.storage.stored['canary']).toMatchObject({ counts: { events: 0 } });
  });

  test('stays where it can be neither opened nor removed, and so does its canary', async () => {
    await append(made.click(1, made.jdItem));
    const before = structuredClone(world.storage.stored);
    const refuse = () => Promise.reject(new LedgerError('broken'));
    const door = { ...world.door, storage: storageFull(() => true), openDb: refuse, removeDb: refuse };
    await expect(eraseAll(ledgerWriter(door))).rejects.toMatchObject({ kind: 'broken' });
    expect(world.storage.stored).toEqual(before);
  });

  test('goes as far as it can: what takes no note keeps nothing else, and it is not said to be done', async () => {
    await append(made.click(1, made.jdItem));
    await world.storage.set(queued(made.click(2, made.jdItem)));
    const set = (items: Record<string, unknown>) =>
      'study' in items ? Promise.reject(new DOMException('', 'QuotaExceededError')) : world.storage.set(items);
    await world.storage.set({ 'spot-checks': [1], buyers: { salt: 'x' }, restore: {}, 'bills-taken-back': {} });
    const before = world.announced.length;
    const writer = ledgerWriter({ ...world.door, storage: { ...world.storage, set } });
    await expect(eraseAll(writer)).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect([await world.db.count('events'), world.storage.queue()]).toEqual([0, {}]);
    expect(world.storage.stored).toMatchObject({ 'spot-checks': [], buyers: {} });
    expect(Object.keys(world.storage.stored)).not.toEqual(expect.arrayContaining(['restore']));
    expect(world.announced.length).toBeGreaterThan(before);
  });
});

test('one thing that went from the ledger is shown to be gone where what waits cannot go, though it is not said to be done', async () => {
  await append(made.click(1, made.jdItem));
  await world.storage.set(queued(made.click(2, made.jdItem)));
  const storage = { ...world.storage, remove: () => Promise.reject(new Error('gone')) };
  const what = { kind: 'item', key: made.jdItem.key };
  const before = world.announced.length;
  const asked = ledgerWriter({ ...world.door, storage }).handle({ type: 'erase', what }, ownPage);
  await expect(asked).rejects.toThrow('gone');
  expect(await world.db.count('events')).toBe(0);
  expect(world.announced.length).toBeGreaterThan(before);
});
