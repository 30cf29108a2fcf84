import type { CommentReading } from '../../core/types';
import { decodeComments } from './comments';
import type { StateEntry } from './state';

type ById = ReadonlyMap<string, CommentReading>;

const none: ById = new Map();

let last: { entry: StateEntry; noteAuthor: string | undefined; byId: ById } | undefined;

/** The comments of the page's inline state by their ids: decoded once, though the page is read with every change. */
export function statedComments(entry: StateEntry | undefined | null, noteAuthor: string | undefined): ById {
  if (!entry || entry.comments.length === 0) return none;
  if (last?.entry !== entry || last.noteAuthor !== noteAuthor) {
    const byId = new Map(decodeComments(entry.comments, noteAuthor, []).map((comment) => [comment.id ?? '', comment]));
    byId.delete('');
    last = { entry, noteAuthor, byId };
  }
  return last.byId;
}

/** From the least known on, as a page may show a person and not what they are. */
const roles: CommentReading['authorRole'][] = ['unknown', 'other_user', 'merchant', 'author'];

/**
 * A comment of the page with what its state says of the same one: when to the millisecond beside the page's own words, the
 * marks. Its words and place are those that are shown.
 */
export function withStated(shown: CommentReading, stated: ById): CommentReading {
  const known = stated.get(shown.id ?? '');
  if (!known) return shown;
  const time = { ...shown.time, ...known.time };
  return {
    ...shown,
    authorRole: roles.indexOf(known.authorRole) > roles.indexOf(shown.authorRole) ? known.authorRole : shown.authorRole,
    pinned: shown.pinned || known.pinned,
    ...(Object.keys(time).length > 0 && { time }),
  };
}
