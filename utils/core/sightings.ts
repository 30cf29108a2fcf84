import type { SiteId, Surface } from './types';

/** What tells a link that was seen from the others. */
interface Seen {
  site: SiteId;
  noteId?: string | undefined;
  surface: Surface;
  link: { key: string };
  commentId?: string | undefined;
}

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
