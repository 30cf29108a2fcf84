import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { type BackupRow, readBackup } from '@/utils/ledger/backup/read';
import { startBackup } from '@/utils/ledger/backup/write';
import { importPrefix } from '@/utils/ledger/import-ids';
import { addPurchases } from '@/utils/ledger/purchases';
import * as made from '../ledger/made-events';
import { livedLedger } from './support';

const importId = '00000000-0000-4000-8000-000000000001';

async function backupDuring(begun: readonly string[]) {
  const db = await livedLedger();
  const held = await db.count('events');
  const line = made.purchase(8_000, { orderId: '7700' });
  await addPurchases(db, [line], { at: made.start + 9_000, zoneMinutes: 480, importId });
  const options = { app: '0.1.0', settings: {}, now: made.start + 10_000, listBegun: () => Promise.resolve(begun) };
  const { stream, note, header, isShort } = await startBackup(db, options);
  const file = new File([await new Response(stream).bytes()], 'bacao-2026-11-20.ndjson.gz');
  const rows: BackupRow[] = [];
  for await (const row of readBackup(file)) rows.push(row);
  const events = rows.flatMap((row) => (row.kind === 'event' ? row.row.id : []));
  const halves = events.filter((id) => id.startsWith(importPrefix(importId)));
  return { held, events: events.length, halves: halves.length, note, header, isShort: isShort(), end: rows.at(-1) };
}

test('an import that has not ended is not in a backup, which is whole and says that more came', async () => {
  const { held, events, halves, note, header, isShort, end } = await backupDuring([importId]);
  expect({ events, halves }).toEqual({ events: held, halves: 0 });
  expect([note.eventsEver, header.counts.events]).toEqual([held, held]);
  expect(isShort).toBe(false);
  expect(end).toMatchObject({ wholeness: 'whole', unwritten: 0 });
});

test.each([[[]], [['00000000-0000-4000-8000-000000000002']]])('one that has ended is, beside %j', async (begun) => {
  const { held, events, halves, note } = await backupDuring(begun);
  expect({ events, halves, ever: note.eventsEver }).toEqual({ events: held + 1, halves: 1, ever: held + 1 });
});
