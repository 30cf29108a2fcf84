import { fewest, type PositionReport } from '../core/density-report';
import { most, sum } from '../core/numbers';
import { isAd, isKnown } from '../density/classes';
import { estimateOf, rateOf } from '../density/estimate';
import { firstAdMiddle, middleOf } from '../density/middle';
import { adPositions, firstAdCurve } from '../density/positions';
import type { Row } from '../export/tables';
import { sessionOf } from './load';

interface List {
  session: string;
  n: number;
  ads: number[];
  last: number;
}

/** A list with what the metrics say of it. */
interface Read extends List {
  first: number | null;
  gaps: readonly number[];
  shareAt: Readonly<Record<string, number | null>>;
}

const ranks = [5, 10, 20] as const;
const listSurfaces: ReadonlySet<string> = new Set(['explore_feed', 'search_results']);

/** Where ads stand in lists: the first one, gaps between them, shares of the first few. */
export function positionTally() {
  const lists = new Map<string, List>();
  return {
    add(row: Row<'exposures'>): void {
      const { position, ad_class, surface, participant_id, page_view_no } = row;
      if (position === null || !listSurfaces.has(surface) || !isKnown({ class: ad_class })) return;
      const key = `${participant_id} ${String(page_view_no)}`;
      const list = lists.get(key) ?? { session: sessionOf(row), n: 0, ads: [], last: 0 };
      lists.set(key, list);
      list.n += 1;
      list.last = Math.max(list.last, position);
      if (isAd({ class: ad_class })) list.ads.push(position);
    },
    report: (): PositionReport => positionReport(lists),
  };
}

function positionReport(lists: ReadonlyMap<string, List>): PositionReport {
  const { feeds } = adPositions(Object.fromEntries(lists));
  const all = [...lists].map(([key, list]): Read => {
    const { first_ad_position: first = null, gaps = [], share_at_k: shareAt = {} } = feeds[key] ?? {};
    return { ...list, first, gaps, shareAt };
  });
  const bySession = new Map<string, Read[]>();
  for (const list of all) bySession.set(list.session, [...(bySession.get(list.session) ?? []), list]);
  const sessions = [...bySession.values()];
  const isEnough = all.length >= fewest.clusters && sum(all.map(({ n }) => n)) >= fewest.units;
  const { table } = firstAdCurve(all.map(({ first, last }) => ({ position: first ?? last, ad_seen: first !== null })));
  const spells = sessions.map((own) =>
    own.map(({ first, last }) => ({ position: first ?? last, hasAd: first !== null })),
  );
  return {
    pages: all.length,
    isEnough,
    without: all.filter(({ first }) => first === null).length,
    median: firstAdMiddle(spells, fewest.clusters),
    steps: table.map(({ t, survival }) => ({ at: t, share: survival })),
    until: most(all.map(({ first, last }) => first ?? last)) ?? 0,
    gaps: gapsOf(sessions.map((own) => own.flatMap(({ gaps }) => gaps))),
    firsts: ranks.map((k) => shareAt(sessions, k)),
  };
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

/** Lists are all as long here, so that ads over places is the mean of their shares. */
function shareAt(sessions: readonly (readonly Read[])[], k: number): PositionReport['firsts'][number] {
  const shares = sessions.map((own) => own.flatMap((list) => list.shareAt[String(k)] ?? []));
  const clusters = shares.map((own) => ({ ads: Math.round(k * sum(own)), units: k * own.length }));
  return { k, pages: sum(shares.map(({ length }) => length)), share: estimateOf(clusters) };
}
