import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { appendEvents } from '@/utils/ledger/append';
import { canaryKeeper } from '@/utils/ledger/canary';
import { eraseAll } from '@/utils/ledger/erase';
import { eraseThing } from '@/utils/ledger/erasure/erase-thing';
import { repairLedger } from '@/utils/ledger/repair';
import { planRestore } from '@/utils/ledger/backup/plan';
import type { LedgerDb } from '@/utils/ledger/schema';
import { ShortBackupError, writeRolling, type RollingOptions } from '@/utils/backup-folder/write';
import * as made from '../ledger/made-events';
import { damaged } from './damaged';
import { MadeFolder } from './made-folder';
import { backupOf, emptyLedger, livedLedger, noImports } from './support';

const day = 86_400_000;
const today = Date.UTC(2026, 10, 20, 20); // the 21st in Shanghai
const options = (change: Partial<RollingOptions> = {}): RollingOptions => ({
  app: '0.1.0',
  settings: {},
  now: today,
  zoneMinutes: 480,
  ...noImports,
  ...change,
});

let folder: MadeFolder;
let db: LedgerDb;
beforeEach(async () => {
  folder = new MadeFolder();
  db = await livedLedger();
});

const write = (change?: Partial<RollingOptions>) => writeRolling(folder.handle, db, options(change));
const file = (name: string) => new File([folder.files.get(name)!], name);

describe('a rolling backup', () => {
  test('is a whole backup under the person’s own day', async () => {
    const done = await write();
    expect(done).toMatchObject({
      name: 'bacao-2026-11-21.ndjson.gz',
      removed: [],
      note: { at: today, eventsEver: 15 },
    });
    expect(folder.names).toEqual([done.name]);
    const plan = await planRestore(await emptyLedger(), file(done.name));
    expect(plan).toMatchObject({ events: { fresh: 15 }, exposures: { fresh: 7 }, wholeness: 'whole' });
  });

  test('of the same day takes the place of the one before', async () => {
    await write();
    await appendEvents(db, [made.note(900)]);
    const { name } = await write();
    expect(folder.names).toEqual([name]);
    expect(await planRestore(await emptyLedger(), file(name))).toMatchObject({ events: { fresh: 16 } });
  });

  test('of a file that the browser cannot read in places is not written: it would push out fuller ones', async () => {
    const { name } = await write();
    const keys = [(await db.getAllKeys('exposures'))[0]!];
    const later = { now: today + day };
    const spoilt = damaged(db, { store: 'exposures', keys });
    await expect(writeRolling(folder.handle, spoilt, options(later))).rejects.toThrow('cannot read all rows');
    expect(folder.names).toEqual([name]);
  });

  test('of the same day leaves the one before where something was erased since', async () => {
    const full = await write();
    await eraseAll(db);
    const { name } = await write();
    await appendEvents(db, [made.note(900)]);
    expect(await write()).toMatchObject({ name });
    expect(folder.names).toEqual(['bacao-2026-11-21-2.ndjson.gz', full.name]);
    const plan = async (each: string) => planRestore(await emptyLedger(), file(each));
    expect(await plan(full.name)).toMatchObject({ events: { fresh: 15 } });
    expect(await plan(name)).toMatchObject({ events: { fresh: 1 } });
    // What is erased alone is no loss: both are of this ledger, and go in their turn.
    for (let nth = 1; nth <= 7; nth += 1) await write({ now: today + nth * day });
    expect(folder.names).not.toContain(full.name);
    expect(folder.names.length).toBe(7);
  });

  test('stands among the newest seven, and the older ones of this ledger go', async () => {
    for (let nth = 0; nth < 9; nth += 1) await write({ now: today + nth * day });
    const { removed } = await write({ now: today + 9 * day });
    expect(removed).toEqual(['bacao-2026-11-23.ndjson.gz']);
    expect(folder.names).toEqual(
      ['24', '25', '26', '27', '28', '29', '30'].map((nth) => `bacao-2026-11-${nth}.ndjson.gz`),
    );
  });
});

describe('what is not ours stays', () => {
  const others = [
    'diary.txt',
    'bacao-2019-01-01.ndjson.gz',
    'bacao-2019-01-02.ndjson.gz.part',
    'x-bacao-2019-01-01.ndjson.gz',
  ];

  test('whatever it is called', async () => {
    for (const name of others) folder.files.set(name, new TextEncoder().encode('Dear diary'));
    folder.files.set('bacao-2019-01-03.ndjson.gz', new Uint8Array());
    for (let nth = 0; nth < 9; nth += 1) await write({ now: today + nth * day });
    expect(folder.names).toEqual(expect.arrayContaining([...others, 'bacao-2019-01-03.ndjson.gz']));
    expect(folder.names.length).toBe(others.length + 1 + 7);
  });

  test('a backup of another machine that shares the folder, even of the same day', async () => {
    const other = new Uint8Array(await (await backupOf(await livedLedger())).arrayBuffer());
    folder.files.set('bacao-2026-11-21.ndjson.gz', other);
    folder.files.set('bacao-2019-01-01.ndjson.gz', other);
    expect((await write()).name).toBe('bacao-2026-11-21-2.ndjson.gz');
    expect((await write()).name).toBe('bacao-2026-11-21-2.ndjson.gz');
    for (let nth = 1; nth < 9; nth += 1) await write({ now: today + nth * day });
    expect(folder.files.get('bacao-2026-11-21.ndjson.gz')).toBe(other);
    expect(folder.files.get('bacao-2019-01-01.ndjson.gz')).toBe(other);
    expect(folder.names).not.toContain('bacao-2026-11-21-2.ndjson.gz');
  });
});

