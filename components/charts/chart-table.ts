import { formatCount } from '../text/format';

/** Absent is what nobody knows, and no zero. */
export type ChartCell = string | number | undefined;

export interface ChartColumn {
  name: string;
  /** How its numbers read on screen; counts, when it says nothing. Files hold the plain number. */
  format?: (value: number) => string;
}

/** The numbers behind a picture, for those who cannot see it, do not trust it, or go on with them elsewhere. */
export interface ChartTable {
  columns: readonly ChartColumn[];
  rows: readonly (readonly ChartCell[])[];
}

export function cellText(cell: ChartCell, { format = formatCount }: ChartColumn): string | undefined {
  return typeof cell === 'number' ? format(cell) : cell;
}

/** As RFC 4180 has it, with the mark by which spreadsheet programs know UTF-8. */
export function toCsv({ columns, rows }: ChartTable): string {
  const lines = [columns.map(({ name }) => name), ...rows];
  return `\ufeff${lines.map((line) => `${line.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** A text that a spreadsheet would run as a formula is led by an apostrophe: titles come from strangers. */
function csvCell(cell: ChartCell): string {
  if (typeof cell !== 'string') return cell === undefined ? '' : String(cell);
  const text = (/^[\t\r ]*[-+=@]/.test(cell) ? `'${cell}` : cell).toWellFormed().replaceAll('\0', ' ');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
