import { SaxesParser } from 'saxes';
import type { TableRow } from '../table';
import { unpack } from './zip';

/** Cells beyond this column are none of a bill's. */
const mostColumns = 100;

/** "AB12" → 27. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

interface Handlers {
  open?: (name: string, attribute: (name: string) => string | undefined) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/** @throws {Error} at XML that is not well formed */
function walkXml(xml: string, { open, text, close }: Handlers): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  // Some programs write every name with a prefix, <x:row>.
  const own = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('opentag', ({ name, attributes }) => open?.(own(name), (key) => attributes[key]));
  parser.on('text', (piece) => text?.(piece));
  parser.on('cdata', (piece) => text?.(piece));
  parser.on('closetag', ({ name }) => close?.(own(name)));
  parser.write(xml).close();
}

/** What a text cannot hold as it is: the line end in "甲_x000D_乙", the tab behind "300000000001_x0009_". */
function unescapeText(text: string): string {
  return text.replace(/_x([\dA-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** The shared strings, in order; a rich text's runs are joined, its reading aids (`rPh`) left out. */
function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let [isText, isAid] = [false, false];
  walkXml(xml, {
    open: (name) => {
      if (name === 'si') strings.push('');
      if (name === 'rPh') isAid = true;
      isText = name === 't' && !isAid;
    },
    text: (piece) => {
      if (isText) strings[strings.length - 1] += piece;
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') isAid = false;
    },
  });
  return strings.map(unescapeText);
}

/**
 * Table programs write 20.61 as 20.609999999999999, its nearest number, and some as 2.061E1; 15 digits are what they show.
 * A number of more is an id, which is not there any more.
 */
function readNumber(text: string): string {
  const isExact = /^\d+(?:\.\d+)?(?:E[+-]?\d{1,2})?$/i.test(text) && Number(text) < 1e15;
  return isExact && /\D/.test(text) ? String(Number(Number(text).toPrecision(15))) : text;
}

/** Rows keep the numbers of the sheet: empty ones are often not written. */
function readSheet(xml: string, strings: readonly string[]): TableRow[] {
  const rows: { where: string; cells: string[] }[] = [];
  let cell = { column: 0, isShared: false, isNumber: false, text: '' };
  let isValue = false;
  walkXml(xml, {
    open: (name, attribute) => {
      if (name === 'row') rows.push({ where: `row ${attribute('r') ?? String(rows.length + 1)}`, cells: [] });
      if (name === 'c') {
        const type = attribute('t') ?? 'n';
        cell = { column: columnOf(attribute('r') ?? ''), isShared: type === 's', isNumber: type === 'n', text: '' };
      }
      isValue = name === 'v' || name === 't';
    },
    text: (piece) => {
      if (isValue) cell.text += piece;
    },
    close: (name) => {
      isValue = false;
      const cells = rows.at(-1)?.cells;
      if (name !== 'c' || !cells || cell.column >= mostColumns) return;
      const column = cell.column < 0 ? cells.length : cell.column;
      while (cells.length < column) cells.push('');
      cells[column] = cell.isShared
        ? (strings[Number(cell.text)] ?? '')
        : cell.isNumber
          ? readNumber(cell.text)
          : unescapeText(cell.text);
    },
  });
  // An empty cell at the end is often not written: a row is as wide as its sheet, and was not cut.
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return rows.map(({ where, cells }) => ({
    where,
    cells: cells.concat(Array<string>(width - cells.length).fill('')),
  }));
}

/** `<workbookPr date1904="1"/>`, of Excel on old Macs. */
function countsFrom1904(xml: string): boolean {
  let value: string | undefined;
  walkXml(xml, { open: (name, attribute) => name === 'workbookPr' && (value = attribute('date1904')) });
  return value === '1' || value === 'true';
}

const sheetName = /^xl\/worksheets\/[^/]+\.xml$/;

export function isWorkbook(names: readonly string[]): boolean {
  return names.includes('xl/workbook.xml');
}

/** Every sheet's rows, one sheet after the other; undefined when the workbook cannot be read. */
export function workbookRows(bytes: Uint8Array): TableRow[] | undefined {
  const unpacked = unpack(
    bytes,
    '',
    (name) => sheetName.test(name) || name === 'xl/sharedStrings.xml' || name === 'xl/workbook.xml',
  );
  if ('unread' in unpacked) return undefined;
  const decoder = new TextDecoder();
  const textOf = (name: string) => decoder.decode(unpacked.files.find((file) => file.name === name)?.bytes);
  try {
    const shared = textOf('xl/sharedStrings.xml');
    const strings = shared === '' ? [] : readStrings(shared);
    const sheets = unpacked.files.filter(({ name }) => sheetName.test(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
    const rows = sheets.flatMap(({ name }) => readSheet(textOf(name), strings));
    return countsFrom1904(textOf('xl/workbook.xml')) ? rows.map((row) => ({ ...row, isFrom1904: true })) : rows;
  } catch {
    return undefined;
  }
}
