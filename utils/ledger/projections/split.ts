import { isOfWholeOrder } from '../../core/purchases';
import { isSame } from '../compare';
import { mainKeyOf } from '../same-orders';
import type { LedgerTx, LineWord, OrderRow } from '../schema';
import { keysIn, mostParts } from '../split-orders';
import { resolveAlias } from './items';
import { findLine } from './lines';
import { putLine } from './put-line';
import { namedOf, placed, withWordsOfWhole } from './words';

export async function wasSplit(tx: LedgerTx, keys: readonly string[]): Promise<boolean> {
  const notes = await Promise.all(keys.map((key) => tx.objectStore('meta').get(`split:${key}`)));
  return notes.some((note) => note !== undefined);
}

/** What was paid for the whole counts in its parts, which their page tells each with its own amount. */
export async function splitOrder(tx: LedgerTx, whole: string, part: string): Promise<void> {
  const orderKey = await mainKeyOf(tx.objectStore('meta'), whole);
  if (orderKey === part) return;
  await addParts(tx, orderKey, [part]);
  await tellParts(tx, orderKey);
}

export function asSplit(row: OrderRow): OrderRow {
  return row.isSplit ? row : placed({ ...row, isSplit: true }, namedOf(row));
}

/** The parts that an order was split into are those of the order that it turned out to be. */
export async function takeParts(tx: LedgerTx, from: string, orderKey: string): Promise<void> {
  const parts = await tx.objectStore('meta').get(`split:${from}`);
  if (parts) await addParts(tx, orderKey, keysIn(parts));
}

async function addParts(tx: LedgerTx, whole: string, parts: readonly string[]): Promise<void> {
  const key = `split:${whole}` as const;
  const known = keysIn(await tx.objectStore('meta').get(key));
  const value = [...new Set([...known, ...parts])].slice(0, mostParts);
  await tx.objectStore('meta').put({ key, value });
  for (const line of await rowsOf(tx, whole)) {
    const row = await tx.objectStore('orders').get(line.key); // a line that was put may have changed the next one
    if (row && !row.isSplit) await putLine(tx, row, asSplit(row));
  }
}

async function rowsOf(tx: LedgerTx, orderKey: string): Promise<OrderRow[]> {
  return tx.objectStore('orders').index('orderKey').getAll(orderKey); // the lines of one order
}

/** Gives the lines of the parts what the person said of the whole: it shows no more, and what was said stays said. */
export async function tellParts(tx: LedgerTx, named: string | undefined): Promise<void> {
  if (named === undefined) return;
  const meta = tx.objectStore('meta');
  const whole = await mainKeyOf(meta, named);
  const parts = await Promise.all(keysIn(await meta.get(`split:${whole}`)).map((key) => mainKeyOf(meta, key)));
  const keys = [...new Set(parts)].filter((key) => key !== whole);
  const said = await Promise.all((await rowsOf(tx, whole)).map((row) => withItemsKnown(tx, row)));
  const lines = (await Promise.all(keys.map((key) => rowsOf(tx, key)))).flat();
  for (const line of lines) {
    const words = wordsFor(line, { said, lines, keys: [whole, ...keys] });
    const toldIn = (row: OrderRow) => withWordsOfWhole({ ...row, partOf: whole }, words);
    if (isSame(line, toldIn(line))) continue;
    const row = await tx.objectStore('orders').get(line.key); // a line that was put may have changed the next one
    if (row) await putLine(tx, row, toldIn(row));
  }
}

async function withItemsKnown(tx: LedgerTx, row: OrderRow): Promise<OrderRow> {
  const words = row.words?.map(async ({ item, ...word }) =>
    item === undefined ? word : { ...word, item: await resolveAlias(tx, item) },
  );
  return words ? { ...row, words: await Promise.all(words) } : row;
}

interface Whole {
  /** Its lines, with what was said of them. */
  said: readonly OrderRow[];
  /** Those of its parts. */
  lines: readonly OrderRow[];
  keys: readonly string[];
}

function wordsFor(line: OrderRow, { said, lines, keys }: Whole): LineWord[] {
  const things = said.filter((row) => !isOfWholeOrder(row));
  const own = findLine(things, line);
  const isOfParts = ({ other = '' }: LineWord) => keys.some((key) => other.startsWith(`${key}:`));
  // "This order is of that item" means the line that names it, where one does
  const isOfOther = ({ item, word }: LineWord) => {
    const isNamed = word === 'same' && item !== undefined && lines.some((each) => namedOf(each) === item);
    return isNamed && namedOf(line) !== item;
  };
  return said.flatMap((row) =>
    (row.words ?? []).filter((word) => {
      if (isOfParts(word)) return false;
      return isOfWholeOrder(row) || word.ofBill ? !isOfOther(word) : row === own;
    }),
  );
}
