import { i18n } from '@/utils/i18n';
import type { BackupJob } from '@/components/dashboard/data/backup-card';
import { DataView } from '@/components/dashboard/data/data-view';
import type { EraseView } from '@/components/dashboard/data/erase-props';
import type { ExportJob } from '@/components/dashboard/data/export-card';
import type { FolderView } from '@/components/dashboard/data/folder-card';
import type { RestoreView } from '@/components/dashboard/data/restore-props';
import type { RetentionView } from '@/components/dashboard/data/retention-props';
import { backupWork } from '../backup';
import { eraseWork } from '../erase';
import { noHits } from '../erase-hits';
import { exportWork } from '../export';
import { folderWork } from '../folder';
import { restoreWork } from '../restore';
import { retentionWork } from '../retention';
import type { Desk, Screen, View } from '../view';

export const view: View = {
  id: 'data',
  order: 90,
  icon: 'drawers',
  name: () => i18n.t('views.data'),
  tellsClosed: true,
  start,
};

interface State {
  backup: BackupJob;
  folder: FolderView;
  list: ExportJob;
  restore: RestoreView;
  retention: RetentionView;
  erase: EraseView;
}

function start(desk: Desk): Screen {
  let state: State = {
    backup: { state: 'idle' },
    folder: { state: 'waiting' },
    list: { state: 'idle' },
    restore: { reading: { state: 'idle' }, writing: { state: 'idle' } },
    retention: { counting: { state: 'idle' }, applying: { state: 'idle' } },
    erase: { hits: noHits, platforms: [], erasing: { state: 'idle' } },
  };
  const show = (change: Partial<State>) => {
    state = { ...state, ...change };
    desk.redraw();
  };
  const backup = backupWork(desk, (job) => show({ backup: job }));
  const folder = folderWork(desk, (view) => show({ folder: view }));
  const list = exportWork(desk, (job) => show({ list: job }));
  const restore = restoreWork(desk, (view) => show({ restore: view }));
  const retention = retentionWork(desk, (view) => show({ retention: view }));
  const erase = eraseWork(desk, (view) => show({ erase: view }));
  return {
    draw: () => (
      <DataView
        facts={desk.facts()}
        backup={{ job: state.backup, ...backup }}
        folder={{ view: state.folder, actions: folder.actions }}
        list={{ job: state.list, ...list }}
        erase={{ view: state.erase, actions: { ...erase.actions, onBackup: () => desk.goTo('data', 'backup') } }}
        retention={{ view: state.retention, actions: retention.actions }}
        restore={{ view: state.restore, actions: restore.actions }}
      />
    ),
    read: () => {
      folder.read();
      restore.read();
      retention.read();
      erase.read();
    },
  };
}
