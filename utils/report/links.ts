import { fewest, type LinkReport } from '../core/density-report';
import { ratio } from '../core/numbers';
import { concentration } from '../density/concentration';
import type { Row } from '../export/tables';
import { Cells } from './cells';
import { sessionOf } from './load';

const kinds = ['ad_link', 'product_card', 'blue_link', 'other'] as const;

interface OpenedNote {
  session: string;
  kinds: Set<string>;
}

/** Links to shops: on which of the notes that were opened, in how many comments, by whom, to where. */
export function linkTally() {
  const cells = new Cells();
  const notes = new Map<string, OpenedNote>();
  const platforms = new Map<string, number>();
  const posters = new Set<string>();
  let [comments, blue] = [0, 0];
  const noteOf = (row: Row<'page_views'> | Row<'links'>) => {
    const key = `${row.participant_id} ${String(row.page_view_no)}`;
    const note = notes.get(key) ?? { session: '', kinds: new Set<string>() };
    notes.set(key, note);
    return note;
  };
  return {
    addPage(row: Row<'page_views'>): void {
      if (row.surface !== 'note_detail') return;
      const session = sessionOf(row);
      noteOf(row).session = session;
      if (row.comments_seen === null || row.comments_with_blue_link === null) return;
      comments += row.comments_seen;
      cells.addSum('comments', session, { part: row.comments_with_blue_link, whole: row.comments_seen });
    },
    addLink(row: Row<'links'>): void {
      noteOf(row).kinds.add(row.link_kind);
      if (row.link_kind === 'blue_link') {
        blue += 1;
        const session = `${row.participant_id} ${String(row.page_view_no)}`;
        const placed = row.placed_by ?? 'unknown';
        posters.add(placed);
        for (const name of ['author', 'merchant', 'other_user', 'unknown'])
          cells.add(`poster ${name}`, session, { isPart: placed === name });
      }
      if (row.platform !== 'unknown') platforms.set(row.platform, (platforms.get(row.platform) ?? 0) + 1);
    },
    report: (): LinkReport => linkReport({ cells, notes, platforms, posters, comments, blue }),
  };
}

interface Counted {
  cells: Cells;
  notes: ReadonlyMap<string, OpenedNote>;
  platforms: ReadonlyMap<string, number>;
  posters: ReadonlySet<string>;
  comments: number;
  blue: number;
}

function linkReport({ cells, notes, platforms, posters, comments, blue }: Counted): LinkReport {
  // A page view of a list has links as well; only those of notes were given a session.
  for (const { session, kinds: found } of notes.values()) {
    if (session === '') continue;
    cells.add('any', session, { isPart: found.size > 0 });
    for (const kind of kinds) cells.add(`note ${kind}`, session, { isPart: found.has(kind) });
  }
  const counts = [...platforms].sort(([, a], [, b]) => b - a);
  const total = counts.reduce((sum, [, links]) => sum + links, 0);
  const isEnough = cells.estimate('comments').state === 'known';
  return {
    notes: kinds.map((name) => ({ name, share: cells.estimate(`note ${name}`) })),
    anyLink: cells.estimate('any'),
    comments: cells.estimate('comments'),
    per100: isEnough ? ratio(100 * blue, comments) : null,
    platforms: counts.map(([name, links]) => ({ name, links })),
    concentration: total < fewest.units ? null : concentration(Object.fromEntries(counts)).hhi,
    posters: [...posters].sort().map((name) => ({ name, share: cells.estimate(`poster ${name}`) })),
  };
}
