import { i18n } from '@/utils/i18n';
import type { NoteRef } from '@/utils/core/rows';
import type { LeftOutKind, PopupActions } from './props';
import type { Noticeboard } from './use-notice';

interface Subject {
  what: LeftOutKind;
  id: string;
}

function saying(what: LeftOutKind, on: boolean): string {
  if (!on) return i18n.t('toast.recordedAgain');
  return what === 'note' ? i18n.t('toast.noteLeftOut') : i18n.t('toast.authorLeftOut');
}

/** Leaves something out, or records it again, and offers the way back. */
export function leaveOut(actions: Pick<PopupActions, 'leaveOut'>, tell: Noticeboard['tell']) {
  const turn = ({ what, id }: Subject, on: boolean): void =>
    tell(actions.leaveOut(what, id, on), { done: saying(what, on), undo: () => turn({ what, id }, !on) });
  return turn;
}

/** The same for the note that an item was seen on; who wrote that note, the ledger tells. */
export function leaveOutNote(actions: Pick<PopupActions, 'leaveOut' | 'authorOf'>, tell: Noticeboard['tell']) {
  const turn = leaveOut(actions, tell);
  return (what: LeftOutKind, note: NoteRef): void => {
    if (what === 'note') return turn({ what, id: note.id }, true);
    const unknown = () => tell(Promise.resolve(false), { done: '', failed: i18n.t('leaveOut.noAuthor') });
    // Both ends are handled, nobody waits for it.
    void actions.authorOf(note).then((id) => (id === undefined ? unknown() : turn({ what, id }, true)), unknown);
  };
}
