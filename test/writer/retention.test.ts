import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS } from '@/utils/core/retention';
import { decodeKept, healthKey } from '@/utils/core/health-decode';
import { appendExposures } from '@/utils/ledger/exposures';
import { exposuresAtOnce } from '@/utils/ledger/retention/erase-old';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import { ledgerWriter } from '@/utils/writer/handle';
import * as made from '../ledger/made-events';
import { madeDoor, ownPage, pageScript } from './made-door';

type World = Awaited<ReturnType<typeof madeDoor>> & { writer: ReturnType<typeof ledgerWriter> };

let world: World;
let now: number;
beforeEach(async () => {
  now = made.start + DAY_MS / 2;
  const parts = await madeDoor();
  const door = { ...parts.door, now: () => now };
  world = { ...parts, door, writer: ledgerWriter(door) };
});

const append = (...rows: object[]) => world.writer.handle({ type: 'append', rows }, pageScript);
const keepTo = (limits: object) => world.writer.handle({ type: 'keep-to', limits }, ownPage);
const kept = () => world.storage.stored['retention'] as Record<string, object>;
const count = async () => [await world.db.count('events'), await world.db.count('exposures')];
const later = (days: number) => (now += days * DAY_MS);

const bound = (of: object, name: string | symbol): unknown => {
  const part: unknown = Reflect.get(of, name);
  return typeof part === 'function' ? (part.bind(of) as unknown) : part;
};

/** A visit, an exposure and a note that was only looked at. */
const lookAround = (at = now) => {
  const when = { at };
  return append({ ...made.note(0), ...when }, { ...made.page(0, true), ...when }, { ...made.exposure(0), ...when });
};

test('limits are kept, and what is older goes at once and is counted', async () => {
  await lookAround(now - 31 * DAY_MS);
  await lookAround(now - 29 * DAY_MS);
  expect(await keepTo({ exposures: 30, visits: 30 })).toEqual({ ok: true, events: 1, exposures: 1 });
  expect(kept()).toMatchObject({ limits: { exposures: 30, visits: 30 }, last: { at: now, events: 1, exposures: 1 } });
  expect(await count()).toEqual([3, 1]);
  expect(world.announced).not.toEqual([]);
});

test('without a limit the alarm erases and writes nothing', async () => {
  await lookAround(0);
  await world.writer.retain();
  expect(kept()).toBeUndefined();
  expect(await count()).toEqual([2, 1]);
});

test('a clock that had jumped before there was any limit, and rows that were written by it, are no witness', async () => {
  await lookAround();
  later(3_650);
  await lookAround();
  expect(world.storage.stored['canary']).toMatchObject({ at: now });
  expect(await keepTo({ visits: 30, exposures: 30, notes: 30 })).toEqual({ ok: true, events: 0, exposures: 0 });
  // It has gone on so for three days, with something written on each.
  for (let day = 0; day < 3; day++) {
    later(1);
    await lookAround();
    await world.writer.retain();
  }
  expect(await count()).not.toContain(0);
  expect(kept()).toMatchObject({ clock: { believed: now }, last: { events: 1, exposures: 1 } });
});

test('the alarm applies the limits once a day', async () => {
  await keepTo({ exposures: 1 });
  await lookAround(now - 2 * DAY_MS);
  later(0.9);
  await world.writer.retain();
  expect(await count()).toEqual([2, 1]);
  later(0.1);
  await Promise.all([world.writer.retain(), world.writer.retain()]);
  expect(await count()).toEqual([2, 0]);
  expect(kept()).toMatchObject({ last: { at: now, exposures: 1 } });
});

test('exposures go in many transactions, and rows that come meanwhile are written in between', async () => {
  const many = Array.from({ length: 3 * exposuresAtOnce }, (_row, place) => made.exposure(place));
  await appendExposures(world.db, many);
  later(40);
  await lookAround();
  const order: string[] = [];
  const erasing = Promise.resolve(keepTo({ exposures: 30 })).then((answer) => {
    order.push('erased');
    return answer;
  });
  const written = lookAround()!.then(() => order.push('written'));
  expect(await erasing).toEqual({ ok: true, events: 0, exposures: 3 * exposuresAtOnce });
  await written;
  expect(order).toEqual(['written', 'erased']);
  expect(await count()).toEqual([4, 2]);
});

