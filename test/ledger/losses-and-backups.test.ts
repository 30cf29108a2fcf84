import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { appendEvents } from '@/utils/ledger/append';
import { backupDue } from '@/utils/core/backup-due';
import type { LedgerCounts } from '@/utils/core/health';
import { readLedgerName } from '@/utils/ledger/backup/name';
import { canaryKeeper, readHealth } from '@/utils/ledger/canary';
import { eraseAll } from '@/utils/ledger/erase';
import { appendExposures } from '@/utils/ledger/exposures';
import { openLedger } from '@/utils/ledger/open';
import type { LedgerDb } from '@/utils/ledger/schema';
import * as made from './made-events';
import { goBack, wiped } from './made-losses';

const area = fakeBrowser.storage.local;
let db: LedgerDb;
let names = 0;

/** A ledger of 5 events and 3 exposures, with its canary. */
beforeEach(async () => {
  fakeBrowser.reset();
  db = await openLedger({ name: `losses-${String((names += 1))}` });
  await appendEvents(
    db,
    Array.from({ length: 5 }, (_row, place) => made.click(place, made.jdItem)),
  );
  await appendExposures(
    db,
    Array.from({ length: 3 }, (_row, place) => made.exposure(place)),
  );
  await newLife().check(db);
});

/** A worker's life: what one keeps in memory the next does not have. */
const newLife = () => canaryKeeper(area, () => made.start);
const thin = async () => db.delete('events', (await db.getAllFromIndex('events', 'seq'))[1]?.id ?? '');
const wipe = async () => void (db = await wiped(db));

describe('backups from before a loss', () => {
  test.each([
    ['cut', () => db.clear('events'), { key: 'lost-at', value: made.start }],
    ['wiped', wipe, undefined],
    ['thinned', thin, { key: 'lost-at', value: made.start }],
  ])('are another ledger’s: one that was %s bears another name from now on', async (_what, lose, mark) => {
    const name = await readLedgerName(db.transaction('meta').store);
    await lose();
    await newLife().check(db);
    await newLife().count(db);
    expect(await db.get('meta', 'lost-at')).toEqual(mark);
    expect(await readLedgerName(db.transaction('meta').store)).not.toBe(name);
  });

  test('are that before the loss is told: one of what is left could take the place of a fuller one', async () => {
    await db.clear('events');
    const write = IDBObjectStore.prototype.put;
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row) {
      if (Reflect.get(Object(row), 'key') === 'lost-at') throw new DOMException('', 'QuotaExceededError');
      return write.call(this, row);
    });
    expect(await newLife().check(db)).toBe(true);
    expect(await area.get('canary')).toMatchObject({ canary: { counts: { events: 5 } } });
    put.mockRestore();
    expect(await newLife().check(db)).toBe(true);
    expect((await readHealth()).loss).toMatchObject({ kind: 'cut', events: 5 });
  });

  test('are told with it, the last of them, whatever is backed up since', async () => {
    const before = { at: 5, eventsEver: 4, rowsEver: 6 };
    await newLife().noteBackup(before);
    await goBack(db, { events: 1, exposures: 0 });
    await newLife().check(db);
    await newLife().noteBackup({ at: 9, eventsEver: 4, rowsEver: 7 });
    expect(await readHealth()).toMatchObject({ loss: { backup: before }, backup: { at: 9 } });
  });

  test.each([
    ['the fuller one', { at: 9, eventsEver: 3, rowsEver: 3 }, 5],
    ['the fuller one, though it is the later', { at: 9, eventsEver: 9, rowsEver: 9 }, 9],
  ])('and of two losses %s', async (_what, second, at) => {
    await newLife().noteBackup({ at: 5, eventsEver: 4, rowsEver: 6 });
    await goBack(db, { events: 1, exposures: 0 });
    await newLife().check(db);
    await newLife().noteBackup(second);
    await goBack(db, { events: 1, exposures: 0 });
    await newLife().check(db);
    expect((await readHealth()).loss).toMatchObject({ events: 2, backup: { at } });
  });
});

