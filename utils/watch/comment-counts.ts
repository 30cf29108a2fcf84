import type { NoteEvent } from '../core/events';
import type { NoteReading } from '../core/types';
import { newId } from './new-id';
import type { RowBase, Visit } from './visit';

/** Takes in what a reading says of the thread. One that shows less is of a note that is being put away. */
export function countComments(visit: Visit, note: NoteReading): void {
  const { commentsDeclared: declared = visit.comments?.declared, commentsLoaded: loaded, commentsComplete } = note;
  if (loaded === undefined || loaded < (visit.comments?.loaded ?? 0)) return;
  const counts = { ...(declared !== undefined && { declared }), loaded, complete: commentsComplete === true };
  // The same object as long as it says the same.
  if (JSON.stringify(counts) !== JSON.stringify(visit.comments)) visit.comments = counts;
}

/**
 * The note once more at the end of its visit, where it was told and more comments have come since: told with each of them
 * it would be a flood. Whether it is saved is said when that changes.
 */
export function countedNote(visit: Visit, base: RowBase): NoteEvent | undefined {
  const { note, comments, site } = visit;
  if (!note || !comments) return undefined;
  const { declared, loaded, complete } = comments;
  const counts = { ...(declared !== undefined && { commentsDeclared: declared }), commentsLoaded: loaded };
  const counted: NoteReading = { ...note, ...counts, commentsComplete: complete };
  if (JSON.stringify(counted) === JSON.stringify(note)) return undefined;
  visit.note = counted;
  const { saved: _elsewhere, ...told } = counted;
  return { ...base, id: newId(), type: 'note', site, note: told };
}