test('nobody takes it for a loss, and the lists are sound', async () => {
  await lookAround(now - 31 * DAY_MS);
  await append(made.sighting(1, made.jdItem), made.click(2, made.jdItem));
  await keepTo({ exposures: 30, visits: 30, notes: 30, clicks: 30, purchases: 30 });
  await ledgerWriter(world.door).handle({ type: 'look' }, ownPage);
  expect(decodeKept(world.storage.stored[healthKey]).loss).toBeUndefined();
  expect(isSound(await verifyLedger(world.db))).toBe(true);
  expect(world.storage.stored['canary']).toMatchObject({ counts: { erasedEvents: 1, erasedExposures: 1 } });
});

test('a row that waited longer than its limit is written, and goes with the next run', async () => {
  await keepTo({ exposures: 30 });
  const row = { ...made.exposure(0), at: now - 40 * DAY_MS };
  await world.storage.set({ [`q:${row.id}`]: row });
  await world.writer.drain();
  expect(await count()).toEqual([0, 1]);
  later(1);
  await world.writer.retain();
  expect(await count()).toEqual([0, 0]);
});

test('pages hear of what went before a run failed', async () => {
  await appendExposures(
    world.db,
    Array.from({ length: 2 * exposuresAtOnce }, (_row, place) => made.exposure(place)),
  );
  later(40);
  await world.storage.set({ retention: { limits: { exposures: 30 } } });
  // That the disk is full is told already: nothing new is to be said of that.
  await world.session.set({ health: { dropped: 0, trouble: { kind: 'full', since: now } } });
  let runs = 0;
  const fails = (stores: unknown, mode: unknown) =>
    mode === 'readwrite' &&
    Array.isArray(stores) &&
    stores.includes('exposures') &&
    stores.length === 2 &&
    (runs += 1) > 1;
  const openDb = () =>
    Promise.resolve(
      new Proxy(world.db, {
        get: (db, name) => {
          if (name !== 'transaction') return bound(db, name);
          return (...asked: Parameters<typeof db.transaction>) => {
            if (fails(asked[0], asked[1])) throw new DOMException('made', 'QuotaExceededError');
            return db.transaction(...asked);
          };
        },
      }),
    );
  world.announced.length = 0;
  await expect(ledgerWriter({ ...world.door, openDb }).retain()).rejects.toThrow();
  expect((await count())[1]).toBe(exposuresAtOnce);
  expect(world.announced).not.toEqual([]);
});

test('a run that fails is told, is not noted as done, and is gone on with', async () => {
  await lookAround(now - 31 * DAY_MS);
  const openDb = () => Promise.reject(new Error('stopped'));
  const dying = ledgerWriter({ ...world.door, openDb });
  await expect(dying.handle({ type: 'keep-to', limits: { visits: 30 } }, ownPage)).rejects.toThrow('stopped');
  expect(kept()['last']).toBeUndefined();
  await world.writer.retain();
  expect(await count()).toEqual([1, 1]);
});

const whole = { exposures: 30, visits: 30, notes: 30, clicks: 30, purchases: 30 };
const spotCheck = { key: 'v|card:1', noteId: '65f0', isAd: true, rules: '2026-11-28', says: 'not-ad', coder: 1 };

