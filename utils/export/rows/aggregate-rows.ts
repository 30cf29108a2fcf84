import { isAd, isKnown } from '../../density/classes';
import { suppressCells, suppressionRule } from '../../density/suppression';
import type { Row, RowIn } from '../tables';
import type { ExportTerms } from '../terms';
import { keyOf, rowFor } from './base';
import { isoWeek, mondayOf } from './week';

interface Share {
  part: number;
  whole: number;
}

const nothing: Share = { part: 0, whole: 0 };

interface Cell extends Share {
  metric: string;
  /** Epoch ms of its Monday. */
  monday: number;
  week: string;
  surface: string;
  sessions: number;
  lastSession: number;
  /** What the last session adds, and the most that one does. */
  ofLast: Share;
  ofOne: Share;
}

function shareOf(rows: readonly Row<'exposures'>[]): Share {
  const known = rows.filter((row) => row.unit_kind === 'note_card' && isKnown({ class: row.ad_class }));
  return { part: known.filter((row) => isAd({ class: row.ad_class })).length, whole: known.length };
}

/** What one page view adds to each metric. */
function sharesOf(page: Row<'page_views'>, exposures: readonly Row<'exposures'>[]): [string, Share][] {
  const notes = exposures.filter(({ unit_kind }) => unit_kind === 'note_detail');
  const comments = { part: page.comments_with_blue_link ?? 0, whole: page.comments_seen ?? 0 };
  const shares: [string, Share][] = [
    ['ad_load', shareOf(exposures)],
    ['ad_load_viewable', shareOf(exposures.filter(({ viewable }) => viewable))],
    ['ad_link_prevalence', { part: notes.filter(({ ad_links }) => ad_links > 0).length, whole: notes.length }],
    ['blue_link_comment_share', comments],
  ];
  return shares.filter(([, { whole }]) => whole > 0);
}

/** Weekly sums of one participant, with those that tell of few sessions or of one held back; clusters are sessions. */
export function aggregateRows(terms: ExportTerms) {
  const cells = new Map<string, Cell>();
  const add = (key: Pick<Cell, 'metric' | 'monday' | 'week' | 'surface'>, { part, whole }: Share, session: number) => {
    const name = [key.metric, key.week, key.surface].join('|');
    const cell = cells.get(name) ?? {
      ...key,
      ...nothing,
      sessions: 0,
      lastSession: 0,
      ofLast: nothing,
      ofOne: nothing,
    };
    cells.set(name, cell);
    // Sessions come one after the other.
    const isNext = cell.lastSession !== session;
    const before = isNext ? nothing : cell.ofLast;
    const ofLast = { part: before.part + part, whole: before.whole + whole };
    cell.part += part;
    cell.whole += whole;
    if (isNext) cell.sessions += 1;
    cell.lastSession = session;
    cell.ofLast = ofLast;
    cell.ofOne = { part: Math.max(cell.ofOne.part, ofLast.part), whole: Math.max(cell.ofOne.whole, ofLast.whole) };
  };
  return {
    addPage(page: Row<'page_views'>, exposures: readonly Row<'exposures'>[]): void {
      const [monday, week] = [mondayOf(page.started_at), isoWeek(page.started_at)];
      for (const [metric, share] of sharesOf(page, exposures))
        for (const surface of [page.surface, 'all']) add({ metric, monday, week, surface }, share, page.session_no);
    },
    *rows(): Generator<RowIn<'aggregates'>> {
      const hidden = hiddenCells([...cells.values()]);
      for (const cell of cells.values()) yield rowFor('aggregates', cell.monday, aggregateRow(cell, hidden, terms));
    },
  };
}

type Hidden = ReadonlyMap<Cell, string | null>;

/** Per metric: the weeks' totals are published beside the cells, so a single hidden one would follow from them. */
function hiddenCells(cells: readonly Cell[]): Hidden {
  const metrics = [...new Set(cells.map(({ metric }) => metric))];
  const found = metrics.flatMap((metric) => {
    const own = cells.filter((cell) => cell.metric === metric);
    const parts = own.filter(({ surface }) => surface !== 'all');
    const totals = own.filter(({ surface }) => surface === 'all');
    return [...marked(parts), ...totals.flatMap((total) => marked([total]))];
  });
  return new Map(found);
}

function marked(cells: readonly Cell[]): (readonly [Cell, string | null])[] {
  const asked = cells.map((cell) => ({
    ...{
      platform: cell.surface,
      week: cell.week,
      participants: cell.sessions,
      ads: cell.part,
      ofOne: shareOfOne(cell),
    },
  }));
  const marks = suppressCells(asked, suppressionRule.fewest).cells;
  return cells.map((cell, place) => [cell, marks[place]?.suppressed ?? null] as const);
}

/** Of what is counted, or of what it is counted among: whichever one session makes up more of. */
function shareOfOne({ part, whole, ofOne }: Cell): number {
  return Math.max(part > 0 ? ofOne.part / part : 0, whole > 0 ? ofOne.whole / whole : 0);
}

function aggregateRow(cell: Cell, hidden: Hidden, terms: ExportTerms): Row<'aggregates'> {
  const suppressed = hidden.get(cell) ?? null;
  return {
    ...keyOf(terms),
    period: cell.week,
    surface: cell.surface,
    metric: cell.metric,
    breakdown: 'all',
    numerator: suppressed ? null : cell.part,
    denominator: suppressed ? null : cell.whole,
    // How few there were is what is withheld.
    clusters: suppressed ? 0 : cell.sessions,
    suppressed,
    exported_at: terms.exportedAt,
  };
}
