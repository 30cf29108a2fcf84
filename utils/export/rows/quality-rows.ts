import type { PageEvent } from '../../core/events';
import { most } from '../../core/numbers';
import { countUnread } from '../../core/unread';
import { isKnown } from '../../density/classes';
import { suppressCells, suppressionRule } from '../../density/suppression';
import { surfaceNames } from '../names';
import { versionName } from '../rule-names';
import type { Row, RowIn } from '../tables';
import type { ExportTerms } from '../terms';
import { keyOf, provenanceOf, rowFor } from './base';
import { coarsened, getsOrders, type OrderTally } from './order-rows';
import { mondayOf } from './week';

type Counts = Pick<
  Row<'quality'>,
  'units_seen' | 'units_classified' | 'dom_api_disagreements' | 'unmatched_selectors' | 'errors' | 'adblock_suspected'
>;

/** The page's state calls it an ad, and nothing on it says so. */
function isDisagreement({ ad_evidence, label_kind }: Row<'exposures'>): boolean {
  return ad_evidence !== null && label_kind === 'none' && /L2\.(?:model_type|ads|is_ads)/.test(ad_evidence);
}

interface Cell {
  /** The day, or the Monday of the week. */
  day: number;
  surface: string;
  version: string;
  counts: Counts;
  /** Where sums alone leave: units by session, which say whether it tells of a few. */
  sessions: Map<number, number>;
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

/** Cells by day; where sums alone leave, by week. */
function cellBook(isSummed: boolean) {
  const cells = new Map<string, Cell>();
  return {
    dayOf: (at: number) => (isSummed ? mondayOf(at) : coarsened(at, 'day')),
    at(day: number, surface: string, version: string): Cell {
      const name = [day, surface, version].join('|');
      const cell = cells.get(name) ?? {
        day,
        surface,
        version,
        counts: { ...none },
        sessions: new Map<number, number>(),
      };
      cells.set(name, cell);
      return cell;
    },
    add({ sessions }: Cell, session: number, units: number): void {
      if (isSummed) sessions.set(session, (sessions.get(session) ?? 0) + units);
    },
    told: () => (isSummed ? withoutFew([...cells.values()]) : cells.values()),
  };
}

/**
 * How well the readers did, per UTC day, kind of page and rule version: a handful of rows a day. At T0 per week, and of
 * those none that tells of few sessions: what is held back among the sums would else be read here.
 */
export function qualityRows(terms: ExportTerms) {
  const isSummed = terms.study.tier === 'T0';
  const book = cellBook(isSummed);
  return {
    addExposures(rows: readonly Row<'exposures'>[]): void {
      let last: Cell | undefined;
      for (const row of rows) {
        const [day, surface, version] = [book.dayOf(row.rendered_at), row.surface, row.detector_version];
        // Rows of a page view are alike: to look for their day once for each takes longer than to count.
        const isSame = last?.day === day && last.surface === surface && last.version === version;
        if (!last || !isSame) last = book.at(day, surface, version);
        const { counts } = last;
        book.add(last, row.session_no, 1);
        counts.units_seen += 1;
        if (isKnown({ class: row.ad_class })) counts.units_classified += 1;
        if (isDisagreement(row)) counts.dom_api_disagreements += 1;
      }
    },
    addPage(
      { at, kind, unread, blocker, ruleVersion = terms.device.detectorVersion }: PageEvent,
      session: number,
    ): void {
      const cell = book.at(book.dayOf(at), pageSurfaces[kind] ?? 'other', versionName(ruleVersion));
      const { counts } = cell;
      book.add(cell, session, 0);
      // One page on which ads were hidden makes the day's counts a lower bound.
      if (blocker !== undefined) counts.adblock_suspected = blocker || counts.adblock_suspected === true;
      const missing = countUnread(unread.filter(({ reason }) => reason === 'no-data'));
      counts.unmatched_selectors += missing;
      counts.errors += countUnread(unread) - missing;
    },
    /** Order lines are read as pages are, and counted beside them. */
    addOrders(tally: OrderTally): void {
      if (!getsOrders(terms)) return;
      for (const [day, { lines, exported, leftOut }] of tally) {
        const { counts } = book.at(day, 'orders', versionName(terms.device.detectorVersion));
        counts.units_seen += lines;
        counts.units_classified += exported;
        counts.errors += leftOut;
      }
    },
    *rows(): Generator<RowIn<'quality'>> {
      for (const { day, surface, version, counts } of book.told())
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

/**
 * Columns of this table cannot be empty, so a row that tells of few is left out whole. One without units, such as that of a
 * shop's pages, hides no other one: from the sums of units it could still be worked out.
 */
function withoutFew(cells: readonly Cell[]): Cell[] {
  const hasUnits = ({ counts }: Cell) => counts.units_seen > 0;
  return [cells.filter(hasUnits), cells.filter((cell) => !hasUnits(cell))].flatMap((own) => {
    const asked = own.map(({ day, surface, version, counts, sessions }) => ({
      platform: `${surface} ${version}`,
      week: String(day),
      participants: sessions.size,
      ads: counts.units_seen,
      ofOne: (most(sessions.values()) ?? 0) / Math.max(1, counts.units_seen),
    }));
    const marks = suppressCells(asked, suppressionRule.fewest).cells;
    return own.filter((_cell, place) => marks[place]?.suppressed === null);
  });
}
