import { type NoticeLine, noticeLine } from '@/components/notices/notice-line';
import { readHealth } from '@/utils/ledger/canary';
import { readCounts } from '@/utils/ledger/counts';
import { listAsks } from '@/utils/ledger/queries';
import { type OpenLedger, readTwice } from '@/utils/ledger/read-twice';
import { readStorageUse } from '@/utils/ledger/storage-use';
import { readBuyers } from '@/utils/writer/buyers';
import browser from 'webextension-polyfill';

/** How the ledger fares, as far as it costs one look into the settings and one row. */
export async function noticeOf(open: OpenLedger, now: number): Promise<NoticeLine | undefined> {
  const [health, buyers, use, counts, asks] = await Promise.all([
    readHealth(),
    readBuyers(browser.storage.local).catch(() => undefined),
    readStorageUse(),
    readTwice(open, (db) => readCounts({ get: (key) => db.get('meta', key) })).catch(() => undefined),
    readTwice(open, listAsks).catch(() => []),
  ]);
  return noticeLine(
    { health, asks, ...(buyers?.asked && { buyer: buyers.asked }), ...(use && { use }), ...(counts && { counts }) },
    now,
  );
}
