import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { floodCap, floodGate } from '@/utils/writer/flood';
import { ledgerWriter } from '@/utils/writer/handle';
import * as made from '../ledger/made-events';
import { madeDoor, orderScript, pageScript } from './made-door';

const append = (...rows: object[]) => ({ type: 'append', rows });
const otherTab = { ...pageScript, tab: { ...pageScript.tab, id: 99 } };

describe('the gate', () => {
  const made = () => {
    let now = 1_000_000;
    const gate = floodGate(() => now);
    const pass = (count: number, tab = 1) =>
      Array.from({ length: count }, () => gate.admits(tab)).filter(Boolean).length;
    return { gate, pass, wait: (ms: number) => (now += ms) };
  };

  test('lets many in at once, then as many as come in time', () => {
    const { gate, pass, wait } = made();
    expect(pass(floodCap.atOnce + 50)).toBe(floodCap.atOnce);
    expect([gate.isShut(1), gate.isShut(2), gate.isShut(undefined)]).toEqual([true, false, false]);
    wait(1_000);
    expect(gate.isShut(1)).toBe(false);
    expect(pass(50)).toBe(floodCap.perSecond);
    wait(1e12); // however long: no more than at first
    expect(pass(floodCap.atOnce + 50)).toBe(floodCap.atOnce);
  });

  test('each tab has its own', () => {
    const { pass } = made();
    pass(floodCap.atOnce);
    expect([pass(1), pass(1, 2)]).toEqual([0, 1]);
  });

  test('a clock that is put back shuts nobody out for long', () => {
    const { pass, wait } = made();
    pass(floodCap.atOnce);
    wait(-86_400_000);
    expect(pass(1)).toBe(0);
    wait(1_000);
    expect(pass(50)).toBe(floodCap.perSecond);
  });

  test('a person at work all day long never meets it', () => {
    const { pass, wait } = made();
    for (let second = 0; second < 8 * 3_600; second += 1) {
      expect(pass(second % 60 === 0 ? 40 : 2)).toBe(second % 60 === 0 ? 40 : 2);
      wait(1_000);
    }
  });
});

describe('a flood', () => {
  test('of rows is none: ten thousand in a hundred messages are all stored', async () => {
    const { door, db, session } = await madeDoor();
    const { handle } = ledgerWriter(door);
    const batches = Array.from({ length: 100 }, () => Array.from({ length: 100 }, (_row, at) => made.exposure(at)));
    const answers = await Promise.all(batches.map((rows) => handle(append(...rows), pageScript)));
    expect(answers).toEqual(batches.map((rows) => ({ ok: rows.map(({ id }) => id) })));
    expect([await db.count('exposures'), session.stored]).toEqual([10_000, {}]);
  }, 60_000);

  test('of messages: what a page tells of its own losses is kept all the same', async () => {
    const { door, db } = await madeDoor();
    const { handle } = ledgerWriter(door);
    await Promise.all(Array.from({ length: floodCap.atOnce }, () => handle(append(), pageScript)));
    const row = made.click(1, made.jdItem);
    expect(await handle({ ...append(row), lost: { id: 'once', count: 230 } }, pageScript)).toEqual({ ok: [] });
    expect(await db.getAll('coverage')).toMatchObject([{ where: 'queue', unread: { 'queue: no-data': 230 } }]);
  });

  test('of messages: what is too much is kept nowhere, counted and shown; other tabs go on', async () => {
    const { door, db, storage, session } = await madeDoor();
    let now = door.now();
    const { handle, drain } = ledgerWriter({ ...door, now: () => now });
    const shut = Array.from({ length: floodCap.atOnce }, () => handle(append(), pageScript));
    await Promise.all(shut);
    const tooMuch = Array.from({ length: 30 }, (_row, at) => made.click(at, made.jdItem, { tab: pageScript.tab.id }));
    await storage.set(Object.fromEntries(tooMuch.map((row) => [`q:${row.id}`, row])));
    const answers = [drain(), ...tooMuch.map((row) => handle(append(row), pageScript))];
    expect((await Promise.all(answers)).slice(1)).toEqual(tooMuch.map(() => ({ ok: [] })));
    expect([await db.count('events'), storage.queue(), session.stored.health]).toEqual([0, {}, { dropped: 30 }]);
    expect(await handle({ type: 'hello' }, pageScript)).toMatchObject({ tab: 7 });
    expect(session.stored.health).toEqual({ dropped: 30 });
    expect(await handle({ type: 'hello', visit: { id: 'late', inFront: true } }, pageScript)).toMatchObject({ tab: 7 });
    expect(session.stored.health).toEqual({ dropped: 31 });
    const other = made.click(1, made.jdItem, { tab: 99 });
    expect(await handle(append(other), otherTab)).toEqual({ ok: [other.id] });
    now += 1_000;
    const later = made.click(2, made.jdItem);
    expect(await handle(append(later), pageScript)).toEqual({ ok: [later.id] });
    expect(session.stored.health).toEqual({ dropped: 31 });
  });

  test('does not come in by the queue instead; what waits there is written when it is over', async () => {
    const { door, db, storage } = await madeDoor();
    let now = door.now();
    const { handle, drain } = ledgerWriter({ ...door, now: () => now });
    await Promise.all(Array.from({ length: floodCap.atOnce }, () => handle(append(), pageScript)));
    const [held, free] = [7, 99].map((tab) => made.click(tab, made.jdItem, { tab }));
    await storage.set({ 'q:held': { ...held, id: 'held' }, 'q:free': { ...free, id: 'free' } });
    await drain();
    expect([await db.getAllKeys('events'), Object.keys(storage.queue())]).toEqual([['free'], ['q:held']]);
    now += 1_000;
    await drain();
    expect([await db.count('events'), storage.queue()]).toEqual([2, {}]);
  });

  test('of order messages is not answered, so that the page tells its orders again', async () => {
    const { door, session } = await madeDoor();
    const { handle } = ledgerWriter(door);
    const orders = { type: 'orders', at: made.start, zoneMinutes: 480, purchases: [] };
    await Promise.all(Array.from({ length: floodCap.atOnce }, () => handle(orders, orderScript)));
    expect(await handle(orders, orderScript)).toBeUndefined();
    expect(session.stored.health).toEqual({ dropped: 1 });
  });
});
