import { fewest, type PositionReport } from '../core/density-report';
import { mean, most } from '../core/numbers';
import { isAd, isKnown } from '../density/classes';
import { adPositions, firstAdCurve } from '../density/positions';
import type { Row } from '../export/tables';

interface List {
  n: number;
  ads: number[];
  last: number;
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
      const list = lists.get(key) ?? { n: 0, ads: [], last: 0 };
      lists.set(key, list);
      list.n += 1;
      list.last = Math.max(list.last, position);
      if (isAd({ class: ad_class })) list.ads.push(position);
    },
    report: (): PositionReport => positionReport(lists),
  };
}

function positionReport(lists: ReadonlyMap<string, List>): PositionReport {
  const all = [...lists.values()];
  const isEnough = all.length >= fewest.clusters && all.reduce((sum, { n }) => sum + n, 0) >= fewest.units;
  const { feeds, gaps } = adPositions(Object.fromEntries(lists));
  const spells = all.map(({ ads, last }) => ({ position: firstOf(ads) ?? last, ad_seen: ads.length > 0 }));
  const { table, median } = firstAdCurve(spells);
  const shares = (k: number) => Object.values(feeds).flatMap(({ share_at_k }) => share_at_k[String(k)] ?? []);
  return {
    pages: all.length,
    isEnough,
    without: all.filter(({ ads }) => ads.length === 0).length,
    median,
    steps: table.map(({ t, survival }) => ({ at: t, share: survival })),
    until: most(spells.map(({ position }) => position)) ?? 0,
    gaps: {
      n: gaps.n,
      mean: gaps.mean,
      median: gaps.median,
      least: gaps.min,
      adjacent: gaps.share_adjacent,
    },
    firsts: ranks.map((k) => ({ k, pages: shares(k).length, share: mean(shares(k)) })),
  };
}

function firstOf(ads: readonly number[]): number | undefined {
  return ads.length === 0 ? undefined : ads.reduce((first, position) => Math.min(first, position));
}
