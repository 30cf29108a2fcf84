import type { LinkReading, SiteId, Surface } from './types';

/** What tells a link that was seen from the others. */
interface Seen {
  site: SiteId;
  noteId?: string | undefined;
  surface: Surface;
  link: { key: string };
  commentId?: string | undefined;
}

/** What is known of a blue link beside that it is there. */
type Known = Pick<LinkReading, 'poster' | 'asked'>;

/** Until 2026-11-29 all comments under one note shared a row for one target; it holds the first of them. */
export function sharedSightingId({ site, noteId = '', surface, link }: Seen): string {
  return `s:${site}:${noteId}:${surface}:${link.key}`;
}

/**
 * A sighting's id is its natural key: a link at one place, that is in one comment or outside of all, is one row however
 * often it is seen. Links that stand on no note have none in it.
 */
export function sightingId(seen: Seen): string {
  const { commentId } = seen;
  return commentId === undefined ? sharedSightingId(seen) : `${sharedSightingId(seen)}#${commentId}`;
}

/** The id of a row that says more of a link than the ones before: as much more is one row, whoever reads it again. */
export function fullerSightingId(seen: Seen & Known): string {
  return `${sightingId(seen)} ${depthOf(seen)}`;
}

/** From the least known on: who reads as a stranger turns out to be the author once the page says who that is. */
const roles = ['unknown', 'other_user', 'merchant', 'author'];

/** How much is known of who posted a link and who had asked for it, a digit for each part; 0 where nothing is. */
export function depthOf({ poster, asked }: Known): string {
  const role = poster ? roles.indexOf(poster.role) + 1 : 0;
  const where = asked?.where === 'thread' ? 2 : Number(asked !== undefined);
  return [role, Number(poster?.buyer === true), Number(!!poster?.time), where, Number(!!asked?.time)].join('');
}

/** Of each part the most. */
export function deepest(depth: string, other: string): string {
  return Array.from(depth, (digit, place) => (digit > other.charAt(place) ? digit : other.charAt(place))).join('');
}

/** Whether a depth goes beyond another in any of its parts. */
export function isDeeper(depth: string, than: string): boolean {
  return deepest(depth, than) !== than;
}

/** Where the parts of the question begin. */
const ofAsked = 3;

/**
 * What two rows of one link know together: of the poster and of the question each from the row that knows more. Times in
 * words are by the time of that row.
 */
export function joined<T extends Known>(before: T, more: Known): T {
  const [known, found] = [depthOf(before), depthOf(more)];
  const { poster, asked } = more;
  return {
    ...before,
    ...(poster && found.slice(0, ofAsked) > known.slice(0, ofAsked) && { poster }),
    ...(asked && found.slice(ofAsked) > known.slice(ofAsked) && { asked }),
  };
}
