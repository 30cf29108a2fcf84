import type { DensityReport } from '../core/density-report';
import { isKnown } from '../density/classes';
import type { Row, TableRow } from '../export/tables';
import { labelTally } from './labels';
import { linkTally, type LinkTable } from './links';
import { loadTally } from './load';
import { attentionTally, pageTally } from './page';
import { placeTally } from './places';
import { positionTally } from './positions';

interface ReportOptions extends LinkTable {
  zoneMinutes: number;
  device: 'desktop' | 'mobile' | 'tablet';
}

/**
 * Figures of rows as they are exported, so that screen and export cannot differ. One pass, in whatever order tables come:
 * what is held grows with sessions and page views, not with rows, save those of words of a later version.
 */
export function densityTally({ zoneMinutes, device, ...table }: ReportOptions) {
  const [load, positions, pages] = [loadTally(zoneMinutes), positionTally(), pageTally(device)];
  const [attention, links, labels, places] = [attentionTally(), linkTally(table), labelTally(), placeTally(table)];
  const seen = { units: 0, known: 0, unread: 0, from: Infinity, to: -Infinity };
  const [sessions, rules] = [new Set<string>(), new Set<string>()];
  const blocked = blockerTally();
  const addExposure = (row: Row<'exposures'>) => {
    seen.units += 1;
    if (isKnown({ class: row.ad_class })) seen.known += 1;
    seen.from = Math.min(seen.from, row.rendered_at);
    seen.to = Math.max(seen.to, row.rendered_at);
    sessions.add(`${row.participant_id} ${String(row.session_no)}`);
    rules.add(row.detector_version);
    for (const tally of [load, positions, attention, links, labels, places]) tally.add(row);
  };
  const addPage = (row: Row<'page_views'>) => {
    seen.unread += row.notes_unparsed;
    pages.add(row);
    attention.addPage(row);
    links.addPage(row);
  };
  const addLink = (row: Row<'links'>) => {
    links.addLink(row);
    labels.addLink(row);
    places.addLink(row);
  };
  return {
    add({ table, row }: TableRow): void {
      if (table === 'exposures') addExposure(row);
      if (table === 'page_views') addPage(row);
      if (table === 'links') addLink(row);
      if (table === 'quality') blocked.add(row);
    },
    report: (): DensityReport => ({
      ...(seen.units > 0 && { from: seen.from, to: seen.to }),
      sessions: sessions.size,
      units: seen.units,
      known: seen.known,
      unread: seen.unread,
      blocked: blocked.report(),
      rules: [...rules].sort(),
      load: { ...load.report(), byPlace: places.report() },
      positions: positions.report(),
      page: pages.report(),
      attention: attention.report(),
      links: links.report(),
      labels: labels.report(),
    }),
  };
}

/** The UTC days on which it could be told whether ads were hidden, and those on which they were. */
function blockerTally() {
  const days = new Map<number, boolean>();
  return {
    add: ({ day, adblock_suspected }: Row<'quality'>): void => {
      if (adblock_suspected !== null) days.set(day, adblock_suspected || days.get(day) === true);
    },
    report: (): DensityReport['blocked'] => ({ days: [...days.values()].filter(Boolean).length, of: days.size }),
  };
}
