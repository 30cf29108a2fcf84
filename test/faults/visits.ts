import type { ExposureRow } from '../e2e/support/exposures';
import type { Ledger } from '../e2e/support/ledger';

/** Visits of this kind of page that the ledger counts: an end that only adds to one before counts none. */
export function visitsIn(events: Ledger['events'], kind: string): Ledger['events'] {
  return events.filter((row) => row.type === 'page' && row['kind'] === kind && row['after'] === undefined);
}

/** Entries beyond one for each visit and unit, where nothing leaves the screen but with the page. */
export function extraEntries(rows: readonly ExposureRow[]): number {
  const shown = rows.filter(({ entry }) => entry > 0);
  const entries = new Set(shown.map(({ visit, unit, entry }) => `${visit} ${unit.key} ${String(entry)}`));
  const units = new Set(shown.map(({ visit, unit }) => `${visit} ${unit.key}`));
  return entries.size - units.size;
}
