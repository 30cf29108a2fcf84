import type { BackupDone, BackupJob } from '@/components/dashboard/data/backup-card';
import { backupName } from '@/utils/ledger/backup/format';
import { startBackup } from '@/utils/ledger/backup/write';
import { isTold } from '@/utils/messages/ask';
import { backupOptions } from './backup-options';
import { type BackupTarget, chooseTarget } from './backup-target';
import { longWork, type Reins } from './long-work';
import type { Desk } from './view';

/** A backup at the person's own wish. */
export function backupWork(desk: Desk, show: (job: BackupJob) => void) {
  const work = longWork<BackupDone, 'full' | 'failed'>(show, whyOf);
  const onStart = async () => {
    const now = desk.now();
    const target = await chooseTarget(backupName(now, -new Date(now).getTimezoneOffset()));
    if (target) await work.start((reins) => writeBackup(desk, target, reins));
  };
  return { onStart: () => void onStart(), onStop: work.stop };
}

async function writeBackup(desk: Desk, target: BackupTarget, { signal, onProgress }: Reins): Promise<BackupDone> {
  let rows = 0;
  const { stream, note, isShort, erasedMeanwhile, spoilt, halves } = await startBackup(await desk.open(), {
    ...(await backupOptions(desk.now())),
    signal,
    onProgress: (progress) => {
      rows = progress.done;
      onProgress(progress);
    },
  });
  const file = await target.write(stream, signal);
  // What is missing is told with the backup before this one, which then takes its place.
  const isLossTold = !isShort() || (await isTold({ type: 'count' }));
  // Only now is it there. One that is not noted is asked for again, which does no harm.
  // Nor one that lacks rows which an earlier one may hold: that is the one to name, should they be lost.
  if (isLossTold && spoilt() === 0) await isTold({ type: 'backed-up', note });
  const leftOut = { erased: erasedMeanwhile(), spoilt: spoilt(), halves: halves() };
  return { ...file, rows, ...leftOut, where: target.where };
}

function whyOf(error: unknown): 'full' | 'failed' {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'failed';
}
