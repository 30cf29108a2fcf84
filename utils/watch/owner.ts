import { heldMs, settledAfterMs } from './rows';
import type { Visit, WatchedSite } from './visit';

interface Page {
  window: Window;
  reader: Pick<WatchedSite, 'noteAt' | 'readOpen'>;
}

interface Moment {
  visit: Visit;
  /** The visit right before. */
  before: Visit | undefined;
  /** Epoch ms. */
  at: number;
}

/** A visit's page where what was clicked is no part of its note, or of another one. */
function besides({ noteId: _own, reading: _read, ...visit }: Visit, noteId?: string): Visit {
  // No row says the kind: a list's links are told although they hang on no note.
  return noteId === undefined ? { ...visit, kind: 'feed' } : { ...visit, kind: 'note', noteId };
}

/**
 * Whose a click is. The address changes first, and for a moment the page before is the one that stands there yet: the list
 * under a note that has not come, the note over a list. So the note itself says what is part of it.
 */
export function ownerOf(
  path: EventTarget[],
  { window: { document, location }, reader: { noteAt, readOpen } }: Page,
  { visit, before, at }: Moment,
): Visit {
  if (visit.noteId === undefined && visit.kind === 'note') return visit; // nobody's
  const hit = noteAt(path, document, visit.noteId);
  const last = before && Math.abs(at - visit.startedAt) < settledAfterMs ? before : undefined;
  if (hit !== true) {
    const noteId = hit || undefined;
    return [visit, last].find((each) => each && each.noteId === noteId) ?? besides(visit, noteId);
  }
  if (last?.noteId === undefined) return visit;
  const isLeft = visit.noteId === undefined || heldMs(visit, at, readOpen(location.href, document).note) > 0;
  return isLeft ? last : visit;
}
