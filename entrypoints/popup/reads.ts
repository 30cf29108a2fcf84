import type { ListView, OrdersView, TabId } from '@/components/popup/props';
import { LedgerError } from '@/utils/ledger/open';
import { getSummary, listItems, listUnmatchedOrders, pageSize } from '@/utils/ledger/queries';
import { type OpenLedger, readTwice } from '@/utils/ledger/read-twice';
import type { LedgerDb } from '@/utils/ledger/schema';
import type { Change } from './change';

const failedList: ListView = { state: 'error', items: [], more: false };
const failedOrders: OrdersView = { state: 'error', orders: [], more: false };

interface Part {
  read: (db: LedgerDb) => Promise<Change>;
  /** What shows when the ledger does not tell this. */
  failed: Change;
}

const summaryPart: Part = { read: async (db) => ({ summary: await getSummary(db) }), failed: {} };

function partsOf(tab: TabId, count: number): Part[] {
  const list = async (db: LedgerDb, by: 'savedAt' | 'purchasedAt'): Promise<ListView> => ({
    state: 'ready',
    ...(await listItems(db, by, count)),
  });
  if (tab !== 'purchased')
    return [{ read: async (db) => ({ saved: await list(db, 'savedAt') }), failed: { saved: failedList } }];
  return [
    { read: async (db) => ({ purchased: await list(db, 'purchasedAt') }), failed: { purchased: failedList } },
    {
      read: async (db) => ({ orders: { state: 'ready', ...(await listUnmatchedOrders(db, count)) } }),
      failed: { orders: failedOrders },
    },
  ];
}

/** The summary and the lists on screen: all that the first paint costs. Never rejects: a failure is shown too. */
export async function readLists(open: OpenLedger, tab: TabId, pages: number): Promise<Change> {
  const parts = [summaryPart, ...partsOf(tab, pages * pageSize)];
  const changes = await Promise.all(parts.map((part) => readPart(open, part)));
  return changes.reduce((all, change) => ({ ...all, ...change, error: all.error ?? change.error }));
}

function readPart(open: OpenLedger, { read, failed }: Part): Promise<Change> {
  return readTwice(open, read).catch((error: unknown) =>
    error instanceof LedgerError ? { ...failed, error: { kind: error.kind } } : failed,
  );
}
