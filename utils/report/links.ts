import { fewest, type LinkReport } from '../core/density-report';
import { sum } from '../core/numbers';
import type { Cluster } from '../density/cluster';
import { rateOf } from '../density/estimate';
import { concentrationMiddle } from '../density/middle';
import type { Row } from '../export/tables';
import { Cells } from './cells';
import { sessionOf } from './load';
import { Parts } from './parts';
import { pageOf as nameOf, UntoldLinks } from './untold';

const kinds = ['ad_link', 'product_card', 'blue_link', 'other'] as const;
/** Comments carry these as well. */
const inComments: ReadonlySet<string> = new Set(['blue_link', 'other']);

/** Whether rows of links are missing altogether, as where a study did not ask for them. */
export interface LinkTable {
  lacksLinks?: boolean;
}

interface Opened {
  /** Absent while only its links were told. */
  session?: string;
  isNotePage: boolean;
  /** Its note is among the units: what was erased or left out is not, and may have carried links that nobody tells of. */
  hasNote: boolean;
  /** How many of its comments have a row, and the furthest place of one. */
  told: number;
  last: number;
  /** How many of these carry a link that was left out. */
  untold: number;
  kinds: Set<string>;
  /** Blue links by who placed them. */
  placed: Map<string, number>;
  /** Where its links lead, as far as that is known. */
  platforms: string[];
  comments: number | null;
  withBlue: number | null;
}

/** Links to shops: on which of the notes that were opened, in how many comments, by whom, to where. */
export function linkTally({ lacksLinks = false }: LinkTable) {
  const pages = new Map<string, Opened>();
  const untold = new UntoldLinks();
  let [hasRows, isLinked] = [false, false];
  const pageOf = (row: Pick<Row<'page_views'>, 'participant_id' | 'page_view_no'>) => {
    const key = nameOf(row);
    const page: Opened = pages.get(key) ?? {
      isNotePage: false,
      hasNote: false,
      ...{ told: 0, last: 0, untold: 0 },
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
      isLinked ||= row.ad_links + row.blue_links > 0;
      untold.add(row);
      if (row.unit_kind === 'note_detail') pageOf(row).hasNote = true;
      if (row.unit_kind !== 'comment') return;
      const page = pageOf(row);
      page.told += 1;
      page.last = Math.max(page.last, row.position ?? 0);
    },
    addPage(row: Row<'page_views'>): void {
      const isNotePage = row.surface === 'note_detail';
      const { comments_seen: comments, comments_with_blue_link: withBlue } = row;
      isLinked ||= (withBlue ?? 0) > 0;
      Object.assign(pageOf(row), { session: sessionOf(row), isNotePage, comments, withBlue });
    },
    addLink(row: Row<'links'>): void {
      hasRows = true;
      untold.addLink(row);
      const { kinds: found, placed, platforms } = pageOf(row);
      found.add(row.link_kind);
      const by = row.placed_by ?? 'unknown';
      if (row.link_kind === 'blue_link') placed.set(by, (placed.get(by) ?? 0) + 1);
      if (row.platform !== 'unknown') platforms.push(row.platform);
    },
    report: (): LinkReport =>
      linkReport(withoutUntold(pages, untold), { lacksLinks: lacksLinks || (isLinked && !hasRows) }),
  };
}

/** A note whose link was left out is as one that is gone; of comments with such a link it is known how many there are. */
function withoutUntold(pages: ReadonlyMap<string, Opened>, untold: UntoldLinks): Opened[] {
  const told = new Map(pages);
  for (const { on, page: name } of untold.list()) {
    const page = told.get(name);
    if (!page) continue;
    told.set(name, on === 'comment' ? { ...page, untold: page.untold + 1 } : { ...page, hasNote: false });
  }
  return [...told.values()];
}

const placers = ['author', 'merchant', 'other_user', 'unknown'] as const;

/**
 * The shares of notes that a note stands in, and whether it is in the numerator as well. Of comments that are missing nobody
 * knows what they linked: such a note is in none that they have a part in, also where another one has a link. Else notes
 * would be chosen by what is asked.
 */
function noteSharesOf({ kinds: found, told, last, untold }: Opened): (readonly [string, boolean])[] {
  const isWhole = untold === 0 && told >= last; // later replies may take places that others had, and leave none empty
  const own = isWhole ? kinds : kinds.filter((kind) => !inComments.has(kind));
  const shares = own.map((kind) => [`note ${kind}`, found.has(kind)] as const);
  return isWhole ? [['any', found.size > 0], ...shares] : shares;
}

/** Without the table nobody knows which notes have none: the pages' own counts of comments are all that is told. */
function linkReport(pages: readonly Opened[], { lacksLinks }: LinkTable): LinkReport {
  const cells = new Cells();
  const per100 = new Map<string, Cluster>();
  const posters = new Set<string>();
  const platforms = new Parts();
  for (const page of pages) {
    const { session, isNotePage, hasNote, placed, platforms: led, comments, withBlue } = page;
    if (session === undefined) continue; // nobody knows when
    // A comment whose link was left out is none without: it is not among them.
    const untold = lacksLinks ? 0 : page.untold;
    const isCounted = isNotePage && comments !== null && withBlue !== null;
    const counted = isCounted && { part: withBlue, whole: Math.max(withBlue, comments - untold) };
    if (counted) cells.addSum('comments', session, counted);
    if (lacksLinks) continue;
    for (const platform of led) platforms.add(session, platform);
    for (const [by, links] of placed) {
      posters.add(by);
      for (const name of placers)
        cells.addSum(`poster ${name}`, session, { part: name === by ? links : 0, whole: links });
    }
    if (!isNotePage) continue; // links of a list are of no note that was opened
    if (hasNote) for (const [name, isPart] of noteSharesOf(page)) cells.add(name, session, { isPart });
    if (!counted) continue;
    const own = per100.get(session) ?? { ads: 0, units: 0 };
    per100.set(session, { ads: own.ads + 100 * sum(placed.values()), units: own.units + counted.whole });
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
