import type { ItemRow } from '../../core/rows';
import type { Cooling, LedgerTx } from '../schema';

/** When to ask again, unless that is settled: bought, given back or dropped. */
function untilOf(row: ItemRow | undefined): number | undefined {
  if (!row?.cool?.until || ['bought', 'refunded', 'dropped'].includes(row.state)) return undefined;
  return row.cool.until;
}

/** Keeps the short list of items to ask about in one row, so that the popup learns of those that are due by one look. */
export async function recool(tx: LedgerTx, before: ItemRow | undefined, after: ItemRow | undefined): Promise<void> {
  const [from, to] = [untilOf(before), untilOf(after)];
  const key = (after ?? before)?.key;
  if (key === undefined || (from === to && before?.key === after?.key)) return;
  const row = await tx.objectStore('meta').get('cooling');
  const known = row?.key === 'cooling' ? row.value : [];
  const others = known.filter((each: Cooling) => each.key !== key && each.key !== before?.key);
  const value = to === undefined ? others : [...others, { key, until: to }].sort((a, b) => a.until - b.until);
  await tx.objectStore('meta').put({ key: 'cooling', value });
}