describe('of two backups that end out of order the fuller one is noted', () => {
  const noted = { at: 5, eventsEver: 5, rowsEver: 8 };
  test.each([
    ['one that holds less and ends later is not', { at: 4, eventsEver: 5, rowsEver: 7 }, 5],
    ['nor one from before that holds as much', { at: 4, eventsEver: 5, rowsEver: 8 }, 5],
    ['a later one that holds as much is', { at: 6, eventsEver: 5, rowsEver: 8 }, 6],
    ['one that holds more is, by whichever clock', { at: 4, eventsEver: 5, rowsEver: 9 }, 4],
  ])('%s', async (_which, next, at) => {
    await newLife().noteBackup(noted);
    await newLife().snoozeBackup(made.start + 9);
    await newLife().noteBackup(next);
    const { backup, snoozedUntil } = await readHealth();
    expect([backup, snoozedUntil]).toEqual([at === 5 ? noted : next, undefined]);
  });

  test('beside one that is dated after now any other is', async () => {
    await newLife().noteBackup({ ...noted, at: made.start + 1 });
    const next = { at: made.start, eventsEver: 5, rowsEver: 8 };
    await newLife().noteBackup(next);
    expect((await readHealth()).backup).toEqual(next);
  });
});

describe('rows that a restore adds are in a backup already', () => {
  const due = async () => {
    const { value: counts } = (await db.get('meta', 'counts')) as { value: LedgerCounts };
    return backupDue({ counts, backup: (await readHealth()).backup }, made.start);
  };
  const restore = async (count: number, madeAt?: number) => {
    const rows = Array.from({ length: count }, (_row, nth) => made.exposure(100 + nth));
    await appendExposures(db, rows);
    await appendEvents(
      db,
      Array.from({ length: count }, (_row, nth) => made.click(100 + nth, made.jdItem)),
    );
    await newLife().noteRestored({ events: count, exposures: count }, madeAt);
  };

  test('so that none is asked for after a wiped ledger was restored', async () => {
    await newLife().noteBackup({ at: 5, eventsEver: 2_005, rowsEver: 4_008 });
    await wipe();
    await newLife().check(db);
    await restore(2_000);
    expect((await readHealth()).backup).toEqual({ at: 5, eventsEver: 2_000, rowsEver: 4_000 });
    expect(await due()).toBeUndefined();
  }, 60_000);

  test('and in that one alone where no other is known: what came otherwise is in none', async () => {
    await restore(300, 7);
    expect((await readHealth()).backup).toEqual({ at: 7, eventsEver: 300, rowsEver: 600 });
    await newLife().noteRestored({ events: 0, exposures: 0 }, 9);
    expect((await readHealth()).backup).toMatchObject({ at: 7 });
  });

  test('which nobody notes where the file does not say when it was made', async () => {
    await restore(300);
    expect((await readHealth()).backup).toBeUndefined();
    expect(await due()).toBe('never');
  });
});

describe('what is new since the last backup is counted from what is there', () => {
  const noted = { at: 5, eventsEver: 5, rowsEver: 8 };

  test.each([
    ['wiped', wipe, { events: 0, rows: 0 }],
    ['cut', () => goBack(db, { events: 2, exposures: 1 }), { events: 3, rows: 5 }],
    ['removed on purpose', () => newLife().forget().then(wipe), { events: 0, rows: 0 }],
    ['left as it was, and the canary is gone', () => newLife().forget(), { events: 5, rows: 8 }],
    ['emptied by the person', () => eraseAll(db), { events: 5, rows: 8 }],
  ])('in a ledger that was %s', async (_what, happen, { events: eventsEver, rows: rowsEver }) => {
    await newLife().noteBackup(noted);
    await happen();
    const keeper = newLife();
    await keeper.check(db);
    expect((await readHealth()).backup).toEqual({ at: 5, eventsEver, rowsEver });
    await appendEvents(db, [made.click(900, made.jdItem)]);
    await keeper.move(db);
    expect((await readHealth()).backup).toEqual({ at: 5, eventsEver, rowsEver });
  });

  test('also when the storage takes it only later', async () => {
    await newLife().noteBackup(noted);
    await wipe();
    const keeper = newLife();
    const set = vi.spyOn(area, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    await keeper.check(db);
    set.mockRestore();
    await appendEvents(db, [made.click(901, made.jdItem)]);
    await keeper.move(db);
    expect((await readHealth()).backup).toEqual({ at: 5, eventsEver: 0, rowsEver: 0 });
  });
});
