import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LedgerCounts } from '@/utils/core/health';
import { decodeKept, healthKey } from '@/utils/core/health-decode';
import { deleteLedger } from '@/utils/ledger/erase';
import { lazyLedger, LedgerError } from '@/utils/ledger/open';
import { allStores, steps } from '@/utils/ledger/schema';
import { markErased } from '@/utils/settings';
import { ledgerWriter } from '@/utils/writer/handle';
import * as made from '../ledger/made-events';
import { madeDoor, orderScript, ownPage, pageScript } from './made-door';

type World = Awaited<ReturnType<typeof madeDoor>> & { writer: ReturnType<typeof ledgerWriter> };

let world: World;
beforeEach(async () => {
  const parts = await madeDoor();
  world = { ...parts, writer: ledgerWriter(parts.door) };
});

const item = made.jdItem.key;
const noteId = '65f000000000000012345678';
const now = made.start + 1_000_000;
const queued = (row: { id: string }) => ({ [`q:${row.id}`]: row });
const append = (...rows: object[]) => world.writer.handle({ type: 'append', rows }, pageScript);
const erase = (what: object) => world.writer.handle({ type: 'erase', what }, ownPage);

describe('one thing', () => {
  test('goes from the ledger, and the answer says how much', async () => {
    await append(made.sighting(1, made.jdItem), made.click(2, made.jdItem), made.click(3, made.taobaoItem));
    await append(made.exposure(4));
    expect(await erase({ kind: 'item', key: item })).toEqual({ ok: true, events: 2, exposures: 0 });
    expect(await erase({ kind: 'note', site: 'xiaohongshu', id: noteId })).toEqual({
      ok: true,
      events: 1,
      exposures: 1,
    });
    expect(await world.db.count('events')).toBe(0);
  });

  test.each([{ type: 'erase', what: { kind: 'item', key: item } }, { type: 'erase-all' }])(
    'is noted by its time alone, for whoever restores a backup from before (%j)',
    async (message) => {
      await append(made.sighting(1, made.jdItem));
      await world.writer.handle(message, ownPage);
      expect(world.storage.stored[healthKey]).toEqual({ erasedAt: world.door.now() });
      await world.writer.handle({ type: 'dismiss-loss' }, ownPage);
      expect(decodeKept(world.storage.stored[healthKey])).toEqual({ erasedAt: world.door.now() });
    },
  );

  test('goes from the queue, readable or not; what else waits there stays', async () => {
    await append(made.sighting(1, made.jdItem));
    const other = made.click(2, made.taobaoItem);
    await world.storage.set({
      ...queued(made.click(3, made.jdItem)),
      ...queued(other),
      'q:broken': { url: 'https://item.jd.com/100012043978.html' },
      'q:odd': 7,
    });
    await erase({ kind: 'item', key: item });
    expect(Object.keys(world.storage.queue()).sort()).toEqual(['q:odd', `q:${other.id}`].sort());
  });

  test('does not come back by a page that is still open, unless it happens again', async () => {
    await append(made.sighting(1, made.unionLink), made.click(2, made.unionLink));
    await append(made.landing(3, item));
    await erase({ kind: 'item', key: item });
    await append(made.click(4, made.unionLink), made.click(5, made.jdItem), made.click(6, made.taobaoItem));
    await world.storage.set(queued(made.sighting(7, made.jdItem)));
    await world.writer.drain();
    expect((await world.db.getAll('events')).map(({ at }) => at - made.start)).toEqual([6]);
    await append({ ...made.sighting(8, made.jdItem), at: now + 1 });
    expect(await world.db.count('items')).toBe(1);
  });

  test('does not come back by the comments of its page, nor by orders that were read before', async () => {
    const page = { visit: 'a', url: `https://www.xiaohongshu.com/explore/${noteId}` };
    await append({ ...made.note(1), ...page });
    await erase({ kind: 'note', site: 'xiaohongshu', id: noteId });
    const comment = { key: 'comment:1', kind: 'comment' };
    await append({ ...made.exposure(2), ...page, unit: comment }, { ...made.page(3, true), visit: 'a' });
    expect([await world.db.count('exposures'), await world.db.count('events')]).toEqual([0, 0]);
    await erase({ kind: 'platform', platform: 'jd' });
    const { itemKey: _derived, space: _stamped, ...line } = made.purchase(1);
    const orders = { type: 'orders', at: made.start + 9, zoneMinutes: 480, purchases: [line] };
    expect(await world.writer.handle(orders, orderScript)).toEqual({ ok: 1 });
    expect(await world.db.count('orders')).toBe(0);
    await world.writer.handle({ ...orders, at: now + 1 }, orderScript);
    expect(await world.db.count('orders')).toBe(1);
  });

  test('leaves no name of it on the disk', async () => {
    await append(made.sighting(1, made.jdItem), made.want(2, item, true));
    await world.storage.set(queued(made.click(3, made.jdItem)));
    await erase({ kind: 'item', key: item });
    expect(JSON.stringify(world.storage.stored)).not.toContain('100012043978');
    for (const name of allStores) expect(JSON.stringify(await world.db.getAll(name))).not.toContain('100012043978');
    expect(JSON.stringify(world.session.stored)).toContain('100012043978'); // in memory, while pages are open
  });

  test('goes even where no memory takes a note of it', async () => {
    await append(made.sighting(1, made.jdItem));
    const gone = () => Promise.reject(new Error('gone'));
    const { handle } = ledgerWriter({ ...world.door, session: { get: gone, set: gone } });
    const what = { kind: 'item', key: item };
    expect(await handle({ type: 'erase', what }, ownPage)).toEqual({ ok: true, events: 1, exposures: 0 });
  });

  test('is noted before it is done: a worker that is stopped in between does not take it back', async () => {
    await append(made.sighting(1, made.jdItem));
    let opened = 0;
    const dying = {
      ...world.door,
      openDb: () => ((opened += 1) > 1 ? new Promise<never>(() => 0) : world.door.openDb()),
    };
    void ledgerWriter(dying).handle({ type: 'erase', what: { kind: 'item', key: item } }, ownPage);
    await expect.poll(() => opened).toBe(2);
    await append(made.click(5, made.jdItem));
    expect(await world.db.count('events')).toBe(1);
  });

  test('a restore that began before is not gone on with', async () => {
    await erase({ kind: 'item', key: item });
    const part = { file: { name: 'a', size: 1 }, progress: { done: 0, total: 1 }, ahead: 0, events: [], exposures: [] };
    const restore = (startedAt: number) =>
      world.writer.handle({ type: 'restore', part: { ...part, startedAt } }, ownPage);
    expect(await restore(now - 1)).toEqual({ ok: false, reason: 'erased' });
    expect(await restore(now)).toMatchObject({ ok: true });
  });

  test.each([
    { kind: 'everything' },
    { kind: 'item' },
    { kind: 'note', site: 'xiaohongshu', id: '' },
    { kind: 'platform', platform: 5 },
    { kind: 'range', from: 0 },
    { kind: 'range', from: 0, to: Infinity },
  ])('%j is no erasure', (what) => {
    expect(erase(what)).toBeUndefined();
  });

  test('no page of a site may ask for it, nor for a repair', () => {
    const what = { kind: 'platform', platform: 'jd' };
    expect(world.writer.handle({ type: 'erase', what }, pageScript)).toBeUndefined();
    expect(world.writer.handle({ type: 'repair' }, pageScript)).toBeUndefined();
  });
});

