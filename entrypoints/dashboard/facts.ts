import type { HealthFacts } from '@/components/notices/facts';
import { readFolder } from '@/utils/backup-folder/kept';
import { readHealth } from '@/utils/ledger/canary';
import { getStanding, isSpoilt } from '@/utils/ledger/health-queries';
import { LedgerError } from '@/utils/ledger/open';
import { type OpenLedger, readTwice } from '@/utils/ledger/read-twice';
import { readStorageUse } from '@/utils/ledger/storage-use';
import { readBuyers } from '@/utils/writer/buyers';
import browser from 'webextension-polyfill';

/** Never rejects: that the ledger cannot be read is a fact too. */
export async function readFacts(open: OpenLedger): Promise<HealthFacts> {
  const [health, buyers, kept, use, standing] = await Promise.all([
    readHealth().catch(() => undefined),
    readBuyers(browser.storage.local).catch(() => undefined),
    readFolder().catch(() => undefined),
    readStorageUse(),
    readTwice(open, getStanding).catch((error: unknown) => ({
      error: error instanceof LedgerError ? error.kind : ('broken' as const),
    })),
  ]);
  return {
    ...standing,
    ...(health && { health }),
    ...(use && { use }),
    ...(buyers?.asked && { buyer: buyers.asked }),
    ...(kept?.failed && { folder: kept.failed.reason }),
  };
}

/** Asks once whether all rows can be read, since that walks them; and again as long as they cannot. */
export function spoiltAsker(open: OpenLedger): () => Promise<boolean> {
  let asked: Promise<boolean> | undefined;
  return async () => {
    if (asked && (await asked)) asked = undefined;
    return (asked ??= readTwice(open, isSpoilt).catch(() => false)); // one that does not open is told as such
  };
}
