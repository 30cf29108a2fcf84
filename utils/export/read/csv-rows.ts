import Papa, { type ParseResult } from 'papaparse';
import { columnsOf, type TableName } from '../tables';
import type { AnyRow, ColumnType } from '../tables/columns';
import { unguarded } from '../write/csv-cell';
import { rowOf } from './cells';

const rowsAtOnce = 500;

/** None of ours comes near it: past it, what began with a quote is no cell. */
const mostRowChars = 100_000;

/** Rows of a CSV file of ours: its first line names the columns, whatever their order; an empty cell says nothing. */
export async function* csvRows(chunks: AsyncIterable<Uint8Array>, table: TableName): AsyncGenerator<AnyRow[]> {
  const types = new Map(columnsOf(table).map(({ name, type }) => [name, type]));
  let head: string[] | undefined;
  let rows: AnyRow[] = [];
  for await (const cells of records(chunks)) {
    if (!head) head = cells;
    else rows.push(rowOf(table, rawRow(head, cells, types)));
    if (rows.length < rowsAtOnce) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

function rawRow(head: readonly string[], cells: readonly string[], types: ReadonlyMap<string, ColumnType>) {
  return Object.fromEntries(head.map((name, place) => [name, valueOf(cells[place] ?? '', types.get(name))]));
}

function valueOf(text: string, type: ColumnType | undefined): string | boolean | undefined {
  if (text === '') return undefined;
  if (type !== 'boolean') return type === 'string' ? unguarded(text) : text;
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

/** Lines, of which a quoted one may be several; a last one that nothing ends counts too. */
async function* records(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  let newline: '\r\n' | '\n' | undefined;
  const parse = (isOpen: boolean) => {
    // Whoever saved it anew may have others than ours.
    newline ??= rest[rest.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n';
    return new Papa.Parser({ delimiter: ',', newline }).parse(rest, 0, isOpen) as ParseResult<string[]>;
  };
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    if (rest.includes('\n')) {
      const { data, meta } = parse(true);
      yield* data;
      rest = rest.slice(meta.cursor);
    }
    if (rest.length > mostRowChars) return; // what follows cannot be told apart
  }
  if (rest !== '') yield* parse(false).data;
}
