import { fewest, type Estimate, type PositionReport } from '../core/density-report';
import { most, sum } from '../core/numbers';
import { survivalBand } from '../core/survival-band';
import { isAd, isKnown } from '../density/classes';
import { estimateOf, rateOf } from '../density/estimate';
import { firstAdMiddle, middleOf } from '../density/middle';
import { adPositions, firstAdCurve, firstOf, ranks, spellOf } from '../density/positions';
import type { Row } from '../export/tables';
import { sessionOf } from './load';

interface List {
  session: string;
  n: number;
  ads: number[];
  unknown: number[];
  last: number;
}

/** A list with what the metrics say of it. */
interface Read extends List {
  spell: ReturnType<typeof spellOf>;
  gaps: readonly number[];
}

const listSurfaces: ReadonlySet<string> = new Set(['explore_feed', 'search_results']);

/** Where ads stand in lists: the first one, gaps between them, shares of the first few. */
export function positionTally() {
  const lists = new Map<string, List>();
  return {
    add(row: Row<'exposures'>): void {
      const { position, ad_class, surface, participant_id, page_view_no } = row;
      if (position === null || !listSurfaces.has(surface)) return;
      const key = `${participant_id} ${String(page_view_no)}`;
      const list = lists.get(key) ?? { session: sessionOf(row), n: 0, ads: [], unknown: [], last: 0 };
      lists.set(key, list);
      list.n += 1;
      list.last = Math.max(list.last, position);
      if (isAd({ class: ad_class })) list.ads.push(position);
      else if (!isKnown({ class: ad_class })) list.unknown.push(position);
    },
    report: (): PositionReport => positionReport(lists),
  };
}

function positionReport(lists: ReadonlyMap<string, List>): PositionReport {
  const { feeds } = adPositions(Object.fromEntries(lists));
  const all = [...lists].map(([key, list]): Read => ({
    ...list,
    spell: spellOf(list),
    gaps: feeds[key]?.gaps ?? [],
  }));
  const bySession = new Map<string, Read[]>();
  for (const list of all) {
    const own = bySession.get(list.session) ?? [];
    bySession.set(list.session, own);
    own.push(list);
  }
  const sessions = [...bySession.values()];
  const isEnough = sessions.length >= fewest.clusters && sum(all.map(({ n }) => n)) >= fewest.units;
  const { table } = firstAdCurve(all.map(({ spell }) => spell));
  const spells = sessions.map((own) => own.map(({ spell }) => ({ position: spell.position, hasAd: spell.ad_seen })));
  const band = survivalBand(
    sessions.map((own) => own.map(({ spell }) => ({ t: spell.position, event: spell.ad_seen }))),
    table,
  );
  return {
    pages: all.length,
    sessions: sessions.length,
    isEnough,
    without: withoutAd(sessions),
    median: firstAdMiddle(spells, fewest.clusters),
    steps: table.map(({ t, survival }, place) => ({ at: t, share: survival, ...(band[place] ?? noEdges) })),
    until: most(all.map(({ spell }) => spell.position)) ?? 0,
    gaps: gapsOf(sessions.map((own) => own.flatMap(({ gaps }) => gaps))),
    firsts: ranks.map((k) => shareAt(sessions, k)),
  };
}

const noEdges = { low: null, high: null };

type Sessions = readonly (readonly Read[])[];

/** Of lists that are known to have an ad, or known to have none. */
function withoutAd(sessions: Sessions): Estimate {
  const clusters = sessions.map((own) => {
    const decided = own.filter(({ ads, unknown }) => ads.length > 0 || unknown.length === 0);
    return { ads: decided.filter(({ ads }) => ads.length === 0).length, units: decided.length };
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

/** Over the places that could be decided, of lists that were that long. */
function shareAt(sessions: Sessions, k: number): PositionReport['firsts'][number] {
  const firsts = sessions.map((own) => own.flatMap((list) => firstOf(list, k) ?? []));
  const clusters = firsts.map((own) => ({
    ads: sum(own.map(({ ads }) => ads)),
    units: sum(own.map(({ units }) => units)),
  }));
  return { k, pages: sum(firsts.map(({ length }) => length)), share: estimateOf(clusters) };
}
