import { mean, ratio, sum } from '@/utils/core/numbers';
import { isAd, isKnown } from '@/utils/density/classes';
import { disclosure } from '@/utils/density/disclosure';
import { clusterRatio } from '@/utils/density/intervals';
import { adPositions, firstAdCurve } from '@/utils/density/positions';
import type { AnyRow } from '@/utils/export/tables/columns';

/** The figures of pool.sql, by the functions that the extension itself uses, over the same rows. */

export type Figures = Record<string, number | string | null>;

const classOf = (row: AnyRow) => ({ class: String(row['ad_class']) });
const isAdRow = (row: AnyRow) => isAd(classOf(row));

function grouped(rows: readonly AnyRow[], ...names: string[]): AnyRow[][] {
  const groups = new Map<string, AnyRow[]>();
  for (const row of rows) {
    const key = names.map((name) => String(row[name])).join('|');
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

export function adLoadFigures(rows: readonly AnyRow[]): Figures {
  const counted = rows.filter((row) => row['viewable'] && row['unit_kind'] === 'note_card' && isKnown(classOf(row)));
  const clusters = grouped(counted, 'participant_id').map((own) => ({
    ads: own.filter(isAdRow).length,
    units: own.length,
  }));
  const { pooled_ratio: r, cluster_se_linearised: se, macro_mean } = clusterRatio(clusters);
  const edge = (z: number) => (r === null || se === null ? null : r + z * se);
  return { ad_load_viewable: r, participants: clusters.length, se, lo: edge(-1.96), hi: edge(1.96), macro_mean };
}

export function firstAdFigures(rows: readonly AnyRow[]): Figures {
  const lists = rows.filter(({ surface }) => surface === 'explore_feed' || surface === 'search_results');
  const spells = grouped(lists, 'participant_id', 'page_view_no').flatMap((page) => {
    const positions = (of: readonly AnyRow[]) =>
      of.flatMap(({ position }) => (position === null ? [] : Number(position)));
    const [all, ads] = [positions(page), positions(page.filter(isAdRow))];
    if (all.length === 0) return [];
    return { position: ads.length > 0 ? Math.min(...ads) : Math.max(...all), ad_seen: ads.length > 0 };
  });
  const { median, table } = firstAdCurve(spells);
  return { median_first_ad_position: median, still_without_ad_at_end: table.at(-1)?.survival ?? 1 };
}

export function gapFigures(rows: readonly AnyRow[]): Figures {
  const placed = rows.filter(({ position }) => position !== null);
  const feeds = grouped(placed, 'participant_id', 'page_view_no').map((page, place) => {
    const ads = page.filter(isAdRow).map(({ position }) => Number(position));
    return [String(place), { n: page.length, ads }] as const;
  });
  const { gaps } = adPositions(Object.fromEntries(feeds));
  return { mean_gap: gaps.mean, median_gap: gaps.median, share_adjacent: gaps.share_adjacent, n: gaps.n };
}

export function attentionFigures(rows: readonly AnyRow[]): Figures {
  const known = rows.filter((row) => isKnown(classOf(row)));
  const share = (name: string) => {
    const total = (of: readonly AnyRow[]) => sum(of.map((row) => Number(row[name])));
    return ratio(total(known.filter(isAdRow)), total(known));
  };
  return { ad_time_share: share('visible50_ms'), ad_pixel_time_share: share('pixel_ms') };
}

export function disclosureFigures(rows: readonly AnyRow[]): Figures {
  const units = rows
    .filter((row) => isAdRow(row) && row['author_role'] !== 'merchant')
    .map((row) => ({
      label_text: String(row['label_text'] ?? ''),
      purchase_link: true,
      label_visible: false,
      author_role: String(row['author_role']),
      ...classOf(row),
    }));
  const { with_purchase_link, art9_link_statutory_rate, disclosed_any_rate } = disclosure(units);
  return { n: with_purchase_link, statutory: art9_link_statutory_rate, any_label: disclosed_any_rate };
}

export function dailyFigures(rows: readonly AnyRow[]): Figures[] {
  const known = rows
    .filter((row) => isKnown(classOf(row)))
    .map((row): AnyRow => ({ ...row, day: new Date(Number(row['rendered_at'])).toISOString().slice(0, 10) }));
  const days = grouped(known, 'day').map((own) => {
    const participants = grouped(own, 'participant_id').length;
    const load = participants >= 5 ? mean(own.map((row) => Number(isAdRow(row)))) : null;
    return { day: String(own[0]?.['day']), participants, ad_load: load };
  });
  return days.sort((a, b) => (a.day < b.day ? -1 : 1));
}
