import { isOfWholeOrder, orderTime } from '../../core/purchases';
import { twinsAmong, twinsWithinMs, type PricedLine } from '../../core/twins';
import type { LedgerTx, OrderRow, PricedKey } from '../schema';
import { matched } from './items';
import { recountOrder } from './summary';

/**
 * Whom a line touches: a bill the orders near it, and these the bills near them. What these rest on lies as far away
 * again, so three shelves of that width hold all that is to be looked at.
 */
const touchedMs = 2 * twinsWithinMs;
const shelfMs = 2 * touchedMs;

/** More of one house and amount within hours is a file that was made up; that many can no longer be told apart. */
const mostOnShelf = 20;

/** A line with what it is compared by. */
interface Shelved extends PricedLine {
  space: string;
  fen: number;
}

/** A bill whose line the person has put somewhere has been answered for, and so has what is told by another line. */
function shelved(row: OrderRow): Shelved | undefined {
  const { key, orderKey, orderPaidFen: fen, twinOf, twin, itemKey, source, sources = [source], words = [] } = row;
  const [at, isBill] = [orderTime(row), isOfWholeOrder(row)];
  if (!fen || at === undefined || twinOf !== undefined || (isBill && itemKey !== undefined)) return undefined;
  const space = orderKey.slice(0, orderKey.indexOf(':'));
  const isTold = !isBill && (twin !== undefined || sources.includes('bill'));
  const denied = words.filter(({ word }) => word === 'different').flatMap(({ item, other }) => item ?? other ?? []);
  return { key, orderKey, at, isBill, isTold, denied, space, fen };
}

/** What a line was before may no longer be what it is: a page that tells of the bill's own order takes its row over. */
export function withoutOldTwin(row: OrderRow): OrderRow {
  if (row.mayBe === undefined || shelved(row)?.isBill) return row;
  const { mayBe: _old, ...rest } = row;
  return rest;
}

/** After a line has changed, come or gone: which lines of bills near it may be told by another source as well. */
export async function tellWhoMayBe(
  tx: LedgerTx,
  before: OrderRow | undefined,
  after: OrderRow | undefined,
): Promise<void> {
  const [from, to] = [before && shelved(before), after && shelved(after)];
  if (JSON.stringify(from) === JSON.stringify(to)) return;
  if (from && (!to || shelfOf(from) !== shelfOf(to) || from.key !== to.key)) await takeOff(tx, from);
  if (to) await putOn(tx, to);
  if (from && (from.at !== to?.at || from.fen !== to.fen)) await compareNear(tx, from);
  if (to) await compareNear(tx, to);
}

function shelfOf({ space, fen, at }: Shelved, away = 0): PricedKey {
  return `priced:${space}:${String(fen)}:${String(Math.floor(at / shelfMs) + away)}`;
}

async function keysOn(tx: LedgerTx, shelf: PricedKey): Promise<string[]> {
  const row = await tx.objectStore('meta').get(shelf);
  return row && Array.isArray(row.value) ? row.value.filter((key) => typeof key === 'string') : [];
}

async function putOn(tx: LedgerTx, line: Shelved): Promise<void> {
  const shelf = shelfOf(line);
  const keys = await keysOn(tx, shelf);
  if (keys.includes(line.key) || keys.length >= mostOnShelf) return;
  await tx.objectStore('meta').put({ key: shelf, value: [...keys, line.key] });
}

async function takeOff(tx: LedgerTx, line: Shelved): Promise<void> {
  const shelf = shelfOf(line);
  const keys = (await keysOn(tx, shelf)).filter((key) => key !== line.key);
  if (keys.length > 0) await tx.objectStore('meta').put({ key: shelf, value: keys });
  else await tx.objectStore('meta').delete(shelf);
}

async function compareNear(tx: LedgerTx, { at, ...line }: Shelved): Promise<void> {
  const shelves = [-1, 0, 1].map((away) => shelfOf({ at, ...line }, away));
  const keys = (await Promise.all(shelves.map((shelf) => keysOn(tx, shelf)))).flat();
  if (keys.length < 2 && keys[0] === line.key && !line.isBill) return; // alone, and nothing to hang on it
  const rows = await Promise.all(keys.map((key) => tx.objectStore('orders').get(key)));
  const lines = rows.flatMap((row) => (row && shelved(row)) ?? []);
  const twins = twinsAmong(lines.sort((a, b) => (a.key < b.key ? -1 : 1)));
  const touched = new Set(
    lines.filter((each) => each.isBill && Math.abs(each.at - at) <= touchedMs).map(({ key }) => key),
  );
  for (const row of rows) if (row && touched.has(row.key)) await hang(tx, row, twins.get(row.key));
}

/** No item knows of such a line, so that only the count of what no note led to rests on it. */
async function hang(tx: LedgerTx, row: OrderRow, mayBe: string | undefined): Promise<void> {
  if (row.mayBe === mayBe) return;
  const { mayBe: _old, ...rest } = row;
  const after = matched({ ...rest, ...(mayBe !== undefined && { mayBe }) }, undefined);
  await tx.objectStore('orders').put(after);
  await recountOrder(tx, row, after);
}
