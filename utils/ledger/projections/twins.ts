import { isOfWholeOrder, orderTime } from '../../core/purchases';
import { twinsOf, twinsWithinMs, type BillLine } from '../../core/twins';
import type { LedgerTx, OrderRow, PricedKey } from '../schema';
import { matched } from './items';
import { lineNamed } from './named-line';
import { recountOrder } from './summary';

/**
 * More orders than this of one house and amount in two hours are nobody's shopping but a file that was made up. Keys of
 * what comes then are not kept, so that a write costs the same however many come; what was kept stays, and by it a full
 * shelf is known.
 */
const mostOnShelf = 100;

type Kind = 'orders' | 'bills';

/** A line with what it is compared by. */
interface Priced extends BillLine {
  kind: Kind;
  space: string;
  fen: number;
  isTold: boolean;
}

/** A bill whose line the person has put somewhere has been answered for, and so has what is told by another line. */
function priced(row: OrderRow): Priced | undefined {
  const { key, orderKey, orderPaidFen: fen, twinOf, itemKey, partOf, words = [] } = row;
  const [at, isBill] = [orderTime(row), isOfWholeOrder(row)];
  if (!fen || at === undefined || twinOf !== undefined || (isBill && itemKey !== undefined)) return undefined;
  const space = orderKey.slice(0, orderKey.indexOf(':'));
  const denied = words.filter(({ word }) => word === 'different').flatMap(({ item, other }) => item ?? other ?? []);
  const whole = partOf === undefined ? {} : { partOf };
  return {
    key,
    orderKey,
    at,
    kind: isBill ? 'bills' : 'orders',
    isTold: isToldByBill(row),
    denied,
    space,
    fen,
    ...whole,
  };
}

/** Under its own number, or by the person's word: another bill means another purchase. */
function isToldByBill({ twin, source, sources = [source] }: OrderRow): boolean {
  return twin !== undefined || sources.includes('bill');
}

/** What a line was before may no longer be what it is: a page that tells of the bill's own order takes its row over. */
export function withoutOldTwin(row: OrderRow): OrderRow {
  if (row.mayBe === undefined || priced(row)?.kind === 'bills') return row;
  const { mayBe: _old, mayBeOf: _of, ...rest } = row;
  return rest;
}

/** After a line has changed, come or gone: which lines of bills near it may be told by another source as well. */
export async function tellWhoMayBe(
  tx: LedgerTx,
  before: OrderRow | undefined,
  after: OrderRow | undefined,
): Promise<void> {
  const [from, to] = [before && priced(before), after && priced(after)];
  if (JSON.stringify(from) === JSON.stringify(to)) return;
  if (from && (!to || shelfOf(from) !== shelfOf(to))) await takeOff(tx, from);
  const hasRoom = !to || (await putOn(tx, to));
  if (after && to?.kind === 'bills') await ask(tx, after, hasRoom);
  await askNear(tx, from, to);
}

/** A house, an amount and two hours: what is near a line lies on the shelf of its time, the one before or the one after. */
function shelfOf({ space, fen, at, kind }: Priced, away = 0): PricedKey {
  return `priced:${space}:${String(fen)}:${String(Math.floor(at / twinsWithinMs) + away)}:${kind}`;
}

/** Keys of orders, each once however many lines it has. */
async function keysOn(tx: LedgerTx, shelf: PricedKey): Promise<string[]> {
  const row = await tx.objectStore('meta').get(shelf);
  return row && Array.isArray(row.value) ? row.value.filter((key) => typeof key === 'string') : [];
}

/** @returns whether it is there now */
async function putOn(tx: LedgerTx, line: Priced): Promise<boolean> {
  const shelf = shelfOf(line);
  const keys = await keysOn(tx, shelf);
  if (keys.includes(line.orderKey)) return true;
  if (keys.length >= mostOnShelf) return false;
  await tx.objectStore('meta').put({ key: shelf, value: [...keys, line.orderKey] });
  return true;
}

