import { useId, useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import type { NoteReading } from '@/utils/core/types';
import type { LeftOut, PopupActions } from './props';
import { leaveOut } from './say-left-out';
import type { Noticeboard } from './use-notice';

interface LeaveOutProps {
  note: Pick<NoteReading, 'id' | 'authorId'>;
  /** Absent until it is known. */
  leftOut: LeftOut | undefined;
  actions: Pick<PopupActions, 'leaveOut'>;
  tell: Noticeboard['tell'];
}

/** Whether anything of the open note, or of its author, is recorded from now on. */
export function LeaveOut({ note: { id, authorId }, leftOut, actions, tell }: LeaveOutProps) {
  if (!leftOut) return null;
  const turn = (what: 'author' | 'note', of: string, on: boolean) => leaveOut(actions, tell)({ what, id: of }, on);
  if (leftOut.notes.includes(id))
    return <IsOut words={i18n.t('leaveOut.noteIsOut')} onBack={() => turn('note', id, false)} />;
  if (authorId !== undefined && leftOut.authors.includes(authorId))
    return <IsOut words={i18n.t('leaveOut.authorIsOut')} onBack={() => turn('author', authorId, false)} />;
  return (
    <Choices
      onNote={() => turn('note', id, true)}
      onAuthor={authorId === undefined ? undefined : () => turn('author', authorId, true)}
    />
  );
}

function IsOut({ words, onBack }: { words: string; onBack: () => void }) {
  return (
    <p class="left-out-here" role="status">
      <span>{words}</span>
      <button type="button" class="button" onClick={onBack}>
        {i18n.t('leaveOut.back')}
      </button>
    </p>
  );
}

/** Behind one more press: nobody leaves something out by mistake. */
function Choices({ onNote, onAuthor }: { onNote: () => void; onAuthor: (() => void) | undefined }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div class="leave-out">
      <button
        type="button"
        class="button button--plain"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {i18n.t('leaveOut.open')}
      </button>
      {isOpen && (
        <span class="leave-out__choices" id={id} role="group" aria-label={i18n.t('leaveOut.label')}>
          <button type="button" class="button" onClick={onNote}>
            {i18n.t('leaveOut.leaveNote')}
          </button>
          {onAuthor && (
            <button type="button" class="button" onClick={onAuthor}>
              {i18n.t('leaveOut.leaveAuthor')}
            </button>
          )}
        </span>
      )}
    </div>
  );
}
