import { columnsOf, type TableName } from '../tables';
import type { AnyRow, Cell, Column } from '../tables/columns';
import { csvText } from './csv-cell';
import { BlobSink } from './sink';
import type { TableFile } from './table-file';

/** Lines that are turned into bytes at once. */
const linesAtOnce = 500;

const byteOrderMark = '\uFEFF';

/** Times as text, the same in CSV and NDJSON: ISO 8601, in UTC. */
export function textOf({ type }: Column, cell: Cell): Cell {
  if (typeof cell !== 'number') return cell;
  if (type === 'datetime') return new Date(cell).toISOString();
  return type === 'date' ? new Date(cell).toISOString().slice(0, 10) : cell;
}

function lineFile(head: string, lineOf: (row: AnyRow) => string): TableFile {
  const sink = new BlobSink();
  const encoder = new TextEncoder();
  let lines: string[] = head === '' ? [] : [head];
  const flush = () => {
    if (lines.length > 0) sink.add(encoder.encode(lines.join('')));
    lines = [];
  };
  return {
    add(row) {
      lines.push(lineOf(row));
      if (lines.length >= linesAtOnce) flush();
    },
    get waiting() {
      return lines.length;
    },
    get held() {
      return sink.held;
    },
    flush,
    finish() {
      flush();
      return sink.finish();
    },
  };
}

/** One JSON object a line, every column named: the form that loses nothing. */
export function ndjsonFile(table: TableName): TableFile {
  const columns = columnsOf(table);
  const entryOf = (row: AnyRow) => (column: Column) => [column.name, textOf(column, row[column.name] ?? null)];
  return lineFile('', (row) => `${JSON.stringify(Object.fromEntries(columns.map(entryOf(row))))}\n`);
}

/** Numbers come from columns of numbers and are none of anybody's making: they stay numbers, negative ones too. */
function csvCell(column: Column, cell: Cell): string {
  const text = textOf(column, cell);
  return typeof text === 'string' && typeof cell === 'string' ? csvText(text) : String(text ?? '');
}

/** @param mark Excel takes a file without the byte order mark for the system's old encoding */
export function csvFile(table: TableName, mark: boolean): TableFile {
  const columns = columnsOf(table);
  const head = `${mark ? byteOrderMark : ''}${columns.map(({ name }) => name).join(',')}\r\n`;
  return lineFile(head, (row) => `${columns.map((column) => csvCell(column, row[column.name] ?? null)).join(',')}\r\n`);
}