describe('a backup from before a loss', () => {
  function madeKeeper() {
    const kept: Record<string, unknown> = {};
    const area = {
      get: () => Promise.resolve(kept),
      set: (items: object) => Promise.resolve(void Object.assign(kept, items)),
    };
    return canaryKeeper(area, () => today);
  }

  /** The ledger's events are gone under it, and the background notices. */
  async function lose(): Promise<void> {
    const keeper = madeKeeper();
    await keeper.check(db);
    await db.clear('events');
    expect(await keeper.check(db)).toBe(true);
  }

  test('is never replaced nor removed, however much is written after it', async () => {
    await write({ now: today - day });
    await write();
    const stood = new Map(folder.files);
    await lose();
    expect((await write()).name).toBe('bacao-2026-11-21-2.ndjson.gz');
    await appendEvents(
      db,
      Array.from({ length: 40 }, (_note, nth) => made.note(900 + nth)),
    );
    for (let nth = 1; nth < 10; nth += 1) await write({ now: today + nth * day });
    for (const [name, bytes] of stood) expect(folder.files.get(name)).toBe(bytes);
    expect(folder.names.length).toBe(2 + 7);
    const plan = await planRestore(await emptyLedger(), file('bacao-2026-11-21.ndjson.gz'));
    expect(plan).toMatchObject({ events: { fresh: 15 }, wholeness: 'whole' });
  });

  test('stays when rows are gone from between the others: nothing is written before they are counted', async () => {
    await write({ now: today - day });
    await write();
    const stood = new Map(folder.files);
    await db.delete('events', (await db.getAllFromIndex('events', 'seq'))[3]?.id ?? '');
    await expect(write()).rejects.toThrow(ShortBackupError);
    expect(folder.files).toEqual(stood);
    await madeKeeper().count(db);
    expect((await write()).name).toBe('bacao-2026-11-21-2.ndjson.gz');
    for (let nth = 1; nth < 10; nth += 1) await write({ now: today + nth * day });
    for (const [name, bytes] of stood) expect(folder.files.get(name)).toBe(bytes);
  });

  test('stays also when what is gone was on screen alone', async () => {
    const [exposure] = await db.getAll('exposures');
    await db.delete('exposures', exposure?.id ?? '');
    await expect(write()).rejects.toThrow(ShortBackupError);
    expect(folder.names).toEqual([]);
  });

  test('is no matter where rows were erased, or put aside by a repair', async () => {
    await db.put('events', { ...(await db.getAllFromIndex('events', 'seq'))[3], at: 'then' } as never);
    await repairLedger(db, { now: today });
    await eraseThing(db, { kind: 'item', key: made.jdItem.key });
    expect((await write()).name).toBe('bacao-2026-11-21.ndjson.gz');
  });

  test('stays when everything was erased since', async () => {
    await write({ now: today - day });
    await eraseAll(db);
    await write({ now: today - day });
    const before = ['bacao-2026-11-20-2.ndjson.gz', 'bacao-2026-11-20.ndjson.gz'];
    expect(folder.names).toEqual(before);
    await appendEvents(db, [made.note(900)]);
    await lose();
    await eraseAll(db);
    for (let nth = 0; nth < 9; nth += 1) await write({ now: today + nth * day });
    expect(folder.names).toEqual(expect.arrayContaining(before));
    expect(folder.names.length).toBe(2 + 7);
  });
});

describe('a try that fails leaves what stood', () => {
  const before = async () => {
    await write({ now: today - day });
    return new Map(folder.files);
  };

  test.each([
    ['no room for the first copy', 100],
    ['no room for the second copy', 3_000],
  ])('%s', async (_what, room) => {
    const stood = await before();
    const { size } = file(folder.names[0]!);
    folder.room = room > size ? size + 100 : room;
    await expect(write()).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect(folder.files).toEqual(stood);
  });

  test('no room for another one of the same day', async () => {
    await write();
    const stood = new Map(folder.files);
    folder.room = 100;
    await expect(write()).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect(folder.files).toEqual(stood);
  });

  test('a disk that gives back other bytes', async () => {
    const stood = await before();
    folder.spoil = (bytes) => bytes.map((byte, place) => (place === 400 ? byte ^ 1 : byte));
    await expect(write()).rejects.toThrow();
    expect(folder.files).toEqual(stood);
  });

  test('a disk that cuts the end off', async () => {
    const stood = await before();
    folder.spoil = (bytes) => bytes.slice(0, -20);
    await expect(write()).rejects.toThrow();
    expect(folder.files).toEqual(stood);
  });

  test('a page that is closed under it', async () => {
    const stood = await before();
    const stop = new AbortController();
    await expect(write({ signal: stop.signal, onProgress: () => stop.abort() })).rejects.toThrow();
    expect(folder.files).toEqual(stood);
  });

  test('and what a stopped one has left is taken away by the next', async () => {
    const cut = new Uint8Array(await (await backupOf(db)).slice(0, 600).arrayBuffer());
    folder.files.set('bacao-2026-11-19.ndjson.gz.part', cut);
    folder.files.set('bacao-2026-11-18.ndjson.gz.part', new Uint8Array());
    const { removed } = await write();
    expect(removed.sort()).toEqual(['bacao-2026-11-18.ndjson.gz.part', 'bacao-2026-11-19.ndjson.gz.part']);
    expect(folder.names).toEqual(['bacao-2026-11-21.ndjson.gz']);
  });
});
