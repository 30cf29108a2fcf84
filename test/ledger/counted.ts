import { listBoughtLines } from '@/utils/ledger/credit-queries';
import { orderLines } from '@/utils/ledger/order-lines';
import { getSummary } from '@/utils/ledger/queries';
import type { LedgerDb } from '@/utils/ledger/schema';
import { walkLists } from '@/utils/ledger/survey';
import { overviewTally } from '@/utils/match/overview';

/** Every month is one: what is counted here is how often. */
export const tallyOfAll = () =>
  overviewTally({ monthOf: () => 'ever', hourOf: () => 0, weekOf: () => 0, categoryOf: () => undefined });

/** How often a purchase counts, wherever one is counted. */
export async function countedIn(db: LedgerDb) {
  const { signal } = new AbortController();
  const tally = tallyOfAll();
  await walkLists(
    db,
    { onItem: (row) => tally.addItem(row, 0), onOrder: (row) => tally.addLine(row), onNote: () => undefined },
    { signal, onProgress: () => undefined },
  );
  const { spending } = tally.end();
  let exported = 0;
  for await (const page of orderLines(db)) exported += page.length;
  return {
    spent: spending.months.map(({ orders, paidFen }) => [orders, paidFen]),
    unanswered: spending.unanswered,
    unmatched: (await getSummary(db)).unmatchedPurchases,
    exported,
    credited: (await listBoughtLines(db, { signal, onRows: () => undefined })).length,
  };
}

/** So many purchases of one line each, of which no note knows, and so many lines that wait for an answer. */
export const times = (count: number, unanswered: number, fen = 1090) => ({
  spent: [[count, count * fen]],
  unanswered,
  unmatched: count,
  exported: count,
  credited: count,
});
