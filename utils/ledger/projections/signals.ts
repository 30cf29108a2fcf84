import type { SignalEvent, SignalName } from '../../core/events';
import type { StepName } from '../../core/rows';
import { mainKeyOf } from '../same-orders';
import type { LedgerTx, OrderRow, OrderTime } from '../schema';
import { addStep, changeItem } from './items';
import { putLine } from './put-line';
import { countSignal } from './tallies';

/** What a signal adds to its item's journey. A shop that is followed is no step of any item's. */
const stepsOf: Partial<Record<SignalName, StepName>> = { 'cart-added': 'carted', favourited: 'favourited' };

/** What the page of an order says of it, which names no item: the list that does is read before or after. */
const timesOf: Partial<Record<SignalName, OrderTime>> = { 'order-placed': 'placedAt', paid: 'paidAt' };
const times = Object.values(timesOf);

/** Brings counts, the item's journey and the order's lines up to date. */
export async function projectSignal(tx: LedgerTx, event: SignalEvent): Promise<void> {
  await countSignal(tx, event);
  const { signal, itemKey, orderKey, at, evidence } = event;
  const [step, time] = [stepsOf[signal], timesOf[signal]];
  if (step && itemKey !== undefined) await changeItem(tx, itemKey, (row) => addStep(row, { step, at, evidence }));
  if (!time || orderKey === undefined) return;
  await timeOrder(tx, { orderKey: await mainKeyOf(tx.objectStore('meta'), orderKey), time, at });
}

interface Told {
  orderKey: string;
  time: OrderTime;
  at: number;
}

async function timeOrder(tx: LedgerTx, { orderKey, time, at }: Told): Promise<void> {
  const known = await tx.objectStore('meta').get(`${time}:${orderKey}`);
  const value = typeof known?.value === 'number' ? Math.min(known.value, at) : at;
  await tx.objectStore('meta').put({ key: `${time}:${orderKey}`, value });
  for (const row of await tx.objectStore('orders').index('orderKey').getAll(orderKey)) {
    await putLine(tx, row, await withTimes(tx, row));
  }
}

/** The line with what its order's own page told; a time that a list states is the shop's own and stands. */
export async function withTimes(tx: LedgerTx, row: OrderRow, otherKeys: readonly string[] = []): Promise<OrderRow> {
  const timed = { ...row };
  for (const time of times) {
    const told = await Promise.all(
      [row.orderKey, ...otherKeys].map((key) => tx.objectStore('meta').get(`${time}:${key}`)),
    );
    const [first] = told
      .map((each) => each?.value)
      .filter((value) => typeof value === 'number')
      .sort((a, b) => a - b);
    const isStated = time !== 'placedAt' && row[time] !== undefined;
    if (first !== undefined && !isStated) timed[time] = first;
  }
  return timed;
}
