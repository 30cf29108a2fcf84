import type { FolderView } from '@/components/dashboard/data/folder-card';
import { askAgain, canKeepFolder, chooseFolder } from '@/utils/backup-folder/choose';
import { forgetFolder, type KeptFolder, readFolder } from '@/utils/backup-folder/kept';
import { runRolling } from '@/utils/backup-folder/run';
import { tellBackground } from '@/utils/messages/ask';
import { backupOptions } from './backup-options';
import type { Desk } from './view';

/** Writes today's backup into the person's folder, if they gave one. What hinders it is noted where the card reads it. */
export async function rollBackup(
  { open, now }: Pick<Desk, 'open' | 'now'>,
  { isAskedFor = false } = {},
): Promise<void> {
  const at = now();
  const outcome = await runRolling(await open(), {
    ...(await backupOptions(at)),
    isAskedFor,
    zoneMinutes: -new Date(at).getTimezoneOffset(),
    look: () => tellBackground({ type: 'look' }),
    count: () => tellBackground({ type: 'count' }),
  });
  // One that is not noted is asked for again, which does no harm.
  if (outcome.state === 'written')
    await tellBackground({ type: 'backed-up', note: outcome.note }).catch(() => undefined);
}

/** The folder for backups, as the person gives it and takes it back. */
export function folderWork(desk: Desk, show: (view: FolderView) => void) {
  let kept: KeptFolder | undefined;
  let busy = false;

  const draw = (refused?: true) => {
    if (!canKeepFolder()) return show({ state: 'impossible' });
    if (!kept) return show({ state: 'none', ...(refused && { refused }) });
    const { handle, last, failed } = kept;
    show({ state: 'kept', name: handle.name, busy, ...(last && { last }), ...(failed && { failed: failed.reason }) });
  };
  const read = async () => {
    kept = await readFolder();
    draw();
  };
  const write = async () => {
    busy = true;
    draw();
    await rollBackup(desk, { isAskedFor: true }).catch(() => undefined); // a ledger that does not open: the page says so
    busy = false;
    await read();
    desk.refresh();
  };
  const choose = async () => {
    try {
      kept = (await chooseFolder()) ?? kept;
    } catch {
      return draw(true);
    }
    if (kept) await write();
  };
  return {
    read: () => void read(),
    actions: {
      onChoose: () => void choose(),
      onAllow: () => void (kept && askAgain(kept).then((given) => (given ? write() : undefined))),
      onWrite: () => void write(),
      onForget: () => void forgetFolder().then(read).then(desk.refresh),
    },
  };
}
