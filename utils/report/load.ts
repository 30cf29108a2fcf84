import type { Group, LoadReport } from '../core/density-report';
import { adClassNames, isAd, isKnown } from '../density/classes';
import type { Row } from '../export/tables';
import { Cells } from './cells';

/** Ad load of note cards: of all that were loaded, and of those that were viewable. */
export function loadTally(zoneMinutes: number) {
  const cells = new Cells();
  const names = { page: new Set<string>(), role: new Set<string>(), day: new Set<string>() };
  const count = (name: string, row: Row<'exposures'>) => {
    const isPart = isAd({ class: row.ad_class });
    const session = sessionOf(row);
    cells.add(`loaded ${name}`, session, { isPart });
    if (row.viewable) cells.add(`viewable ${name}`, session, { isPart });
  };
  const groups = (kind: keyof typeof names): Group[] =>
    [...names[kind]].sort().map((name) => ({
      name,
      loaded: cells.estimate(`loaded ${kind} ${name}`),
      viewable: cells.estimate(`viewable ${kind} ${name}`),
    }));
  return {
    add(row: Row<'exposures'>): void {
      if (row.unit_kind !== 'note_card' || !isKnown({ class: row.ad_class })) return;
      const day = new Date(row.rendered_at + zoneMinutes * 60_000).toISOString().slice(0, 10);
      const places = { page: row.surface, role: row.author_role, day };
      count('all', row);
      for (const kind of ['page', 'role', 'day'] as const) {
        names[kind].add(places[kind]);
        count(`${kind} ${places[kind]}`, row);
      }
      if (row.viewable)
        for (const name of adClassNames) cells.add(`class ${name}`, sessionOf(row), { isPart: row.ad_class === name });
    },
    report: (): Omit<LoadReport, 'byPlace'> => ({
      loaded: cells.estimate('loaded all'),
      viewable: cells.estimate('viewable all'),
      byPage: groups('page'),
      byRole: groups('role'),
      byDay: groups('day'),
      byClass: adClassNames
        .filter((name) => name !== 'unknown')
        .map((name) => ({ name, share: cells.estimate(`class ${name}`) })),
    }),
  };
}

/** Rows of several participants may come together, as in a pool. */
export function sessionOf({ participant_id, session_no }: { participant_id: string; session_no: number }): string {
  return `${participant_id} ${String(session_no)}`;
}
