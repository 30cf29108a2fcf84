import type { PageEvent } from '../../core/events';
import { isKnown } from '../../density/classes';
import { surfaceNames } from '../names';
import type { Row, RowIn } from '../tables';
import type { ExportTerms } from '../terms';
import { keyOf, provenanceOf, rowFor } from './base';
import { coarsened, type OrderTally } from './order-rows';

type Counts = Pick<
  Row<'quality'>,
  'units_seen' | 'units_classified' | 'dom_api_disagreements' | 'unmatched_selectors' | 'errors' | 'adblock_suspected'
>;

/** The page's state calls it an ad, and nothing on it says so. */
function isDisagreement({ ad_evidence, label_kind }: Row<'exposures'>): boolean {
  return ad_evidence !== null && label_kind === 'none' && /L2\.(?:model_type|ads|is_ads)/.test(ad_evidence);
}

const none: Counts = {
  units_seen: 0,
  units_classified: 0,
  dom_api_disagreements: 0,
  unmatched_selectors: 0,
  errors: 0,
  adblock_suspected: null,
};

const pageSurfaces: Record<string, string> = { ...surfaceNames, item: 'shop', orders: 'orders' };

/** How well the readers did, per UTC day, kind of page and rule version: a handful of rows a day. */
export function qualityRows(terms: ExportTerms) {
  const days = new Map<string, { day: number; surface: string; version: string; counts: Counts }>();
  const countsAt = (at: number, surface: string, version: string): Counts => {
    const day = coarsened(at, 'day');
    const name = [day, surface, version].join('|');
    const row = days.get(name) ?? { day, surface, version, counts: { ...none } };
    days.set(name, row);
    return row.counts;
  };
  return {
    addExposures(rows: readonly Row<'exposures'>[]): void {
      let last: { day: number; surface: string; version: string; counts: Counts } | undefined;
      for (const row of rows) {
        const [day, surface, version] = [coarsened(row.rendered_at, 'day'), row.surface, row.detector_version];
        // Rows of a page view are alike: to look for their day once for each takes longer than to count.
        const isSame = last?.day === day && last.surface === surface && last.version === version;
        if (!last || !isSame) last = { day, surface, version, counts: countsAt(day, surface, version) };
        const { counts } = last;
        counts.units_seen += 1;
        if (isKnown({ class: row.ad_class })) counts.units_classified += 1;
        if (isDisagreement(row)) counts.dom_api_disagreements += 1;
      }
    },
    addPage({ at, kind, unread, blocker, ruleVersion = terms.device.detectorVersion }: PageEvent): void {
      const counts = countsAt(at, pageSurfaces[kind] ?? 'other', ruleVersion);
      // One page on which ads were hidden makes the day's counts a lower bound.
      if (blocker !== undefined) counts.adblock_suspected = blocker || counts.adblock_suspected === true;
      const missing = unread.filter(({ reason }) => reason === 'no-data').length;
      counts.unmatched_selectors += missing;
      counts.errors += unread.length - missing;
    },
    /** Order lines are read as pages are, and counted beside them. */
    addOrders({ lines, exported, leftOut }: OrderTally): void {
      if (lines === 0) return;
      const counts = countsAt(terms.exportedAt, 'orders', terms.device.detectorVersion);
      counts.units_seen += lines;
      counts.units_classified += exported;
      counts.errors += leftOut;
    },
    *rows(): Generator<RowIn<'quality'>> {
      for (const { day, surface, version, counts } of days.values())
        yield rowFor('quality', day, {
          ...keyOf(terms),
          day,
          surface,
          ...counts,
          ...provenanceOf(terms, version),
        });
    },
  };
}
