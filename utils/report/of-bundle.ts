import type { DensityReport } from '../core/density-report';
import { asText } from '../core/decode';
import type { OpenedBundle } from '../export/read/bundle';
import { wholeRow } from '../export/read/whole-row';
import type { TableRow } from '../export/tables';
import type { AnyRow } from '../export/tables/columns';
import { densityTally } from './index';
import { seenIds } from './seen-ids';
import { withdrawals } from './withdrawn';

type Bundle = Pick<OpenedBundle, 'rows' | 'files'>;

const keys = { page_views: 'page_view_no', exposures: 'exposure_no', links: 'link_no' } as const;
const tables = ['page_views', 'exposures', 'links'] as const;
type Counted = (typeof tables)[number];

/** Exports in one file whose rows are told apart; whatever is older counts as it comes. */
const mostExports = 12;

interface BundleReport {
  report: DensityReport;
  /** Rows that lack what they must have: in no figure. */
  leftOut: number;
  /** Rows that were there before, as where an export was put in twice: the one that was exported last counts. */
  repeated: number;
}

/** Figures of an export that was opened, of nobody who withdrew; times of day are its participant's own. Nothing is held for each row but a bit. */
export async function bundleReport(bundle: Bundle, signal?: AbortSignal): Promise<BundleReport> {
  const { zoneMinutes, device, exports, withdrawn } = await settingOf(bundle);
  // A table that was asked for has a file, with or without rows.
  const lacksLinks = !bundle.files.some(({ table }) => table === 'links');
  const tally = densityTally({ zoneMinutes, device, lacksLinks });
  let [leftOut, repeated] = [0, 0];
  for (const table of tables) {
    const isNew = seenIds();
    for await (const each of newestFirst(bundle, table, exports)) {
      signal?.throwIfAborted();
      if (withdrawn.has(each)) continue;
      const [row, no] = [wholeRow(table, each), each[keys[table]]];
      if (!row || typeof no !== 'number') leftOut += 1;
      else if (isNew(row.participant_id, no)) tally.add({ table, row, at: 0 } as TableRow);
      else repeated += 1;
    }
  }
  for await (const each of eachRow(bundle, 'quality')) {
    if (withdrawn.has(each)) continue;
    const row = wholeRow('quality', each);
    if (row) tally.add({ table: 'quality', row, at: 0 });
  }
  return { report: tally.report(), leftOut, repeated };
}

async function* eachRow(bundle: Bundle, table: Counted | 'quality' | 'participants'): AsyncGenerator<AnyRow> {
  for await (const page of bundle.rows(table)) yield* page;
}

/** A file that holds several exports is gone through once for each of them, and once for what none of them says. */
async function* newestFirst(bundle: Bundle, table: Counted, exports: readonly number[]): AsyncGenerator<AnyRow> {
  if (exports.length < 2) return yield* eachRow(bundle, table);
  for (const time of exports) {
    for await (const row of eachRow(bundle, table)) if (row['exported_at'] === time) yield row;
  }
  for await (const row of eachRow(bundle, table)) if (!exports.some((time) => time === row['exported_at'])) yield row;
}

async function settingOf(bundle: Bundle) {
  const exports = new Set<number>();
  const withdrawn = withdrawals();
  let zone: unknown;
  for await (const row of eachRow(bundle, 'participants')) {
    const { tz_offset_min, exported_at } = row;
    withdrawn.add(row);
    zone ??= tz_offset_min;
    if (typeof exported_at === 'number') exports.add(exported_at);
  }
  const [session] = await firstOf(bundle, 'sessions');
  return {
    zoneMinutes: typeof zone === 'number' ? zone : 0,
    device: asText(session?.['device']) === 'mobile' ? ('mobile' as const) : ('desktop' as const),
    withdrawn,
    exports: [...exports].sort((a, b) => b - a).slice(0, mostExports),
  };
}

async function firstOf(bundle: Bundle, table: 'sessions') {
  for await (const page of bundle.rows(table)) return page;
  return [];
}
