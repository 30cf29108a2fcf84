import type { TableName, TableRow } from '../tables';
import type { ExportSource, ExportTerms, OrderLine, Tier, UntoldLine } from '../terms';
import { RowMaker } from './maker';

/** What leaves the device at T0: sums, with the small ones held back. */
const summedTables: readonly TableName[] = ['participants', 'quality', 'aggregates'];

/** The tables that a study gets, of those it asks for. */
export function tablesFor({ tier, tables }: { tier: Tier; tables: readonly TableName[] }): TableName[] {
  // Who it is of, and what could not be read, goes with whatever else does.
  const asked = [...new Set<TableName>(['participants', 'quality', ...tables])];
  return tier === 'T0' ? asked.filter((table) => summedTables.includes(table)) : asked;
}

/** How much is held while rows are made, for who wants to bound it. */
export interface Held {
  units: number;
}

/**
 * Makes the rows of all tables in one pass over the ledger, a page view at a time. Rows of a page view come together
 * once it is over.
 */
export async function* makeRows(
  source: ExportSource,
  terms: ExportTerms,
  onHeld?: (held: Held) => void,
): AsyncGenerator<TableRow[]> {
  const maker = new RowMaker(source, terms);
  const wanted = new Set<TableName>(tablesFor(terms.study));
  const only = (rows: TableRow[]) => rows.filter(({ table }) => wanted.has(table));
  for await (const lines of ordersOf(source.orders)) yield* nonEmpty(only(maker.addOrder(lines)));
  for await (const page of source.happenings) {
    for (const event of page) {
      const made = maker.add(event);
      const rows = made instanceof Promise ? await made : made;
      if (rows.length > 0) yield* nonEmpty(only(rows));
    }
    onHeld?.({ units: maker.held });
  }
  yield only(maker.end());
}

function* nonEmpty(rows: TableRow[]): Generator<TableRow[]> {
  if (rows.length > 0) yield rows;
}

/** Lines of one order at a time: they come one after the other. */
async function* ordersOf<T extends OrderLine | UntoldLine>(pages: AsyncIterable<readonly T[]>): AsyncGenerator<T[]> {
  const lines: T[] = [];
  for await (const page of pages) {
    for (const line of page) {
      if (lines.length > 0 && lines[0]?.orderKey !== line.orderKey) yield lines.splice(0);
      lines.push(line);
    }
  }
  if (lines.length > 0) yield lines;
}
