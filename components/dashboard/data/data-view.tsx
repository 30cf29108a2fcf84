import { i18n } from '@/utils/i18n';
import type { HealthFacts } from '../../notices/facts';
import { Outcome } from '../../parts/outcome';
import { closedWords } from '../closed-card';
import { ViewHead } from '../view-head';
import { BackupCard, type BackupJob } from './backup-card';
import { EraseCard } from './erase-card';
import type { EraseActions, EraseView } from './erase-props';
import { ExportCard, type ExportProps } from './export-card';
import { type FolderActions, FolderCard, type FolderView } from './folder-card';
import { RestoreCard } from './restore-card';
import type { RestoreActions, RestoreView } from './restore-props';
import { RetentionCard } from './retention-card';
import type { RetentionActions, RetentionView } from './retention-props';
import { StorageCard } from './storage-card';

export interface DataProps {
  facts: HealthFacts;
  backup: { job: BackupJob; onStart: () => void; onStop: () => void };
  folder: { view: FolderView; actions: FolderActions };
  list: ExportProps;
  restore: { view: RestoreView; actions: RestoreActions };
  retention: { view: RetentionView; actions: RetentionActions };
  erase: { view: EraseView; actions: EraseActions };
}

/** What the person can do with all of it: keep a copy, take one back, let go. */
export function DataView({ facts, backup, folder, list, restore, retention, erase }: DataProps) {
  // What goes under a backup that is being written is not in it.
  const notYet = backup.job.state === 'running' ? i18n.t('backup.notYet') : undefined;
  return (
    <>
      <ViewHead title={i18n.t('views.data')} lead={i18n.t('dataView.lead')} />
      <Outcome tone="alarm">{facts.error && closedWords[facts.error]()}</Outcome>
      <BackupCard facts={facts} {...backup} />
      <FolderCard folder={folder.view} {...folder.actions} />
      <RestoreCard restore={restore.view} closed={facts.error} {...restore.actions} />
      <ExportCard {...list} />
      <RetentionCard
        retention={retention.view}
        notYet={notYet}
        {...retention.actions}
        onBackup={erase.actions.onBackup}
      />
      <EraseCard erase={erase.view} notYet={notYet} folder={nameOf(folder.view)} {...erase.actions} />
      <StorageCard facts={facts} />
    </>
  );
}

function nameOf(folder: FolderView): string | undefined {
  return folder.state === 'kept' ? folder.name : undefined;
}
