import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { appendEvents } from '@/utils/ledger/append';
import { canaryKeeper, readHealth } from '@/utils/ledger/canary';
import { eraseAll } from '@/utils/ledger/erase';
import { appendExposures } from '@/utils/ledger/exposures';
import { openLedger } from '@/utils/ledger/open';
import { allStores, type LedgerDb } from '@/utils/ledger/schema';
import * as made from './made-events';
import { goBack, wiped } from './made-losses';

const area = fakeBrowser.storage.local;
let db: LedgerDb;
let name: string;
let names = 0;
let now = made.start;

beforeEach(async () => {
  fakeBrowser.reset();
  now = made.start;
  name = `canary-${String((names += 1))}`;
  db = await openLedger({ name });
});

/** A worker's life: what one keeps in memory the next does not have. */
const newLife = () => canaryKeeper(area, () => now);
const stored = async () => (await area.get('canary')).canary as Record<string, unknown> | undefined;
const events = (count: number) => Array.from({ length: count }, (_row, place) => made.click(place, made.jdItem));
const exposures = (count: number) => Array.from({ length: count }, (_row, place) => made.exposure(place));

/** A ledger of 5 events and 3 exposures, with its canary. */
async function live(): Promise<void> {
  const keeper = newLife();
  await keeper.check(db);
  await appendEvents(db, events(5));
  await appendExposures(db, exposures(3));
  await keeper.move(db);
  now += 60_000;
}

const wipe = async () => void (db = await wiped(db));

test('a ledger without a canary gets one, and nothing is lost', async () => {
  await appendEvents(db, events(2));
  expect(await newLife().check(db)).toBe(false);
  expect(await stored()).toMatchObject({ schema: db.version, seq: 2, counts: { events: 2, exposures: 0 }, at: now });
  expect(await readHealth()).toEqual({ dropped: 0 });
});

test('a canary that lags behind the ledger is moved, and nothing is lost', async () => {
  await live();
  await appendEvents(db, events(1));
  expect(await newLife().check(db)).toBe(false);
  expect(await stored()).toMatchObject({ seq: 6, counts: { events: 6 } });
});

test('an opening that finds all as it was writes nothing', async () => {
  await live();
  const set = vi.spyOn(area, 'set');
  await newLife().check(db);
  expect(set).not.toHaveBeenCalled();
  set.mockRestore();
});

describe('a loss is told, with what was lost', () => {
  test.each([
    ['wiped', wipe, { kind: 'wiped', events: 5, exposures: 3 }],
    ['cut', () => goBack(db, { events: 2, exposures: 1 }), { kind: 'cut', events: 2, exposures: 1 }],
    ['emptied of events under its counts', () => db.clear('events'), { kind: 'cut', events: 5, exposures: 0 }],
    ['emptied of exposures under its counts', () => db.clear('exposures'), { kind: 'cut', events: 0, exposures: 3 }],
    ['without its last event', () => deleteLast(), { kind: 'cut', events: 1, exposures: 0 }],
    [
      'without rows and marks',
      () => Promise.all(allStores.map((list) => db.clear(list))),
      { kind: 'cut', events: 5, exposures: 3 },
    ],
  ])('%s', async (_what, lose, loss) => {
    await live();
    await lose();
    expect(await newLife().check(db)).toBe(true);
    const told = { ...loss, noticedAt: now, lastWriteAt: made.start };
    expect((await readHealth()).loss).toEqual(told);
    expect(await newLife().check(db)).toBe(false);
    expect((await readHealth()).loss).toEqual(told);
    expect(await stored()).toMatchObject({ counts: { events: await db.count('events') } });
  });

  const deleteLast = async () => {
    const last = (await db.getAllFromIndex('events', 'seq')).at(-1);
    await db.delete('events', last?.id ?? '');
  };

  test('in the same call that moves the canary', async () => {
    await live();
    await wipe();
    const set = vi.spyOn(area, 'set');
    await newLife().check(db);
    expect(set).toHaveBeenCalledOnce();
    expect(set.mock.lastCall?.[0]).toMatchObject({
      canary: { counts: { events: 0 } },
      health: { loss: { events: 5 } },
    });
    set.mockRestore();
  });

  test('later, when the storage did not take it at first: the canary does not move without it', async () => {
    await live();
    await wipe();
    const keeper = newLife();
    const full = new Error('QUOTA_BYTES quota exceeded');
    const set = vi.spyOn(area, 'set').mockRejectedValueOnce(full).mockRejectedValueOnce(full);
    expect([await keeper.check(db), await keeper.check(db)]).toEqual([true, true]);
    expect(await stored()).toMatchObject({ counts: { events: 5 } });
    set.mockRestore();
    await appendEvents(db, events(1));
    await keeper.move(db);
    expect((await readHealth()).loss).toMatchObject({ kind: 'wiped', events: 5 });
    expect(await stored()).toMatchObject({ counts: { events: 1 } });
  });

  test('several add up until the person has put them away', async () => {
    await live();
    await goBack(db, { events: 1, exposures: 0 });
    await newLife().check(db);
    await newLife().noteRestored({ events: 1, exposures: 2 }, undefined);
    now += 60_000;
    await wipe();
    const keeper = newLife();
    await keeper.check(db);
    await appendEvents(db, events(2));
    await keeper.move(db);
    now += 60_000;
    await goBack(db, { events: 1, exposures: 0 });
    await newLife().check(db);
    await newLife().noteRestored({ events: 2, exposures: 0 }, undefined);
    const restored = { events: 3, exposures: 2 };
    expect((await readHealth()).loss).toMatchObject({
      kind: 'wiped',
      events: 6,
      exposures: 3,
      noticedAt: now,
      restored,
    });
    await newLife().dismissLoss();
    expect(await readHealth()).toEqual({ dropped: 0 });
    await db.clear('events');
    await newLife().check(db);
    expect((await readHealth()).loss).toMatchObject({ kind: 'cut', events: 1 });
  });

  test('by the ledger itself, where there is no canary or it lags', async () => {
    await live();
    await appendEvents(db, events(1));
    await deleteLast();
    await newLife().check(db);
    expect((await readHealth()).loss).toMatchObject({ kind: 'cut', events: 1 });
    await area.remove(['canary', 'health']);
    await db.clear('events');
    await newLife().check(db);
    expect((await readHealth()).loss).toMatchObject({ kind: 'cut', events: 5 });
  });
});

