import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { type BackupRow, readBackup } from '@/utils/ledger/backup/read';
import { startBackup } from '@/utils/ledger/backup/write';
import { importPrefix } from '@/utils/ledger/import-ids';
import { addPurchases } from '@/utils/ledger/purchases';
import type { LedgerDb } from '@/utils/ledger/schema';
import * as made from '../ledger/made-events';
import { damaged } from './damaged';
import { livedLedger } from './support';

const importId = '00000000-0000-4000-8000-000000000001';

const line = made.purchase(8_000, { orderId: '7700' });
const moment = { at: made.start + 9_000, zoneMinutes: 480, importId };

interface During {
  listOpenImports: (db: LedgerDb) => Promise<readonly string[]>;
  /** As the browser gives it. */
  given?: (db: LedgerDb) => LedgerDb;
}

async function backupDuring({ listOpenImports, given = (db) => db }: During) {
  const db = await livedLedger();
  const held = await db.count('events');
  await addPurchases(db, [line], moment);
  const options = { app: '0.1.0', settings: {}, now: made.start + 10_000, listOpenImports: () => listOpenImports(db) };
  const { stream, note, header, isShort, halves: leftOut } = await startBackup(given(db), options);
  const file = new File([await new Response(stream).bytes()], 'bacao-2026-11-20.ndjson.gz');
  const rows: BackupRow[] = [];
  for await (const row of readBackup(file)) rows.push(row);
  const events = rows.flatMap((row) => (row.kind === 'event' ? row.row.id : []));
  const halves = events.filter((id) => id.startsWith(importPrefix(importId)));
  const counts = { held, events: events.length, halves: halves.length, leftOut: leftOut() };
  return { ...counts, note, header, isShort: isShort(), end: rows.at(-1) };
}

test('an import that has not ended is not in a backup, which is whole and says that more came', async () => {
  const { held, events, halves, leftOut, note, header, isShort, end } = await backupDuring({
    listOpenImports: () => Promise.resolve([importId]),
  });
  expect({ events, halves, leftOut }).toEqual({ events: held, halves: 0, leftOut: 1 });
  expect([note.eventsEver, header.counts.events]).toEqual([held, held]);
  expect(isShort).toBe(false);
  expect(end).toMatchObject({ wholeness: 'whole', unwritten: 0 });
});

test.each([[[]], [['00000000-0000-4000-8000-000000000002']]])('one that has ended is, beside %j', async (begun) => {
  const { held, events, halves, leftOut, note } = await backupDuring({ listOpenImports: () => Promise.resolve(begun) });
  expect({ events, halves, leftOut }).toEqual({ events: held + 1, halves: 1, leftOut: 0 });
  expect(note.eventsEver).toBe(held + 1);
});

test('nor is it in the backup of a file that is damaged in places, which is made all the same', async () => {
  const given = (db: LedgerDb) => damaged(db, { store: 'events', keys: ['want-9'] });
  const during = await backupDuring({ listOpenImports: () => Promise.resolve([importId]), given });
  const { held, events, halves, header, isShort, end } = during;
  expect({ events, halves, counts: header.counts.events }).toEqual({ events: held - 1, halves: 0, counts: held });
  expect(isShort).toBe(false);
  expect(end).toMatchObject({ wholeness: 'whole', unwritten: 1 });
});

test('a part that comes between the list of imports and the look at the ledger is named as well', async () => {
  let asked = 0;
  const listOpenImports = async (db: LedgerDb) => {
    const begun = asked === 0 ? [] : [importId];
    const other = { ...line, orderId: `77${String(asked)}` };
    if (asked < 2) await addPurchases(db, [other], { ...moment, importId });
    asked += 1;
    return begun;
  };
  const { held, events, halves, leftOut, note, header, isShort } = await backupDuring({ listOpenImports });
  expect({ events, halves, leftOut }).toEqual({ events: held, halves: 0, leftOut: 3 });
  expect([note.eventsEver, header.counts.events]).toEqual([held, held]);
  expect(isShort).toBe(false);
});

test('what is gone from beside it is missed', async () => {
  const db = await livedLedger();
  await addPurchases(db, [line], moment);
  const listOpenImports = () => Promise.resolve([importId]);
  const { stream, isShort } = await startBackup(db, {
    app: '0.1.0',
    settings: {},
    now: made.start + 10_000,
    listOpenImports,
  });
  await db.delete('events', 'want-9');
  await new Response(stream).bytes();
  expect(isShort()).toBe(true);
});
