import type { Unread } from '../core/types';
import { accountIn } from './account';
import { aligned, layoutOf, type Layout } from './columns';
import type { BillForm, BillLine } from './form';
import { forms } from './list';
import { idOf } from './order-ids';

/** One line of a table, whatever file it came from. */
export interface TableRow {
  /** "line 26", or "row 19" of a sheet; counted from 1. */
  where: string;
  cells: readonly string[];
  /** Cells that are missing at its end are empty, and were not cut off. */
  isWhole?: true;
  /** The file ends in it, without a line end: it may have been cut there. */
  isUnended?: true;
  /** Its day numbers count from 1904, as a workbook may say of itself. */
  isFrom1904?: boolean;
}

/** What became of one line. `part` is the place of its file in an archive, where it is not the first. */
export type ReadRow = { where: string; line: BillLine; form: string; part?: number } | AccountRow | UnreadRow;

/** Before the lines: whose bill it is, masked. */
interface AccountRow {
  where: string;
  account: string;
}

interface UnreadRow {
  where: string;
  unread: Unread;
  /** It stands for a file that has more lines, or is larger, than a person's bill. */
  why?: 'too-many' | 'too-large';
}

/**
 * Everything that wallets and table programs put around a cell: tabs, ="…" and ' that keep long numbers text, padding,
 * marks of direction and order.
 */
