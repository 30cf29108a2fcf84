import { parse } from 'papaparse';
import type { TableRow } from '../table';

/** A line longer than this is none of a bill's. */
const longestLine = 64_000;

/** A cell of more lines than this is a stray quote. */
const mostLines = 20;

/** Ends within a cell that a quote began. */
const openCell = /(?:^|[,;\t])"(?:[^"]|"")*$/;

/** What parts the cells of a line without commas: tabs, as table programs save "Unicode text", or the list mark of Europe. */
const otherDelimiter = (text: string) =>
  text.includes(',') ? undefined : ['\t', ';'].find((mark) => text.split(mark, 7).length === 7);

/** Begins as a row of a bill does, with a time or a number, or closes the table. */
const rowStart = /^["\t ]{0,4}(?:\d{4}[-/]\d|\d{16})|^-{5}/;

/**
 * Turns pieces of text into rows. A piece is cut at its last line end. A title may hold a line end within quotes, but a
 * stray quote must not swallow the rest of the file: what begins as a row is one.
 */
export function csvRows(): (piece: string, isLast: boolean) => TableRow[] {
  let rest = '';
  let line = 0;
  let delimiter = ',';
  let open: { text: string; line: number; lines: number } | undefined;
  const readLine = (text: string, at: number): TableRow => {
    if (delimiter === ',') delimiter = otherDelimiter(text) ?? delimiter;
    return { where: `line ${String(at)}`, cells: cellsOf(text, delimiter) };
  };
  const close = (): TableRow[] => {
    const row = open && readLine(open.text, open.line);
    open = undefined;
    return row ? [row] : [];
  };
  const addLine = (text: string): TableRow[] => {
    line += 1;
    if (!open && !text.includes('"')) return [readLine(text, line)];
    const before = open && (open.lines >= mostLines || rowStart.test(text)) ? close() : [];
    const whole = open ? { ...open, text: `${open.text}\n${text}`, lines: open.lines + 1 } : { text, line, lines: 1 };
    open = whole.text.length <= longestLine && openCell.test(whole.text) ? whole : undefined;
    return open ? before : [...before, readLine(whole.text, whole.line)];
  };
  const addLast = (): TableRow[] => {
    const isEnded = rest === '' || rest.endsWith('\r');
    const rows = rest === '' ? close() : [...addLine(rest), ...close()];
    return isEnded ? rows : rows.map((row, at) => (at === rows.length - 1 ? { ...row, isUnended: true } : row));
  };
  return (piece, isLast) => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = (lines.pop() ?? '').slice(0, 2 * longestLine);
    const rows = lines.flatMap(addLine);
    return isLast ? [...rows, ...addLast()] : rows;
  };
}

/** Most lines of most bills have no quotes; a parser for each would take ten times as long. */
function cellsOf(line: string, delimiter: string): string[] {
  // Its beginning alone says that it is a line, and one that cannot be read.
  if (line.length > longestLine) return [line.slice(0, 40).replace(/^[\s"]+/, '')];
  if (!line.includes('"')) return line.split(delimiter);
  // Space around a quoted cell, as some exports pad their columns, would make the quotes part of the text.
  const tight =
    delimiter === ',' ? line.replace(/(^|,)[ \t]+"(?!"[^\s,])/g, '$1"').replace(/"[ \t]+(?=,|$)/g, '"') : line;
  return parse<string[]>(tight, { delimiter }).data[0] ?? [];
}
