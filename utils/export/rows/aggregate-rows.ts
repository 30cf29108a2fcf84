import { isAd, isKnown } from '../../density/classes';
import { suppressCells } from '../../density/suppression';
import type { Row, RowIn } from '../tables';
import type { ExportTerms } from '../terms';
import { keyOf, rowFor } from './base';

/** Fewer sessions than this could point at one evening of one person. */
const fewest = 5;

interface Share {
  part: number;
  whole: number;
}

interface Cell extends Share {
  metric: string;
  week: string;
  surface: string;
  sessions: number;
  lastSession: number;
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

/** `2026-W47`: the week of its Thursday (ISO 8601), in UTC. */
export function isoWeek(at: number): string {
  const day = new Date(at);
  const thursday = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  const year = new Date(thursday).getUTCFullYear();
  const week = 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * 86_400_000));
  return `${String(year)}-W${String(week).padStart(2, '0')}`;
}

/** Weekly sums of one participant, with the small ones held back; clusters are sessions. */
export function aggregateRows(terms: ExportTerms) {
  const cells = new Map<string, Cell>();
  const add = (key: Pick<Cell, 'metric' | 'week' | 'surface'>, { part, whole }: Share, session: number) => {
    const name = [key.metric, key.week, key.surface].join('|');
    const cell = cells.get(name) ?? { ...key, part: 0, whole: 0, sessions: 0, lastSession: 0 };
    cells.set(name, cell);
    cell.part += part;
    cell.whole += whole;
    // Sessions come one after the other.
    if (cell.lastSession !== session) cell.sessions += 1;
    cell.lastSession = session;
  };
  return {
    addPage(page: Row<'page_views'>, exposures: readonly Row<'exposures'>[]): void {
      const week = isoWeek(page.started_at);
      for (const [metric, share] of sharesOf(page, exposures))
        for (const surface of [page.surface, 'all']) add({ metric, week, surface }, share, page.session_no);
    },
    *rows(): Generator<RowIn<'aggregates'>> {
      const hidden = hiddenCells([...cells.values()]);
      for (const cell of cells.values())
        yield rowFor('aggregates', terms.exportedAt, aggregateRow(cell, hidden, terms));
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
    const asked = parts.map(({ surface, week, sessions, part }) => ({
      ...{ platform: surface, week, participants: sessions, ads: part },
    }));
    const marks = suppressCells(asked, fewest).cells.map(({ suppressed }) => suppressed);
    const totals = own.filter(({ surface }) => surface === 'all');
    return [
      ...parts.map((cell, place) => [cell, marks[place] ?? null] as const),
      ...totals.map((cell) => [cell, cell.sessions < fewest ? 'primary' : null] as const),
    ];
  });
  return new Map(found);
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
    clusters: cell.sessions,
    suppressed,
    exported_at: terms.exportedAt,
  };
}
