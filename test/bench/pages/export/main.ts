import { makeBundle } from '@/utils/export/write/bundle';
import type { ExportTerms } from '@/utils/export/terms';
import { exportSource } from '@/utils/ledger/export-source';
import { openLedger } from '@/utils/ledger/open';
import { bareFile } from './bare';
import { bareRow, makeStays } from './rows';

const always = { from: 0, to: 8e15 };
const batch = 1_000;

const terms: ExportTerms = {
  study: {
    ...{ id: 'bench', tier: 'T1', tables: ['page_views', 'exposures', 'links', 'sessions'], paidAt: 'day' },
    ...{ key: new Uint8Array(32).fill(7), amounts: 'none', subjectKind: 'human' },
  },
  participant: {
    ...{ id: 'p-aaaaaaaaaaaaaaaaaaaaaaaaaa', consentVersion: '1', consentText: 'bench', consentedAt: 0 },
    ...{ observedFrom: 0, observedTo: 8e15 },
  },
  device: {
    ...{ key: new Uint8Array(32).fill(9), zoneMinutes: 480, browser: 'Chromium 1', extensionVersion: '0' },
    ...{ detectorVersion: 'bench', viewport: { width: 1280, height: 720 }, pixelRatio: 1, form: 'desktop' },
  },
  ...{ exportId: 'bench', exportedAt: Date.UTC(2026, 11, 1), redactions: 0, rowsDropped: 0 },
};

async function fill(count: number): Promise<number> {
  const db = await openLedger();
  for (let from = 0; from < count; from += batch) {
    const tx = db.transaction('exposures', 'readwrite', { durability: 'relaxed' });
    for (const row of makeStays(from, Math.min(count, from + batch))) void tx.store.put(row);
    await tx.done;
  }
  return db.count('exposures');
}

/** The whole export, to the archive's last byte; resolves to the number of exposures in it. */
async function exportAll(): Promise<number> {
  const source = exportSource(await openLedger(), always);
  const { stream, files } = await makeBundle(source, terms, { format: 'parquet' });
  const reader = stream.getReader();
  for (let done = false; !done;) ({ done } = await reader.read());
  return files.reduce((sum, { table, rows }) => (table === 'exposures' ? sum + rows : sum), 0);
}

/** The library's writer alone, at its own settings, fed by the same cursor over the same stored rows. */
async function writeBare(): Promise<number> {
  const file = bareFile();
  let rows = 0;
  for await (const page of exportSource(await openLedger(), always).happenings)
    for (const event of page) if (event.type === 'exposure') file.add(bareRow(event, (rows += 1)));
  file.finish();
  return rows;
}

Object.assign(globalThis, { fill, exportAll, writeBare });