function clean(cell: string): string {
  const text = cell
    .replace(/[\uFEFF\u200B\u200E\u200F]/g, '')
    .trim()
    .replace(/^['`](?=[A-Z\d][A-Z\d :./_-]{7,}$)/, '');
  const own = text.startsWith('="') ? text.replace(/^="(.*)"$/, '$1').trim() : text;
  return own === '/' ? '' : own;
}

/** Older forms write 金额（元）, newer ones 金额(元); where a table program took the sign off every amount, it may stand here. */
function columnName(cell: string): string {
  const name = clean(cell).normalize('NFKC').replace(/\s/g, '');
  return name.replace(/\((?:人民币)?(?:元|¥|CNY|RMB)?\)$/i, '');
}

interface Header {
  form: BillForm;
  /** Where each column stands, in the order of the file. */
  columns: ReadonlyMap<string, number>;
  layout: Layout;
  /** Fewest cells of a whole line, or as many as there are columns before the first; the shortest last one of such lines. */
  fewest: { cells: number; isSeen: boolean; end: number };
}

/** Each form has one of these beside its other names: what lacks them is a line, and need not be looked at as a header. */
const nameOfAnyHeader = /交易对方|商户名称|订单标题/;

function readHeader(cells: readonly string[]): Header | undefined {
  if (!cells.some((cell) => nameOfAnyHeader.test(cell))) return undefined;
  const names = cells.map(columnName);
  const form = forms.find(({ columns }) => columns.every((column) => names.includes(column)));
  // A line may end in commas that the header lacks, or lack those that it has.
  const width = names.findLastIndex((name) => name !== '') + 1;
  const columns = new Map(names.map((name, place) => [name, place]));
  const fewest = { cells: width, isSeen: false, end: 0 };
  return form && { form, columns, layout: layoutOf(form.goods, columns, width), fewest };
}

/** Days from 1900-01-01, Excel's first, to 1904-01-01 in its count. */
const daysTo1904 = 1_462;

function from1900(text: string): string {
  return /^\d{5}(?:\.\d+)?$/.test(text) ? String(Number(text) + daysTo1904) : text;
}

/** No number of an order: words of another column, or the first digits of one with thousands marks that nobody quoted. */
function isMoved(number: string, next: string): boolean {
  return /\p{Script=Han}/u.test(number) || (/^\d{1,3}$/.test(number) && /^\d{3}$/.test(next));
}

/** The cells by column; `undefined` where commas leave a doubt, or something else stands where a number should. */
function alignedCells({ layout }: Header, found: readonly string[]): readonly string[] | undefined {
  const cells = aligned(layout, found, clean);
  const place = layout.number ?? -2;
  return isMoved(cells?.[place] ?? '', cells?.[place + 1] ?? '') ? undefined : cells;
}

/** The same; `undefined` for a line that was cut too. */
function cellsOf(header: Header, { cells: found, isWhole, isUnended }: TableRow) {
  const { layout, fewest } = header;
  if (isWhole) return alignedCells(header, found);
  // 备注, the last column, is left out by some exports; a line that ends before that was cut.
  const cells = found.length < layout.width - 1 ? undefined : alignedCells(header, found);
  if (!cells) return undefined;
  const end = found.at(-1) ?? '';
  // Without its line end it may have been cut inside an id: the mark behind it tells, or the last cell of its neighbours.
  if (isUnended && cells.length < layout.width && !end.endsWith('\t'))
    return isAsLong(fewest, cells, end) ? cells : undefined;
  if (isUnended) return cells;
  const shorter = cells.length < fewest.cells || !fewest.isSeen;
  if (shorter) Object.assign(fewest, { cells: cells.length, isSeen: true, end: end.length });
  else if (cells.length === fewest.cells) fewest.end = Math.min(fewest.end, end.length);
  return cells;
}

function isAsLong(
  { cells: seen, end: shortest, isSeen }: Header['fewest'],
  cells: readonly string[],
  end: string,
): boolean {
  return isSeen && cells.length >= seen && (cells.length > seen || end.length >= shortest);
}

/** A shop's own number and the remark behind it are empty in many a line, and left out at its end by some programs. */
const mayLack = /^商[户家]订?单号$/;

/** Whether a line that is shorter than others still has what tells that it is no purchase. */
function isTold({ form, columns }: Header, { cells }: TableRow): boolean {
  return form.columns.every((name) => mayLack.test(name) || (columns.get(name) ?? 0) < cells.length);
}

function readRow(header: Header, row: TableRow): ReadRow {
  const { where, isFrom1904 } = row;
  const { form, columns } = header;
  const readCells = (cells: readonly string[]) =>
    form.readLine((column) => {
      const text = clean(cells[columns.get(column) ?? -1] ?? '');
      if (column.endsWith('号')) return idOf(text);
      return isFrom1904 && column.endsWith('时间') ? from1900(text) : text;
    });
  const whole = cellsOf(header, row);
  const cells = whole ?? (isTold(header, row) ? alignedCells(header, row.cells) : undefined);
  const line = cells && readCells(cells);
  if (line && (whole || line.is === 'other')) return { where, line, form: form.id };
  return { where, unread: { where, reason: 'shape' } };
}

function isBlank({ cells }: TableRow): boolean {
  return cells.every((cell) => clean(cell) === '');
}

/** "共9笔记录", "支出:1笔,39.00元", which table programs may have cut into cells. */
const sum = /^(?:共\s*\d+\s*笔|(?:[已待]?[收支][入出]|不计收支|中性交易)\s*[:：]|合计|总计|小计|导出时间)/;

/** A remark among or behind the lines, which begin with a time or a number. */
function isRemark({ cells }: TableRow): boolean {
  const first = clean(cells[0] ?? '');
  return sum.test(first) || (/^\D/.test(first) && cells.slice(1).every((cell) => clean(cell) === ''));
}

function accountRow({ where, cells }: TableRow): AccountRow | undefined {
  const account = accountIn(cells, clean);
  return account === undefined ? undefined : { where, account };
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
      const next = readHeader(row.cells); // another sheet may hold another table
      if (next) [header, isOver] = [next, false];
      // A file that ends within its header was cut: that is no bill without lines
      if (next && row.isUnended) return { where: row.where, unread: { where: row.where, reason: 'shape' } };
      if (!header) return accountRow(row);
      if (next || isOver) return undefined;
      isOver = isEnd(row);
      return isOver || isRemark(row) ? undefined : readRow(header, row);
    },
    isBill: () => header !== undefined,
  };
}