describe('rows that are gone from between the others', () => {
  const thin = async () => {
    await db.delete('events', (await db.getAllFromIndex('events', 'seq'))[1]?.id ?? '');
    await db.delete('exposures', (await db.getAll('exposures'))[1]?.id ?? '');
  };

  test('show by no end, and are told once all is counted', async () => {
    await live();
    await thin();
    expect(await newLife().check(db)).toBe(false);
    expect(await newLife().count(db)).toBe(true);
    const loss = { kind: 'thinned', events: 1, exposures: 1, noticedAt: now, lastWriteAt: made.start };
    expect((await readHealth()).loss).toEqual(loss);
    expect(await stored()).toMatchObject({ counts: { events: 4, exposures: 2, erasedEvents: 0 } });
    expect(await newLife().count(db)).toBe(false);
    expect((await readHealth()).loss).toEqual(loss);
  });

  test('are told by the ledger’s own word, where there is no canary', async () => {
    await live();
    await area.remove('canary');
    await thin();
    expect(await newLife().count(db)).toBe(true);
    expect((await readHealth()).loss).toMatchObject({ kind: 'thinned', events: 1, exposures: 1 });
  });

  test('and rows from the end are told as one loss that names no place', async () => {
    await live();
    await goBack(db, { events: 1, exposures: 0 });
    await newLife().check(db);
    await thin();
    await newLife().count(db);
    expect((await readHealth()).loss).toMatchObject({ kind: 'thinned', events: 2, exposures: 1 });
  });

  test('are none where all is there, or was erased', async () => {
    await live();
    expect(await newLife().count(db)).toBe(false);
    await eraseAll(db);
    expect(await newLife().count(db)).toBe(false);
    expect(await readHealth()).toEqual({ dropped: 0 });
  });
});

describe('no loss', () => {
  test.each([
    ['everything was erased', () => eraseAll(db)],
    ['a mark lost its form', () => db.put('meta', { key: 'counts', value: { events: 'many' } as never })],
    ['the name is gone', () => db.delete('meta', 'uuid')],
    ['the place of the last event is gone', () => db.delete('meta', 'seq')],
    ['the canary is nothing that we wrote', () => area.set({ canary: { uuid: 'x', counts: 7 } })],
  ])('%s', async (_what, happen) => {
    await live();
    await happen();
    expect(await newLife().check(db)).toBe(false);
    expect((await readHealth()).loss).toBeUndefined();
    expect(await stored()).toMatchObject({ uuid: expect.any(String) as string, seq: 5 });
    await appendEvents(db, events(1));
    expect((await db.getAllFromIndex('events', 'seq')).at(-1)).toMatchObject({ seq: 6 });
  });

  test('the newest rows were erased, and then new ones came', async () => {
    await live();
    const [row] = (await db.getAllFromIndex('events', 'seq')).slice(-1);
    await db.delete('events', row?.id ?? '');
    await db.put('meta', { key: 'counts', value: { events: 4, exposures: 3, erasedEvents: 1, erasedExposures: 0 } });
    expect(await newLife().check(db)).toBe(false);
    await appendEvents(db, events(1));
    expect(await newLife().check(db)).toBe(false);
  });

  test('a ledger that was empty was made anew', async () => {
    await newLife().check(db);
    await wipe();
    expect(await newLife().check(db)).toBe(false);
    expect((await readHealth()).loss).toBeUndefined();
  });
});

test('what is kept outlives the browser, what passes does not: both are told', async () => {
  await newLife().noteBackup({ at: 5, eventsEver: 6, rowsEver: 7 });
  await fakeBrowser.storage.session.set({ health: { trouble: { kind: 'full', since: 3 }, dropped: 2 } });
  expect(await readHealth()).toEqual({
    backup: { at: 5, eventsEver: 6, rowsEver: 7 },
    trouble: { kind: 'full', since: 3 },
    dropped: 2,
  });
});

test.each([
  [
    { loss: { kind: 'wiped' }, backup: 'yes' },
    { trouble: { kind: 'bad', since: 1 }, dropped: 'many' },
  ],
  [undefined, 7],
  [[], null],
])('health that is nothing we wrote (%j, %j) is no health', async (kept, passing) => {
  await area.set({ health: kept });
  await fakeBrowser.storage.session.set({ health: passing });
  expect(await readHealth()).toEqual({ dropped: 0 });
});
