import { fewest, type AttentionReport, type PageReport } from '../core/density-report';
import { quantile, ratio } from '../core/numbers';
import { isAd, isKnown } from '../density/classes';
import { betterAdsExceeds } from '../density/page-density';
import type { Row } from '../export/tables';
import { Cells } from './cells';
import { sessionOf } from './load';

const hourMs = 3_600_000;
const lines = { mobile: 0.3, desktop: 0.5 } as const;

/** How much of the way down a page was ads, beside the line that Better Ads draws for articles. */
export function pageTally(device: 'desktop' | 'mobile' | 'tablet') {
  const cells = new Cells();
  const [heights, areas]: [number[], number[]] = [[], []];
  return {
    add(row: Row<'page_views'>): void {
      if (row.height_density === null) return;
      heights.push(row.height_density);
      if (row.area_density !== null) areas.push(row.area_density);
      const sticky_video = row.sticky_video_ad === true;
      const isPart = betterAdsExceeds({ density: row.height_density, device, sticky_video });
      cells.add('above', sessionOf(row), { isPart });
    },
    report: (): PageReport => ({
      pages: heights.length,
      isEnough: heights.length >= fewest.clusters,
      height: quantile(heights, 0.5),
      area: quantile(areas, 0.5),
      line: device === 'mobile' ? lines.mobile : lines.desktop,
      above: cells.estimate('above'),
    }),
  };
}

/** Ads' share of the time and of the pixels that were looked at. */
export function attentionTally() {
  const cells = new Cells();
  let [active, viewable] = [0, 0];
  return {
    addPage: (row: Row<'page_views'>) => void (active += row.active_ms),
    add(row: Row<'exposures'>): void {
      if (!isKnown({ class: row.ad_class })) return;
      const isPart = isAd({ class: row.ad_class });
      if (isPart && row.viewable) viewable += 1;
      cells.add('time', sessionOf(row), { isPart, weight: row.visible50_ms });
      cells.add('pixels', sessionOf(row), { isPart, weight: row.pixel_ms });
    },
    report: (): AttentionReport => ({
      time: cells.estimate('time'),
      pixels: cells.estimate('pixels'),
      perHour: cells.estimate('time').state === 'few' ? null : ratio(viewable * hourMs, active),
      activeMs: active,
    }),
  };
}
