import { fewest, type LinkReport } from '../core/density-report';
import { sum } from '../core/numbers';
import type { Cluster } from '../density/cluster';
import { rateOf } from '../density/estimate';
import { concentrationMiddle } from '../density/middle';
import type { Row } from '../export/tables';
import { Cells } from './cells';
import { sessionOf } from './load';
import { Parts } from './parts';

const kinds = ['ad_link', 'product_card', 'blue_link', 'other'] as const;

interface Opened {
  /** Absent while only its links were told. */
  session?: string;
  isNotePage: boolean;
  /** Its note is among the units: what was erased or left out is not, and may have carried links that nobody tells of. */
  hasNote: boolean;
  kinds: Set<string>;
  /** Blue links by who placed them. */
  placed: Map<string, number>;
  /** Where its links lead, as far as that is known. */
  platforms: string[];
  comments: number | null;
  withBlue: number | null;
}

/** Links to shops: on which of the notes that were opened, in how many comments, by whom, to where. */
export function linkTally() {
  const pages = new Map<string, Opened>();
  const pageOf = (row: Pick<Row<'page_views'>, 'participant_id' | 'page_view_no'>) => {
    const key = `${row.participant_id} ${String(row.page_view_no)}`;
    const page: Opened = pages.get(key) ?? {
      isNotePage: false,
      hasNote: false,
      kinds: new Set(),
      placed: new Map(),
      platforms: [],
      comments: null,
      withBlue: null,
    };
    pages.set(key, page);
    return page;
  };
  return {
    add(row: Row<'exposures'>): void {
      if (row.unit_kind === 'note_detail') pageOf(row).hasNote = true;
    },
    addPage(row: Row<'page_views'>): void {
      const isNotePage = row.surface === 'note_detail';
      const { comments_seen: comments, comments_with_blue_link: withBlue } = row;
      Object.assign(pageOf(row), { session: sessionOf(row), isNotePage, comments, withBlue });
    },
    addLink(row: Row<'links'>): void {
      const { kinds: found, placed, platforms } = pageOf(row);
      found.add(row.link_kind);
      const by = row.placed_by ?? 'unknown';
      if (row.link_kind === 'blue_link') placed.set(by, (placed.get(by) ?? 0) + 1);
      if (row.platform !== 'unknown') platforms.push(row.platform);
    },
    report: (): LinkReport => linkReport([...pages.values()]),
  };
}

const placers = ['author', 'merchant', 'other_user', 'unknown'] as const;

function linkReport(pages: readonly Opened[]): LinkReport {
  const cells = new Cells();
  const per100 = new Map<string, Cluster>();
  const posters = new Set<string>();
  const platforms = new Parts();
  for (const { session, isNotePage, hasNote, kinds: found, placed, platforms: led, comments, withBlue } of pages) {
    if (session === undefined) continue; // nobody knows when
    for (const platform of led) platforms.add(session, platform);
    for (const [by, links] of placed) {
      posters.add(by);
      for (const name of placers)
        cells.addSum(`poster ${name}`, session, { part: name === by ? links : 0, whole: links });
    }
    if (!isNotePage) continue; // links of a list are of no note that was opened
    if (hasNote) {
      cells.add('any', session, { isPart: found.size > 0 });
      for (const kind of kinds) cells.add(`note ${kind}`, session, { isPart: found.has(kind) });
    }
    if (comments === null || withBlue === null) continue;
    cells.addSum('comments', session, { part: withBlue, whole: comments });
    const own = per100.get(session) ?? { ads: 0, units: 0 };
    per100.set(session, { ads: own.ads + 100 * sum(placed.values()), units: own.units + comments });
  }
  return {
    notes: kinds.map((name) => ({ name, share: cells.estimate(`note ${name}`) })),
    anyLink: cells.estimate('any'),
    comments: cells.estimate('comments'),
    per100: rateOf([...per100.values()]),
    platforms: platforms.shares(),
    concentration: concentrationMiddle(platforms.sessions, fewest.units),
    posters: [...posters].sort().map((name) => ({ name, share: cells.estimate(`poster ${name}`) })),
  };
}
