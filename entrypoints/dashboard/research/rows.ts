import type { ReviewQuery, ShownRow, ShownTable } from '@/components/dashboard/research/props';
import { DAY_MS } from '@/utils/core/retention';
import type { Participation, StudyFile, StudyTable } from '@/utils/core/study';
import { redactionMark, withoutRedacted } from '@/utils/export/redaction';
import { makeRows, tablesFor } from '@/utils/export/rows';
import { shownCells, shownColumns } from '@/utils/export/shown';
import type { TableRow } from '@/utils/export/tables';
import type { ExportSource, ExportTerms } from '@/utils/export/terms';
import { termsOfStudy } from '@/utils/export/terms-of';
import { readableExposures } from '@/utils/ledger/by-time';
import { exportSource, titlesIn } from '@/utils/ledger/export-source';
import type { LedgerDb } from '@/utils/ledger/schema';
import type { Desk } from '../view';
import { occasionOf } from './occasion';
import { countOutside } from './outside';

/**
 * What was on screen in the day before goes ahead: of it only which visits had begun by then is made use of. What nobody can
 * read of it is no loss of this study's, and not counted as one.
 */
async function* withDayBefore(db: LedgerDb, { happenings, from }: Pick<ExportSource, 'happenings'> & { from: number }) {
  if (from > 0) yield* readableExposures(db, { from: Math.max(0, from - DAY_MS), to: from - 1 });
  yield* happenings;
}

/** What an export of this study reads: nothing from before the consent, nothing that was left out. */
export function sourceOfStudy(db: LedgerDb, { participant }: ExportTerms, study: Participation) {
  const { observedFrom, observedTo } = participant;
  const { participantId, redacted } = study;
  const told = { participantId, redacted, observedFrom, observedTo };
  const source = exportSource(db, { from: observedFrom, to: observedTo });
  const happenings = withDayBefore(db, { ...source, from: observedFrom });
  return withoutRedacted({ ...source, happenings }, told);
}

function shownRow(row: TableRow, participantId: string, titles: ReadonlyMap<string, string>): ShownRow {
  const origin = row.origin?.();
  const about = titles.get(origin?.noteId ?? '') ?? titles.get(origin?.itemKey ?? '');
  return {
    cells: shownCells(row.table, row.row),
    keys: (origin?.keys ?? []).map((key) => redactionMark(participantId, key)),
    ...(about !== undefined && { about }),
  };
}

function isFound({ cells, about = '' }: ShownRow, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return wanted === '' || [...cells, about].some((cell) => cell.toLowerCase().includes(wanted));
}

interface Finding {
  query: ReviewQuery;
  signal: AbortSignal;
  /** How many rows are of no time that the study may see, where that was counted before. */
  outside?: number | undefined;
}

/** Makes rows as the export does, and stops once enough were found; whatever asks anew stops the one before. */
export async function findRows(
  desk: Desk,
  study: Participation,
  { query: { table, text, count }, signal, outside: known }: Finding,
): Promise<ShownTable> {
  const db = await desk.open();
  const terms = termsOfStudy(study, await occasionOf(db, desk));
  const titles = await titlesIn(db);
  const rows: ShownRow[] = [];
  for await (const batch of makeRows(sourceOfStudy(db, terms, study), terms)) {
    signal.throwIfAborted();
    for (const each of batch) {
      if (each.table !== table) continue;
      const row = shownRow(each, study.participantId, titles);
      if (isFound(row, text)) rows.push(row);
    }
    if (rows.length > count) break;
  }
  const outside = known ?? (await countOutside(db, terms, signal));
  return { table, columns: shownColumns(table), rows: rows.slice(0, count), more: rows.length > count, outside };
}

const sampleDays = 7;
const sampleRows = 3;

/** Rows as they would leave, of the last days and under a made-up name: nothing has been agreed to yet. */
export async function sampleOf(desk: Desk, file: StudyFile): Promise<ShownTable[]> {
  const db = await desk.open();
  const now = desk.now();
  const observedFrom = now - sampleDays * DAY_MS;
  const nobody = { participantId: `p-${'a'.repeat(26)}`, consentedAt: now, observedFrom, purchases: true };
  const study: Participation = { file, ...nobody, redacted: [], runs: [], exports: [] };
  const terms = termsOfStudy(study, await occasionOf(db, desk));
  const titles = await titlesIn(db);
  const found = new Map<StudyTable, ShownRow[]>(tablesFor(terms.study).map((table) => [table, []]));
  for await (const batch of makeRows(sourceOfStudy(db, terms, study), terms))
    for (const row of batch) {
      const rows = found.get(row.table);
      if (rows && rows.length < sampleRows) rows.push(shownRow(row, study.participantId, titles));
    }
  return [...found].map(([table, rows]) => ({ table, columns: shownColumns(table), rows, more: false }));
}
