import type { DensityReport, Estimate, Middle } from '@/utils/core/density-report';
import { adLoad } from '@/utils/density/ad-load';
import { estimateOf } from '@/utils/density/estimate';
import { clusterRatio } from '@/utils/density/intervals';
import type { AnyRow } from '@/utils/export/tables/columns';
import type { Row, TableRow } from '@/utils/export/tables';
import { densityTally } from '@/utils/report';
import { withdrawals } from '@/utils/report/withdrawn';

/** The figures of pool.sql, by the functions that the extension itself uses, over the same rows. */

export type Figures = Record<string, number | string | null>;

interface Pooled {
  participants: readonly AnyRow[];
  exposures: readonly AnyRow[];
  links: readonly AnyRow[];
}

/** In the order of the questions that pool.sql asks. */
export function figuresOf(pooled: Pooled): Figures[][] {
  const { exposures, links } = staying(pooled);
  const tally = densityTally({ zoneMinutes: 0, device: 'desktop' });
  for (const row of exposures) tally.add({ table: 'exposures', row, at: 0 } as unknown as TableRow);
  for (const row of links) tally.add({ table: 'links', row, at: 0 } as unknown as TableRow);
  const report = tally.report();
  return [
    [adLoadFigures(exposures)],
    [firstAdFigures(report)],
    [gapFigures(report)],
    [{ ad_time_share: valueOf(report.attention.time), ad_pixel_time_share: valueOf(report.attention.pixels) }],
    [labelFigures(report)],
    dailyFigures(exposures),
  ];
}

/** Of a pool that is too small for most of them: the first question alone. */
export function adLoadOf(pooled: Pooled): Figures[] {
  return [adLoadFigures(staying(pooled).exposures)];
}

function staying({ participants, exposures, links }: Pooled) {
  const withdrawn = withdrawals();
  for (const row of participants) withdrawn.add(row);
  const stays = (row: AnyRow) => !withdrawn.has(row);
  const rows = exposures.filter(stays) as readonly unknown[] as readonly Row<'exposures'>[];
  return { exposures: rows, links: links.filter(stays) };
}

/** A pool is large enough for each of its figures. */
function valueOf(figure: Estimate | Middle): number | null {
  if (figure.state === 'few') throw new RangeError('There is too little in this pool to compare.');
  return figure.value;
}

function grouped<T>(rows: readonly T[], nameOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(nameOf(row));
    if (group) group.push(row);
    else groups.set(nameOf(row), [row]);
  }
  return groups;
}

const loadOf = (rows: readonly Row<'exposures'>[]) =>
  adLoad(rows.map((row) => ({ kind: row.unit_kind, class: row.ad_class, viewable: row.viewable })));

/** As the report's, with participants for clusters. */
function adLoadFigures(rows: readonly Row<'exposures'>[]): Figures {
  const loads = [...grouped(rows, (row) => row.participant_id).values()].map(loadOf);
  const clusters = loads.flatMap(({ ad_load_viewable_notes: load, viewable_notes: units }) =>
    load === null ? [] : [{ ads: Math.round(load * units), units }],
  );
  const { pooled_ratio: r, cluster_se_linearised: se, macro_mean } = clusterRatio(clusters);
  const estimate = estimateOf(clusters);
  const { low: lo, high: hi } = estimate.state === 'known' ? estimate : { low: null, high: null };
  return { ad_load_viewable: r, participants: clusters.length, se, lo, hi, macro_mean };
}

function firstAdFigures({ positions: { median, steps } }: DensityReport): Figures {
  return { median_first_ad_position: valueOf(median), still_without_ad_at_end: steps.at(-1)?.share ?? 1 };
}

function gapFigures({ positions: { gaps } }: DensityReport): Figures {
  const { mean, median, adjacent } = gaps;
  return {
    ...{ mean_gap: valueOf(mean), median_gap: valueOf(median), share_adjacent: valueOf(adjacent) },
    n: adjacent.units,
  };
}

function labelFigures({ labels: { scoped, scopedNone } }: DensityReport): Figures {
  const unlabelled = valueOf(scopedNone);
  return {
    ...{ n: scoped.units, statutory: valueOf(scoped) },
    any_label: unlabelled === null ? null : 1 - unlabelled,
  };
}

function dailyFigures(rows: readonly Row<'exposures'>[]): Figures[] {
  const days = grouped(rows, (row) => new Date(row.rendered_at).toISOString().slice(0, 10));
  const figures = [...days].flatMap(([day, own]) => {
    const { viewable_notes: units, ad_load_viewable_notes: load } = loadOf(own);
    const people = [...grouped(own, (row) => row.participant_id).values()];
    const participants = people.filter((rows) => loadOf(rows).viewable_notes > 0).length;
    return units === 0 ? [] : [{ day, participants, ad_load: participants >= 5 ? load : null }];
  });
  return figures.sort((a, b) => (a.day < b.day ? -1 : 1));
}
