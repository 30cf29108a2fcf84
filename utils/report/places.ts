import type { Group } from '../core/density-report';
import { isKnown } from '../density/classes';
import type { Row } from '../export/tables';
import { Carriers } from './carriers';
import type { LinkTable } from './links';
import { sessionOf } from './load';
import { pageOf, UntoldLinks } from './untold';

/** Where a link may stand: its kind in the words of the export, what carries it there, and our name for both. */
const places = [
  { name: 'ad_link', kind: 'ad_link', on: 'note_detail' },
  { name: 'product_card', kind: 'product_card', on: 'note_detail' },
  { name: 'other', kind: 'other', on: 'note_detail' },
  { name: 'blue_link', kind: 'blue_link', on: 'comment' },
  { name: 'comment_other', kind: 'other', on: 'comment' },
] as const;

interface Told {
  unit: string;
  page: string;
  place: (typeof places)[number];
  isViewable: boolean;
}

/**
 * Ad load by where the link stands: opened notes that carry an ad link, a goods card or a link in text, and comments that
 * carry a blue link, over all notes that were opened and all comments on screen. A link's time on screen is that of what
 * carries it. A unit whose link was left out is in none of them. What is held grows with page views and links.
 */
export function placeTally({ lacksLinks = false }: LinkTable) {
  const carriers = { note_detail: new Carriers(), comment: new Carriers() };
  const sessions = new Map<string, string>();
  const told = new Map<string, Told>();
  const undecided = new Set<string>();
  const untold = new UntoldLinks();
  let hasLinks = false;
  return {
    add(row: Row<'exposures'>): void {
      const { unit_kind: on, participant_id: who, exposure_no, viewable } = row;
      hasLinks ||= row.ad_links + row.blue_links > 0;
      if (on !== 'note_detail' && on !== 'comment') return;
      if (!isKnown({ class: row.ad_class })) return void undecided.add(`${who} ${String(exposure_no)}`);
      sessions.set(pageOf(row), sessionOf(row));
      untold.add(row);
      carriers[on].add({ session: sessionOf(row), isViewable: viewable });
    },
    addLink(row: Row<'links'>): void {
      untold.addLink(row);
      const { participant_id: who, viewable: isViewable } = row;
      const on = row.comment_rank === null && row.placed_by === null ? 'note_detail' : 'comment';
      const place = places.find((each) => each.kind === row.link_kind && each.on === on);
      if (row.exposure_no === null || !place) return;
      const unit = `${who} ${String(row.exposure_no)}`;
      told.set(`${unit} ${place.name}`, { unit, place, isViewable, page: pageOf(row) });
    },
    report(): Group[] {
      // An export without the table of links says of no unit that it carries none.
      if (lacksLinks || (hasLinks && told.size === 0)) return places.map(({ name }) => new Carriers().group(name, []));
      const carrying = [...told.values()].flatMap(({ unit, page, place, isViewable }) => {
        const session = sessions.get(page);
        return session === undefined || undecided.has(unit) ? [] : [{ session, place, isViewable }];
      });
      const gone = untold.list();
      return places.map(({ name, on }) =>
        carriers[on].group(
          name,
          carrying.filter(({ place }) => place.name === name),
          gone.filter((unit) => unit.on === on),
        ),
      );
    },
  };
}
