import browser from 'webextension-polyfill';
import type { BackupOptions } from '@/utils/ledger/backup/write';
import { listForBackup } from '@/utils/writer/chosen';
import { listOpenImports, liveImports } from '@/utils/writer/open-imports';

/** What a backup takes from this browser, at the person's wish or by itself. */
export async function backupOptions(now: number): Promise<BackupOptions> {
  const { local: storage } = browser.storage;
  return {
    app: browser.runtime.getManifest().version,
    settings: await listForBackup(storage),
    listOpenImports: () => listOpenImports({ storage, liveImports }),
    now,
  };
}
