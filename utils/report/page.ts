import { fewest, type AttentionReport, type PageReport } from '../core/density-report';
import { sum } from '../core/numbers';
import { isAd, isKnown } from '../density/classes';
import type { Cluster } from '../density/cluster';
import { rateOf } from '../density/estimate';
import { middleOf } from '../density/middle';
import { betterAdsExceeds } from '../density/page-density';
import type { Row } from '../export/tables';
import { Cells } from './cells';
import { sessionOf } from './load';

const hourMs = 3_600_000;
const lines = { mobile: 0.3, desktop: 0.5 } as const;

/** How much of the way down a page was ads, beside the line that Better Ads draws for articles. */
export function pageTally(device: 'desktop' | 'mobile' | 'tablet') {
  const cells = new Cells();
  const [heights, areas] = [new Map<string, number[]>(), new Map<string, number[]>()];
  const keep = (values: Map<string, number[]>, session: string, value: number) =>
    values.set(session, [...(values.get(session) ?? []), value]);
  return {
    add(row: Row<'page_views'>): void {
      if (row.height_density === null) return;
      keep(heights, sessionOf(row), row.height_density);
      if (row.area_density !== null) keep(areas, sessionOf(row), row.area_density);
      const sticky_video = row.sticky_video_ad === true;
      const isPart = betterAdsExceeds({ density: row.height_density, device, sticky_video });
      cells.add('above', sessionOf(row), { isPart });
    },
    report: (): PageReport => ({
      pages: sum([...heights.values()].map(({ length }) => length)),
      height: middleOf([...heights.values()], fewest.clusters),
      area: middleOf([...areas.values()], fewest.clusters),
      line: device === 'mobile' ? lines.mobile : lines.desktop,
      above: cells.estimate('above'),
    }),
  };
}

/** Ads' share of the time and of the pixels that were looked at. */
export function attentionTally() {
  const cells = new Cells();
  /** Viewable ads, and hours in front of the page. */
  const hours = new Map<string, Cluster>();
  let [active, units] = [0, 0];
  const hoursOf = (session: string) => {
    const own = hours.get(session) ?? { ads: 0, units: 0 };
    hours.set(session, own);
    return own;
  };
  return {
    addPage(row: Row<'page_views'>): void {
      active += row.active_ms;
      hoursOf(sessionOf(row)).units += row.active_ms / hourMs;
    },
    add(row: Row<'exposures'>): void {
      if (!isKnown({ class: row.ad_class })) return;
      const isPart = isAd({ class: row.ad_class });
      units += 1;
      if (isPart && row.viewable) hoursOf(sessionOf(row)).ads += 1;
      cells.add('time', sessionOf(row), { isPart, weight: row.visible50_ms });
      cells.add('pixels', sessionOf(row), { isPart, weight: row.pixel_ms });
    },
    report: (): AttentionReport => ({
      time: cells.estimate('time'),
      pixels: cells.estimate('pixels'),
      perHour: rateOf([...hours.values()], units),
      activeMs: active,
    }),
  };
}
