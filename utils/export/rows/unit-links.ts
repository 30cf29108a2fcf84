import type { SightingEvent } from '../../core/events';
import { joined, sightingId } from '../../core/sightings';
import type { ExposureEvent, UnitLink } from '../../core/units';
import { isCandidate } from '../../density/shop-links';
import type { NoteLink } from '../terms';
import { carrierOf, hasSightings, linkName, type OpenLink, type ShownLink } from './page';

/** A link whose sighting is kept, with all that is known of it. */
type Seen = Omit<NoteLink, 'rows'> & { sighting: SightingEvent };

/** One place of a unit, with the links there. */
interface Place {
  event: ExposureEvent;
  link: Pick<OpenLink, 'surface' | 'renderedAt' | 'unitKey'>;
  /** Of an open note or a comment. */
  seen: readonly Seen[];
  /** As the unit itself tells them; rows of earlier versions do not. */
  carried: readonly UnitLink[] | undefined;
}

/** What stands for a link of which nothing is known but where it is. */
export function namelessOf({ surface, unitKey }: Pick<OpenLink, 'surface' | 'unitKey'>): string {
  return `${surface}\u001f?${unitKey}`;
}

/** Of the links of a note, those that stand in this unit. */
export function seenIn({ unit }: ExposureEvent, links: readonly NoteLink[]): Seen[] {
  return links
    .map(({ rows, ...link }) => ({ ...link, sighting: rows.reduce(joined) }))
    .filter(({ sighting }) => carrierOf(sighting) === unit.key);
}

/** The links at one place of a unit, candidates among them. */
export function linksAt(place: Place): ShownLink[] {
  const { unit } = place.event;
  if (!hasSightings(unit)) return carriedAt(place);
  // Comments without an id are not what their links are told of.
  const hasName = unit.kind === 'open-note' || unit.commentId !== undefined;
  return hasName ? [...seenAt(place), ...goneAt(place)] : seenAt(place);
}

function isSame({ sighting }: Seen) {
  return ({ link }: UnitLink): boolean => link.key === sighting.link.key;
}

/** Links whose sightings are kept. */
function seenAt({ event: { visit, at, durationMs }, link, seen, carried }: Place): ShownLink[] {
  // What was found on a later visit was not there yet, as far as anybody knows, save what the unit names; but one there was.
  const isThere = ({ sighting }: Seen) => sighting.visit === visit || sighting.at <= at + durationMs;
  const known = seen.filter(({ isLeftOut }) => !isLeftOut);
  const here = known.filter(isThere);
  const later = known.filter((each) => !isThere(each));
  const isShop = ({ sighting }: Seen) => !isCandidate(sighting);
  const one = here.some(isShop) ? [] : later.filter(isShop).slice(0, 1);
  const withheld = carried ? later.filter((each) => carried.some(isSame(each))) : one;
  return [...here, ...withheld.map((each) => ({ ...each, isWithheld: true }))].map(({ sighting, isWithheld }) => ({
    name: linkName(sighting),
    target: sighting,
    link: { ...link, sighting, isWithheld, isOlder: sighting.visit !== visit },
  }));
}

/** Links whose first sight is kept no longer, or was never stored: that there was one is known all the same. */
function goneAt({ event: { site, unit }, link, seen, carried }: Place): ShownLink[] {
  const { noteId, commentId } = unit;
  // On a row of an earlier version nothing tells how many, nor whether somebody followed them.
  if (!carried) return seen.length === 0 ? [{ name: namelessOf(link), link }] : [];
  return carried
    .filter((gone) => !seen.some((each) => isSame(each)(gone)))
    .map((gone) => named(gone, { ...link, formerId: sightingId({ ...gone, site, noteId, commentId }) }));
}

/** A card says where its links lead; one of an earlier version only that there is one. */
function carriedAt({ link, carried = [] }: Place): ShownLink[] {
  if (carried.length === 0) return [{ name: namelessOf(link), link }];
  return carried.map((each) => named(each, { ...link, carried: each }));
}

function named(target: UnitLink, link: ShownLink['link']): ShownLink {
  const nameless = namelessOf(link);
  return { name: `${nameless}\u001f${target.link.key}`, wasNameless: nameless, target, link };
}
