import { i18n } from '@/utils/i18n';
import type { FolderFailure } from '@/utils/core/backup';
import { Card } from '../../parts/card';
import { Outcome } from '../../parts/outcome';
import { folderText } from '../../text/folder-text';
import { formatMoment } from '../../text/measures';

/** The folder that the person gave for backups. */
export type FolderView =
  /** It is being asked for. */
  | { state: 'waiting' }
  /** This browser lets nobody give one. */
  | { state: 'impossible' }
  /** `refused`: the person chose one, and the browser did not hand it out. */
  | { state: 'none'; refused?: true }
  | {
      state: 'kept';
      name: string;
      /** Epoch ms. */
      last?: { at: number; name: string };
      failed?: FolderFailure;
      /** A backup is being written there. */
      busy: boolean;
    };

export interface FolderActions {
  onChoose: () => void;
  /** Asks the browser for the permission again. */
  onAllow: () => void;
  onWrite: () => void;
  onForget: () => void;
}

type Kept = Extract<FolderView, { state: 'kept' }>;

/** A backup a day without being asked, where the browser lets a page write into a folder. */
export function FolderCard({ folder, ...on }: FolderActions & { folder: FolderView }) {
  return (
    <Card id="folder" title={i18n.t('folder.title')} hint={i18n.t('folder.hint')}>
      <Body folder={folder} {...on} />
    </Card>
  );
}

function Body({ folder, ...on }: FolderActions & { folder: FolderView }) {
  switch (folder.state) {
    case 'waiting':
      return null;
    case 'impossible':
      return <p class="card__fact">{i18n.t('folder.impossible')}</p>;
    case 'none':
      return (
        <>
          <button type="button" class="button button--save" onClick={on.onChoose}>
            {i18n.t('folder.choose')}
          </button>
          <Outcome tone="alarm">{folder.refused && i18n.t('folder.refused')}</Outcome>
        </>
      );
    case 'kept':
      return <KeptFolder folder={folder} {...on} />;
  }
}

function KeptFolder({ folder, ...on }: FolderActions & { folder: Kept }) {
  const { name, last, failed, busy } = folder;
  return (
    <>
      <p class="card__fact">{i18n.t('folder.in', [name])}</p>
      <p class="card__text">
        {last ? i18n.t('folder.last', [formatMoment(last.at), last.name]) : i18n.t('folder.never')}
      </p>
      <div class="ways">
        {busy ? <span>{i18n.t('folder.writing')}</span> : <WayOn failed={failed} {...on} />}
        <button type="button" class="button button--plain" onClick={on.onForget}>
          {i18n.t('folder.forget')}
        </button>
      </div>
      <Outcome tone={failed === 'permission' ? 'warn' : 'alarm'}>{!busy && failed && folderText(failed)}</Outcome>
    </>
  );
}

/** What helps, by what went wrong. */
function WayOn({ failed, ...on }: FolderActions & { failed: FolderFailure | undefined }) {
  const [word, onPress] =
    failed === 'permission'
      ? [i18n.t('folder.allow'), on.onAllow]
      : failed === 'gone'
        ? [i18n.t('folder.chooseOther'), on.onChoose]
        : [i18n.t('folder.write'), on.onWrite];
  return (
    <button type="button" class={failed ? 'button button--save' : 'button'} onClick={onPress}>
      {word}
    </button>
  );
}
