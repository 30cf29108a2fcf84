import type { ItemRow, PlatformSummary, Summary } from '../../core/rows';
import type { LedgerTx, OrderRow } from '../schema';

export const emptySummary: Summary = { platforms: [], unmatchedPurchases: 0, unread: 0 };

async function readSummary(tx: LedgerTx): Promise<Summary> {
  const row = await tx.objectStore('meta').get('summary');
  return row?.key === 'summary' ? row.value : emptySummary;
}

async function changeSummary(tx: LedgerTx, change: (summary: Summary) => Summary): Promise<void> {
  await tx.objectStore('meta').put({ key: 'summary', value: change(await readSummary(tx)) });
}

/** Zero or one item of one platform in each count. */
function shareOf(row: ItemRow | undefined): PlatformSummary | undefined {
  if (!row) return undefined;
  const one = (time: number | undefined) => (time === undefined ? 0 : 1);
  return { platform: row.platform, saved: one(row.savedAt), purchased: one(row.purchasedAt) };
}

function addShare(platforms: readonly PlatformSummary[], share: PlatformSummary | undefined, sign: 1 | -1) {
  if (!share || share.saved + share.purchased === 0) return [...platforms];
  const old = platforms.find((each) => each.platform === share.platform);
  const next = {
    platform: share.platform,
    saved: (old?.saved ?? 0) + sign * share.saved,
    purchased: (old?.purchased ?? 0) + sign * share.purchased,
  };
  const others = platforms.filter((each) => each.platform !== share.platform);
  return next.saved + next.purchased === 0 ? others : [...others, next];
}

/** Moves the counts from what an item was to what it is. */
export async function recountItem(tx: LedgerTx, before: ItemRow | undefined, after: ItemRow | undefined) {
  const [from, to] = [shareOf(before), shareOf(after)];
  if (JSON.stringify(from) === JSON.stringify(to)) return;
  await changeSummary(tx, (summary) => ({
    ...summary,
    platforms: addShare(addShare(summary.platforms, from, -1), to, 1),
  }));
}

/** Moves the count of purchases that no note led to from what an order line was to what it is. */
export async function recountOrder(
  tx: LedgerTx,
  before: OrderRow | undefined,
  after: OrderRow | undefined,
): Promise<void> {
  const difference = Number(after?.unmatchedAt !== undefined) - Number(before?.unmatchedAt !== undefined);
  if (difference === 0) return;
  await changeSummary(tx, (summary) => ({
    ...summary,
    unmatchedPurchases: summary.unmatchedPurchases + difference,
  }));
}

/** @param unread how many things the pages on the list could not give */
export async function sumUnread(tx: LedgerTx, unread: number): Promise<void> {
  await changeSummary(tx, (summary) => ({ ...summary, unread }));
}