test('two hundred erasures are remembered, and none after everything was erased', async () => {
  for (let each = 0; each < 210; each += 1) await erase({ kind: 'item', key: `jd:${String(each)}` });
  const remembered = () => world.session.stored['erasures'] as unknown[];
  expect(remembered()).toHaveLength(200);
  await world.writer.handle({ type: 'erase-all' }, ownPage);
  expect(remembered()).toEqual([]);
});

test('a repair answers with what it did', async () => {
  await append(made.sighting(1, made.jdItem));
  await world.db.put('items', { key: item, journey: 5 } as never);
  expect(await world.writer.handle({ type: 'repair' }, ownPage)).toEqual({ ok: true, changed: 1, quarantined: 1 });
  expect(await world.db.get('items', item)).toMatchObject({ state: 'seen' });
});

describe('everything', () => {
  let names = 0;
  /** A writer over a database that is opened by its name, as the browser does it. */
  function named(openDb?: (open: ReturnType<typeof lazyLedger>) => ReturnType<typeof lazyLedger>) {
    const name = `erase-all-${String((names += 1))}`;
    const open = lazyLedger(name);
    const door = { ...world.door, openDb: openDb?.(open) ?? open, removeDb: () => deleteLedger(name) };
    return { name, open, writer: ledgerWriter(door) };
  }

  const tellLoss = () => decodeKept(world.storage.stored[healthKey]).loss;
  const eraseAll = (writer: World['writer']) => writer.handle({ type: 'erase-all' }, ownPage);

  test('goes, and no loss is told then or after the next start', async () => {
    const { writer, open } = named();
    await writer.handle({ type: 'append', rows: [made.click(1, made.jdItem), made.exposure(2)] }, pageScript);
    await (await open()).put('quarantine', { key: 'items:x', store: 'items', row: {}, at: 1, reason: 'x' });
    expect(await eraseAll(writer)).toEqual({ ok: true });
    const db = await open();
    for (const name of allStores.filter((each) => each !== 'meta')) expect(await db.count(name), name).toBe(0);
    const counts: LedgerCounts = { events: 0, exposures: 0, erasedEvents: 1, erasedExposures: 1 };
    expect(await db.get('meta', 'counts')).toEqual({ key: 'counts', value: counts });
    await ledgerWriter({ ...world.door, openDb: open }).drain();
    expect(tellLoss()).toBeUndefined();
  });

  test.each([
    ['that a later version wrote', (name: string) => openDB(name, steps.length + 1).then((db) => db.close())],
    ['that was never there', () => Promise.resolve()],
  ])('goes with a ledger %s', async (_title, prepare) => {
    const { name, open, writer } = named();
    await world.writer.drain(); // a canary of what was there
    await prepare(name);
    expect(await eraseAll(writer)).toEqual({ ok: true });
    expect((await open()).version).toBe(steps.length);
    expect(tellLoss()).toBeUndefined();
    expect(world.badge.at(-1)).toBeUndefined();
    const row = made.click(1, made.jdItem);
    expect(await writer.handle({ type: 'append', rows: [{ ...row, at: now + 1 }] }, pageScript)).toEqual({
      ok: [row.id],
    });
  });

  test('goes with a ledger that the browser cannot open', async () => {
    let broken = true;
    const { name, writer } = named(
      (open) => (dead) => (broken ? Promise.reject(new LedgerError('broken')) : open(dead)),
    );
    const removed: string[] = [];
    const door = { ...world.door, openDb: () => Promise.reject(new LedgerError('broken')) };
    const removeDb = () => {
      removed.push(name);
      broken = false;
      return deleteLedger(name);
    };
    await append(made.click(1, made.jdItem));
    await expect(eraseAll(ledgerWriter({ ...door, removeDb }))).rejects.toMatchObject({ kind: 'broken' });
    expect([removed, tellLoss()]).toEqual([[name], undefined]);
    expect(await eraseAll(writer)).toEqual({ ok: true });
    expect(tellLoss()).toBeUndefined();
  });

  test('is not said to be gone while an old page holds it', async () => {
    const { name, writer } = named();
    const old = await openDB(name, 1, {
      upgrade: (...upgrade) => steps[0]?.(upgrade[0] as never, upgrade[3] as never),
    });
    await expect(eraseAll(writer)).rejects.toMatchObject({ kind: 'blocked' });
    expect(old.objectStoreNames).toContain('events');
    old.close();
  });

  test.each([
    ['that an old page holds', 'blocked'],
    ['that can be neither opened nor removed', 'broken'],
  ] as const)('leaves all as it was beside a ledger %s', async (_title, kind) => {
    await append(made.click(1, made.jdItem)); // and a canary
    await world.storage.set({ ...queued(made.click(2, made.jdItem)), bills: ['one'] });
    await markErased(world.storage, made.start - 5);
    const before = structuredClone(world.storage.stored);
    const refuse = () => Promise.reject(new LedgerError(kind));
    const writer = ledgerWriter({ ...world.door, openDb: refuse, removeDb: refuse });
    await expect(eraseAll(writer)).rejects.toMatchObject({ kind });
    expect(world.storage.stored).toMatchObject(before);
    expect(decodeKept(world.storage.stored[healthKey]).erasedAt).toBeUndefined();
    // It opens again: what waited is stored
    await world.writer.drain();
    expect(await world.db.count('events')).toBe(2);
  });

  test('is not said to be removed while an old page holds it', async () => {
    const old = await openDB('held', 1);
    await expect(deleteLedger('held')).rejects.toMatchObject({ kind: 'blocked' });
    old.close();
    await expect.poll(async () => (await indexedDB.databases()).map(({ name }) => name)).not.toContain('held');
  });
});
