import type { CoolEvent, OutcomeEvent } from '../../core/events';
import type { ItemRow } from '../../core/rows';
import type { LedgerTx } from '../schema';
import { changeItem, resolveAlias } from './items';
import { isOutdated, type Timed } from './late';

export function withOutcome(row: ItemRow, event: Timed<OutcomeEvent>): ItemRow {
  if (isOutdated(event, row.outcome?.at, row.openAt)) return row;
  const { outcome: _before, openAt: _taken, ...rest } = row;
  return event.outcome === 'none'
    ? { ...rest, openAt: event.at }
    : { ...rest, outcome: { as: event.outcome, at: event.at } };
}

/** Notes on the item when to ask again, and keeps the short list of those to ask about where one look finds it. */
export async function projectCool(tx: LedgerTx, event: Timed<CoolEvent>): Promise<void> {
  const key = await resolveAlias(tx, event.key);
  await changeItem(tx, key, (row) =>
    isOutdated(event, row.cool?.at) ? row : { ...row, cool: { until: event.until, at: event.at } },
  );
}
