import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { eraseAll } from '@/utils/ledger/erase';
import { appendEvents } from '@/utils/ledger/append';
import type { LedgerDb } from '@/utils/ledger/schema';
import { writeRolling } from '@/utils/backup-folder/write';
import * as made from '../ledger/made-events';
import { MadeFolder } from './made-folder';
import { livedLedger, noImports } from './support';

const day = 86_400_000;
const today = Date.UTC(2026, 10, 20, 20); // the 21st in Shanghai
const ahead = today + 365 * day;

let folder: MadeFolder;
let db: LedgerDb;
beforeEach(async () => {
  folder = new MadeFolder();
  db = await livedLedger();
});

const write = (now: number) =>
  writeRolling(folder.handle, db, { app: '0.1.0', settings: {}, now, zoneMinutes: 480, ...noImports });

describe('once a clock that was a year ahead for a week is right again', () => {
  const names = (year: number, days: number[]) =>
    days.map((each) => `bacao-${String(year)}-11-${String(each)}.ndjson.gz`);

  beforeEach(async () => {
    for (let nth = 0; nth < 7; nth += 1) await write(ahead + nth * day);
    expect(folder.names).toEqual(names(2027, [21, 22, 23, 24, 25, 26, 27]));
  });

  test('each new backup stays, and those of days to come go, the oldest first', async () => {
    const done = await write(today);
    expect(done).toMatchObject({ name: 'bacao-2026-11-21.ndjson.gz', removed: names(2027, [21]) });
    await write(today + day);
    expect(folder.names).toEqual([...names(2026, [21, 22]), ...names(2027, [23, 24, 25, 26, 27])]);
    for (let nth = 2; nth < 8; nth += 1) await write(today + nth * day);
    expect(folder.names).toEqual(names(2026, [22, 23, 24, 25, 26, 27, 28]));
  });

  test('those that hold more stay for six, and the new one stays beside them', async () => {
    await eraseAll(db);
    await appendEvents(db, [made.note(900)]);
    await write(today);
    const { removed } = await write(today + day);
    expect(removed).toEqual(names(2026, [21]));
    expect(folder.names).toEqual([...names(2026, [22]), ...names(2027, [22, 23, 24, 25, 26, 27])]);
  });
});
