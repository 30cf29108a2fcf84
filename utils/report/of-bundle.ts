import type { DensityReport } from '../core/density-report';
import { asText } from '../core/decode';
import type { OpenedBundle } from '../export/read/bundle';
import { wholeRow } from '../export/read/whole-row';
import type { TableRow } from '../export/tables';
import { densityTally } from './index';

type Key = 'page_view_no' | 'exposure_no' | 'link_no';
const keys = { page_views: 'page_view_no', exposures: 'exposure_no', links: 'link_no' } as const satisfies Record<
  string,
  Key
>;

interface BundleReport {
  report: DensityReport;
  /** Rows that lack what they must have: in no figure. */
  leftOut: number;
  /** Rows that were there before, as where an export was put in twice: the first one counts. */
  repeated: number;
}

/** Figures of an export that was opened; times of day are its participant's own. */
export async function bundleReport(bundle: Pick<OpenedBundle, 'rows'>, signal?: AbortSignal): Promise<BundleReport> {
  const { zoneMinutes, device } = await settingOf(bundle);
  const tally = densityTally({ zoneMinutes, device });
  let [leftOut, repeated] = [0, 0];
  for (const table of ['page_views', 'exposures', 'links'] as const) {
    const seen = new Set<string>();
    for await (const each of eachRow(bundle, table)) {
      signal?.throwIfAborted();
      const row = wholeRow(table, each);
      const key = `${String(each['participant_id'])} ${String(each[keys[table]])}`;
      if (!row) leftOut += 1;
      else if (seen.has(key)) repeated += 1;
      else tally.add({ table, row, at: 0 } as TableRow);
      if (row) seen.add(key);
    }
  }
  return { report: tally.report(), leftOut, repeated };
}

async function* eachRow(bundle: Pick<OpenedBundle, 'rows'>, table: 'page_views' | 'exposures' | 'links') {
  for await (const page of bundle.rows(table)) yield* page;
}

async function settingOf(bundle: Pick<OpenedBundle, 'rows'>) {
  const [participant] = await firstOf(bundle, 'participants');
  const [session] = await firstOf(bundle, 'sessions');
  const zone = participant?.['tz_offset_min'];
  return {
    zoneMinutes: typeof zone === 'number' ? zone : 0,
    device: asText(session?.['device']) === 'mobile' ? ('mobile' as const) : ('desktop' as const),
  };
}

async function firstOf(bundle: Pick<OpenedBundle, 'rows'>, table: 'participants' | 'sessions') {
  for await (const page of bundle.rows(table)) return page;
  return [];
}