describe('where nothing can be noted beside the ledger', () => {
  /** Takes nothing as long as that many rows are there. */
  const fullWhile = (isFull: (rows: number) => boolean, door: object = {}) => {
    const set = async (items: Record<string, unknown>) => {
      const [events = 0, exposures = 0] = await count();
      if (isFull(events + exposures)) throw new DOMException('', 'QuotaExceededError');
      await world.storage.set(items);
    };
    return ledgerWriter({ ...world.door, storage: { ...world.storage, set }, ...door });
  };
  const limit = { type: 'keep-to', limits: { exposures: 30, visits: 30 } };

  test('old rows go first, which makes room for the limits', async () => {
    await lookAround(now - 31 * DAY_MS);
    const { handle } = fullWhile((rows) => rows > 1);
    expect(await handle(limit, ownPage)).toEqual({ ok: true, events: 1, exposures: 1 });
    expect(await count()).toEqual([1, 0]);
    expect(kept()).toMatchObject({ limits: { exposures: 30, visits: 30 } });
  });

  test('limits that find no room even then are not said to be kept', async () => {
    await lookAround(now - 31 * DAY_MS);
    const { handle } = fullWhile(() => true);
    await expect(handle(limit, ownPage)).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect(await count()).toEqual([1, 0]);
    expect(kept()).toBeUndefined();
    const stopped = fullWhile(() => true, { openDb: () => Promise.reject(new Error('stopped')) });
    await expect(stopped.handle(limit, ownPage)).rejects.toThrow('stopped'); // what stopped the run, not the want of room
  });

  test('a spot check that cannot go keeps nothing else, and the limits are kept once there is room for them', async () => {
    await lookAround(now - 31 * DAY_MS);
    const row = { ...made.click(9, made.jdItem), at: now - 40 * DAY_MS };
    await world.db.put('quarantine', { key: 'events:x', store: 'events', row, at: row.at, reason: 'x' });
    await world.storage.set({ 'spot-checks': [{ ...spotCheck, at: now - 40 * DAY_MS }] });
    const set = (items: Record<string, unknown>) =>
      'spot-checks' in items ? Promise.reject(new DOMException('', 'QuotaExceededError')) : world.storage.set(items);
    const { handle } = ledgerWriter({ ...world.door, storage: { ...world.storage, set } });
    await expect(handle({ ...limit, limits: whole }, ownPage)).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect([await world.db.count('quarantine'), await count()]).toEqual([0, [0, 0]]);
    expect(kept()).toMatchObject({ limits: whole, last: { events: 2 } });
  });

  test('a daily run takes what is old all the same', async () => {
    await keepTo(limit.limits);
    await lookAround(now - 31 * DAY_MS);
    later(1);
    await fullWhile(() => true).retain();
    expect(await count()).toEqual([1, 0]);
  });
});

describe('a clock that jumps ten years ahead', () => {
  test('erases nothing by the alarm, and all goes on when it is put right', async () => {
    await keepTo(whole);
    await lookAround();
    const rightly = now;
    later(3_652);
    await world.writer.retain();
    await append({ ...made.page(0, true), at: now }); // what is recorded meanwhile makes it no truer
    later(1);
    await world.writer.retain();
    expect(await count()).toEqual([3, 1]);
    now = rightly;
    later(31);
    for (let day = 0; day < 4; day += 1) {
      await world.writer.retain();
      later(1);
    }
    expect(await count()).toEqual([1, 0]);
  });

  test('erases nothing by hand either, where no run was before', async () => {
    await lookAround();
    later(3_652);
    expect(await keepTo(whole)).toEqual({ ok: true, events: 0, exposures: 0 });
    expect(kept()).toMatchObject({ clock: { doubts: 1 } });
  });

  test('is believed when it goes on so for three days', async () => {
    await keepTo(whole);
    await lookAround();
    for (let day = 0; day < 4; day += 1) {
      later(day === 0 ? 3_652 : 1);
      await world.writer.retain();
      expect(await count()).toEqual(day < 3 ? [2, 1] : [0, 0]);
    }
  });
});

test('where nothing has a limit any more, what was believed of the clock is forgotten', async () => {
  await keepTo({ visits: 30 });
  expect(kept()['clock']).toBeDefined();
  await keepTo({});
  expect(kept()).toMatchObject({ limits: {}, last: { at: now } });
  expect(kept()['clock']).toBeUndefined();
});

test.each([{ limits: { visits: 0 } }, { limits: { visits: 1.5 } }, { limits: { saved: 30 } }, { limits: 30 }, {}])(
  '%j is no wish',
  (wish) => expect(world.writer.handle({ type: 'keep-to', ...wish }, ownPage)).toBeUndefined(),
);

test('no page of a site may ask for it', () => {
  expect(world.writer.handle({ type: 'keep-to', limits: { visits: 1 } }, pageScript)).toBeUndefined();
});

test('a run takes what was put aside along', async () => {
  const row = { type: 'click', at: now - 400 * DAY_MS };
  await world.db.put('quarantine', { key: 'events:x', store: 'events', row, at: now, reason: 'x' });
  await keepTo({ clicks: 30 });
  expect(await world.db.count('quarantine')).toBe(0);
});
