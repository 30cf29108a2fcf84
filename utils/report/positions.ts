import { fewest, type Estimate, type PositionReport } from '../core/density-report';
import { most, sum } from '../core/numbers';
import { survivalBand } from '../core/survival-band';
import { isAd, isKnown } from '../density/classes';
import { estimateOf, rateOf } from '../density/estimate';
import { firstAdMiddle, middleOf } from '../density/middle';
import { adPositions, firstAdCurve, firstOf, ranks, spellOf, type FeedAds } from '../density/positions';
import { addPlace, joinRuns, type Run } from '../density/runs';
import type { Row } from '../export/tables';
import { sessionOf } from './load';

interface List extends FeedAds {
  session: string;
  ads: number[];
  unknown: number[];
  told: Run[];
  /** An ad stands in it, and nobody knows where: as one that a page puts between two cards without a number of its own. */
  hasUnplacedAd: boolean;
}

/** A list with what the metrics say of it; how it began is not known of each. */
interface Read extends List {
  spell: ReturnType<typeof spellOf>;
  gaps: readonly number[];
}

/** A list that was told from its first place on. */
interface Begun extends Read {
  spell: NonNullable<Read['spell']>;
}

const listSurfaces: ReadonlySet<string> = new Set(['explore_feed', 'search_results']);

/** Where ads stand in lists: the first one, gaps between them, shares of the first few. */
export function positionTally() {
  const lists = new Map<string, List>();
  return {
    add(row: Row<'exposures'>): void {
      const { ad_class, surface, participant_id, page_view_no } = row;
      const position = row.position ?? 0;
      const hasUnplacedAd = position < 1 && isAd({ class: ad_class });
      if (!listSurfaces.has(surface) || (position < 1 && !hasUnplacedAd)) return;
      const key = `${participant_id} ${String(page_view_no)}`;
      const list = lists.get(key) ?? listIn(sessionOf(row));
      lists.set(key, list);
      if (hasUnplacedAd) list.hasUnplacedAd = true;
      if (position < 1) return;
      list.n = Math.max(list.n, position);
      addPlace(list.told, position);
      if (isAd({ class: ad_class })) list.ads.push(position);
      else if (!isKnown({ class: ad_class })) list.unknown.push(position);
    },
    report: (): PositionReport => positionReport(lists),
  };
}

function listIn(session: string): List {
  return { session, n: 0, ads: [], unknown: [], told: [], hasUnplacedAd: false };
}

function positionReport(lists: ReadonlyMap<string, List>): PositionReport {
  for (const list of lists.values()) list.told = joinRuns(list.told);
  const placed = [...lists].filter(([, list]) => !list.hasUnplacedAd);
  const { feeds } = adPositions(Object.fromEntries(placed));
  const sessions = bySession(
    placed.map(([key, list]): Read => ({ ...list, spell: spellOf(list), gaps: feeds[key]?.gaps ?? [] })),
  );
  return {
    ...firstAds(bySession(sessions.flat().filter(isBegun))),
    without: withoutAd(bySession([...lists.values()])),
    gaps: gapsOf(sessions.map((own) => own.flatMap(({ gaps }) => gaps))),
    firsts: ranks.map((k) => shareAt(sessions, k)),
  };
}

function isBegun(list: Read): list is Begun {
  return list.spell !== null;
}

function bySession<T extends List>(lists: readonly T[]): T[][] {
  const sessions = new Map<string, T[]>();
  for (const list of lists) {
    const own = sessions.get(list.session) ?? [];
    sessions.set(list.session, own);
    own.push(list);
  }
  return [...sessions.values()];
}

/** How far lists went before their first ad: of those that were told from their first place on, which others go on from. */
function firstAds(sessions: readonly (readonly Begun[])[]): Omit<PositionReport, 'without' | 'gaps' | 'firsts'> {
  const lists = sessions.flat();
  const units = sum(lists.flatMap(({ told }) => told.map(([from, to]) => to - from + 1)));
  const { table } = firstAdCurve(lists.map(({ spell }) => spell));
  const spells = sessions.map((own) => own.map(({ spell }) => ({ position: spell.position, hasAd: spell.ad_seen })));
  const band = survivalBand(
    sessions.map((own) => own.map(({ spell }) => ({ t: spell.position, event: spell.ad_seen }))),
    table,
  );
  return {
    pages: lists.length,
    sessions: sessions.length,
    isEnough: sessions.length >= fewest.clusters && units >= fewest.units,
    median: firstAdMiddle(spells, fewest.clusters),
    steps: table.map(({ t, survival }, place) => ({ at: t, share: survival, ...(band[place] ?? noEdges) })),
    until: most(lists.map(({ spell }) => spell.position)) ?? 0,
  };
}

const noEdges = { low: null, high: null };

/**
 * Of lists of which every place is told and decided. With a hole one without an ad may have had one; to count those that are
 * known to have one all the same would choose lists by what is asked, as leaving out those whose ad has no place would.
 */
function withoutAd(sessions: readonly (readonly List[])[]): Estimate {
  const clusters = sessions.map((own) => {
    const decided = own.filter(({ unknown, told }) => unknown.length === 0 && told.length === 1 && told[0]?.[0] === 1);
    const without = decided.filter(({ ads, hasUnplacedAd }) => ads.length === 0 && !hasUnplacedAd);
    return { ads: without.length, units: decided.length };
  });
  return estimateOf(clusters);
}

function gapsOf(sessions: readonly (readonly number[])[]): PositionReport['gaps'] {
  const clusters = (of: (gap: number) => number) =>
    sessions.map((gaps) => ({ ads: sum(gaps.map(of)), units: gaps.length }));
  return {
    mean: rateOf(clusters((gap) => gap)),
    median: middleOf(sessions, fewest.units),
    adjacent: estimateOf(clusters((gap) => Number(gap === 0))),
  };
}

/** Over the places that were told and could be decided, of lists that were that long. */
function shareAt(sessions: readonly (readonly Read[])[], k: number): PositionReport['firsts'][number] {
  const firsts = sessions.map((own) => own.flatMap((list) => firstOf(list, k) ?? []));
  const clusters = firsts.map((own) => ({
    ads: sum(own.map(({ ads }) => ads)),
    units: sum(own.map(({ units }) => units)),
  }));
  return { k, pages: sum(firsts.map(({ length }) => length)), share: estimateOf(clusters) };
}