async function takeOff(tx: LedgerTx, line: Priced): Promise<void> {
  const shelf = shelfOf(line);
  const keys = await keysOn(tx, shelf);
  if (keys.length >= mostOnShelf || (await linesOf(tx, line.orderKey)).some((each) => shelfOf(each) === shelf)) return;
  const others = keys.filter((key) => key !== line.orderKey);
  if (others.length > 0) await tx.objectStore('meta').put({ key: shelf, value: others });
  else await tx.objectStore('meta').delete(shelf);
}

async function rowsOf(tx: LedgerTx, orderKey: string): Promise<OrderRow[]> {
  return tx.objectStore('orders').index('orderKey').getAll(orderKey); // the lines of one order
}

async function linesOf(tx: LedgerTx, orderKey: string): Promise<Priced[]> {
  return (await rowsOf(tx, orderKey)).flatMap((row) => priced(row) ?? []);
}

/** Asks of the bills near an order; one line tells for all of its order, so what is near any of them is asked of. */
async function askNear(tx: LedgerTx, from: Priced | undefined, to: Priced | undefined): Promise<void> {
  const changed = [from, to].filter((line) => line?.kind === 'orders').filter((line) => line !== undefined);
  const orderKeys = new Set(changed.map(({ orderKey }) => orderKey));
  const lines = await Promise.all([...orderKeys].map((key) => linesOf(tx, key)));
  const places = [...changed, ...lines.flat().filter(({ kind }) => kind === 'orders')];
  const shelves = new Set(places.flatMap((line) => shelvesNear({ ...line, kind: 'bills' })));
  for (const shelf of shelves)
    for (const key of await keysOn(tx, shelf)) for (const bill of await rowsOf(tx, key)) await ask(tx, bill, true);
}

function shelvesNear(line: Priced): PricedKey[] {
  return [-1, 0, 1].map((away) => shelfOf(line, away));
}

/**
 * Notes on a bill's line which order it may be once more. Where not all that is near could be kept, a line that may be
 * none of what was kept may still be one of the rest: it counts no more than the others that wait.
 * @param hasRoom whether the orders that come later find it
 */
async function ask(tx: LedgerTx, row: OrderRow, hasRoom: boolean): Promise<void> {
  const bill = priced(row);
  if (bill?.kind !== 'bills') return;
  const shelves = await Promise.all(shelvesNear({ ...bill, kind: 'orders' }).map((shelf) => keysOn(tx, shelf)));
  const orders = await Promise.all([...new Set(shelves.flat())].map((key) => rowsOf(tx, key)));
  const untold = orders.filter((rows) => !rows.some(isToldByBill)).flat();
  const lines = untold.flatMap((each) => priced(each) ?? []).filter(({ fen }) => fen === bill.fen);
  const denied = await Promise.all(bill.denied.map(async (key) => (await lineNamed(tx, key))?.key ?? key));
  const [nearest, ...others] = twinsOf({ ...bill, denied }, lines);
  const isAllKept = hasRoom && shelves.every((keys) => keys.length < mostOnShelf);
  await hang(tx, row, { mayBe: nearest ?? (isAllKept ? undefined : row.key), mayBeOf: others.length + 1 });
}

/** No item knows of such a line, so that only the count of what no note led to rests on it. */
async function hang(
  tx: LedgerTx,
  row: OrderRow,
  { mayBe, mayBeOf }: { mayBe: string | undefined; mayBeOf: number },
): Promise<void> {
  const { mayBe: oldMayBe, mayBeOf: oldOf = 1, ...rest } = row;
  if (mayBe === oldMayBe && (mayBe === undefined || mayBeOf === oldOf)) return;
  const waiting = mayBe === undefined ? rest : { ...rest, mayBe, ...(mayBeOf > 1 && { mayBeOf }) };
  const after = matched(waiting, undefined);
  await tx.objectStore('orders').put(after);
  await recountOrder(tx, row, after);
}
