import { i18n } from '@/utils/i18n';
import { Confirm } from '../../parts/confirm';
import { isolate } from '../../text/clean';
import { sizeText } from './erase-size';
import type { EraseKind, EraseSize, EraseTarget } from './erase-props';

interface EraseConfirmProps {
  target: EraseTarget;
  size: EraseSize | undefined;
  notYet?: string | undefined;
  onYes: (target: EraseTarget) => void;
  onNo: () => void;
  onBackup: () => void;
}

/** Says what will go, in numbers where they are at hand, and that it does not come back. */
export function EraseConfirm({ target, size, notYet, onYes, onNo, onBackup }: EraseConfirmProps) {
  const { kind } = target.what;
  const amount = size && sizeText(size);
  return (
    <Confirm
      question={questions[kind](isolate(target.name))}
      yes={i18n.t('eraseCard.yes')}
      no={i18n.t('erase.no')}
      notYet={notYet}
      onYes={() => onYes(target)}
      onNo={onNo}
    >
      <div class="confirm__body">
        <p>{bodies[kind]()}</p>
        {amount && <p>{amount}</p>}
        <p>
          {i18n.t('eraseCard.noWayBack')}{' '}
          <button type="button" class="text-button" onClick={onBackup}>
            {i18n.t('eraseCard.backupFirst')}
          </button>
        </p>
      </div>
    </Confirm>
  );
}

const questions: Record<EraseKind, (name: string) => string> = {
  item: (name) => i18n.t('eraseCard.askItem', [name]),
  note: (name) => i18n.t('eraseCard.askNote', [name]),
  platform: (name) => i18n.t('eraseCard.askPlatform', [name]),
  range: (name) => i18n.t('eraseCard.askRange', [name]),
  all: () => i18n.t('erase.question'),
};

const bodies: Record<EraseKind, () => string> = {
  item: () => i18n.t('eraseCard.itemBody'),
  note: () => i18n.t('eraseCard.noteBody'),
  platform: () => i18n.t('eraseCard.platformBody'),
  range: () => i18n.t('eraseCard.rangeBody'),
  all: () => i18n.t('erase.hint'),
};
