import type { Unread } from '../core/types';
import type { BillForm, BillLine } from './form';
import { forms } from './list';

/** One line of a table, whatever file it came from. */
export interface TableRow {
  /** "line 26", or "row 19" of a sheet; counted from 1. */
  where: string;
  cells: readonly string[];
}

/** What became of one line. */
export type ReadRow = { where: string; line: BillLine } | { where: string; unread: Unread };

/**
 * Everything that wallets and table programs put around a cell: tabs and ="…" that keep long numbers text, padding, marks
 * of direction and order.
 */
function clean(cell: string): string {
  const text = cell
    .replace(/[\uFEFF\u200B\u200E\u200F]/g, '')
    .trim()
    .replace(/^="(.*)"$/, '$1');
  return text === '/' ? '' : text;
}

/** Older forms write （元）, newer ones (元). */
function columnName(cell: string): string {
  return clean(cell).replace('（', '(').replace('）', ')');
}

interface Header {
  form: BillForm;
  columns: ReadonlyMap<string, number>;
  width: number;
}

function readHeader(cells: readonly string[]): Header | undefined {
  const names = cells.map(columnName);
  const form = forms.find(({ columns }) => columns.every((column) => names.includes(column)));
  // A line may end in commas that the header lacks, or lack those that it has.
  const width = names.findLastIndex((name) => name !== '') + 1;
  return form && { form, width, columns: new Map(names.map((name, place) => [name, place])) };
}

const ways: ReadonlySet<string> = new Set(['收入', '支出', '不计收支', '中性交易', '其他', '']);

/**
 * Free text may hold commas that nobody quoted: as many as 收/支 stands too far to the right. Nothing, where the comma
 * may as well be an amount's.
 */
function aligned({ form, columns }: Header, cells: readonly string[]): readonly string[] | undefined {
  const [goods = 0, way = 0] = [columns.get(form.goods), columns.get('收/支')];
  const wordAt = (shift: number) => clean(cells[way + shift] ?? '');
  if (ways.has(wordAt(0))) return cells;
  const shift = [1, 2, 3, 4, 5, 6].find((each) => wordAt(each) !== '' && ways.has(wordAt(each)));
  if (shift === undefined) return cells;
  const pieces = cells.slice(goods, goods + shift + 1);
  if (pieces.slice(1).some((piece) => /^\W*\d{1,3}$/.test(piece))) return undefined;
  return [...cells.slice(0, goods), pieces.join(','), ...cells.slice(goods + shift + 1)];
}

function readRow(header: Header, { where, cells: found }: TableRow): ReadRow {
  const { form, columns, width } = header;
  // 备注, the last column, is left out by some exports; a line that ends before that was cut.
  const cells = found.length < width - 1 ? undefined : aligned(header, found);
  if (!cells) return { where, unread: { where, reason: 'shape' } };
  const cell = (column: string) => clean(cells[columns.get(column) ?? -1] ?? '');
  return { where, line: form.readLine(cell) };
}

function isBlank({ cells }: TableRow): boolean {
  return cells.every((cell) => clean(cell) === '');
}

/** A remark among or behind the lines, which begin with a time or a number. */
function isRemark({ cells }: TableRow): boolean {
  return /^\D/.test(clean(cells[0] ?? '')) && cells.slice(1).every((cell) => clean(cell) === '');
}

/** `------` closes the table of some forms; what follows are sums. */
function isEnd({ cells }: TableRow): boolean {
  return /^-{5,}/.test(clean(cells[0] ?? ''));
}

/**
 * Reads a table line by line. The header is found by its columns, wherever it stands: the lines before it change with
 * every year's form.
 */
export function tableReader() {
  let header: Header | undefined;
  let isOver = false;
  return {
    read: (row: TableRow): ReadRow | undefined => {
      if (isBlank(row)) return undefined;
      if (isOver || !header) {
        const next = readHeader(row.cells); // another sheet may hold another table
        if (next) [header, isOver] = [next, false];
        return undefined;
      }
      isOver = isEnd(row);
      return isOver || isRemark(row) ? undefined : readRow(header, row);
    },
    isBill: () => header !== undefined,
  };
}
