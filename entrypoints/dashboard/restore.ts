import browser from 'webextension-polyfill';
import type {
  BadFile,
  RestoreActions,
  RestoreDone,
  RestorePreview,
  RestoreView,
} from '@/components/dashboard/data/restore-props';
import type { RetentionLimits } from '@/utils/core/retention';
import { readHealth } from '@/utils/ledger/canary';
import { planRestore, type RestorePlan } from '@/utils/ledger/backup/plan';
import { NotABackupError } from '@/utils/ledger/backup/read';
import { refusalsAsFile } from '@/utils/ledger/backup/refusals';
import { restoreBackup } from '@/utils/ledger/backup/restore';
import { LedgerError } from '@/utils/ledger/open';
import { isTold, sendRestorePart, tellBackground } from '@/utils/messages/ask';
import { readRetention } from '@/utils/writer/kept-retention';
import { isSameFile, readUnfinished } from '@/utils/writer/unfinished';
import { handOver } from '@/utils/downloads';
import { beforeClosing, longWork, type Reins } from './long-work';
import type { Desk } from './view';

/** What was looked at, and may be restored. */
interface Looked {
  file: File;
  plan: RestorePlan;
  limitsHere: RetentionLimits;
  erasedAt?: number | undefined;
}

const untouched: Pick<RestoreView, 'reading' | 'writing'> = { reading: { state: 'idle' }, writing: { state: 'idle' } };

/** A look into a file, and then, if the person wants it, the restore. */
export function restoreWork(desk: Desk, show: (view: RestoreView) => void) {
  let view: RestoreView = untouched;
  let looked: Looked | undefined;
  const change = (part: Partial<RestoreView>) => show((view = { ...view, ...part }));
  const readAgain = async () => change({ unfinished: await readUnfinished(browser.storage.local) });
  const reading = longWork<RestorePreview, BadFile>((job) => change({ reading: job }), whyUnreadable);
  const writing = longWork<RestoreDone, 'failed'>(
    (job) => change({ writing: job }),
    () => 'failed',
  );
  const look = (file: File) => async (reins: Reins) => {
    const plan = await planRestore(await desk.open(), file, reins);
    const { limits: limitsHere } = await readRetention(browser.storage.local);
    looked = { file, plan, limitsHere, erasedAt: (await readHealth()).erasedAt };
    if (plan.events.fresh + plan.exposures.fresh === 0 && (await forgetIfOf(file))) await readAgain();
    return previewOf(looked);
  };
  const actions: RestoreActions = {
    onFile: (file) => {
      change(untouched);
      void reading.start(look(file)).then(desk.refresh); // it may turn out not to open
    },
    onRestore: (withSettings) => {
      if (looked) void writing.start(restore(desk, looked, withSettings)).then(readAgain);
    },
    onAgain: () => change(untouched),
    onStop: () => [reading, writing].forEach((work) => work.stop()),
    onListRefused: (refused) => handOver(refusalsAsFile(refused), 'bacao-refused.txt'),
    onForget: () => void tellBackground({ type: 'forget-restore' }).then(readAgain, readAgain),
  };
  return { actions, read: () => void readAgain() };
}

function restore(desk: Desk, { file, plan }: Looked, withSettings: boolean) {
  return (reins: Reins): Promise<RestoreDone> =>
    beforeClosing(async () =>
      restoreBackup(await desk.open(), file, { ...reins, send: sendRestorePart, plan, withSettings, now: desk.now() }),
    );
}

/** All of the file is there: only its last word was lost, and going on with it would bring nothing. */
async function forgetIfOf(file: File): Promise<boolean> {
  const noted = await readUnfinished(browser.storage.local);
  return noted !== undefined && isSameFile(noted.file, file) && isTold({ type: 'forget-restore' });
}

function previewOf({ file, plan: { header, limits, ...plan }, limitsHere, erasedAt }: Looked): RestorePreview {
  return {
    ...plan,
    file: { name: file.name, size: file.size },
    madeAt: header.createdAt,
    limits: { here: limitsHere, ofFile: limits },
    ...(erasedAt !== undefined && { erasedAt }),
  };
}

function whyUnreadable(error: unknown): BadFile {
  if (error instanceof LedgerError) return 'closed';
  return error instanceof NotABackupError ? error.kind : 'failed';
}
