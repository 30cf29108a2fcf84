import { SaxesParser } from 'saxes';
import type { TableRow } from '../table';
import { unpack } from './zip';

/** Cells beyond this column are none of a bill's. */
const mostColumns = 100;

/** As many lines as a look takes purchases from any file; more were made to fill the memory. */
const mostLines = 250_000;

/** As many as a sheet can have (Excel's specifications), empty ones too. */
const mostRows = 1_048_576;

/** More than every cell of so many lines holds. */
const mostStrings = 16 * mostLines;

/** What is parsed at once: some hundredths of a second. */
const sliceBytes = 128 * 1024;

/**
 * What comes out of a workbook: a row that holds something; `turn`, that a slice of it was read and others may have their
 * turn; or at last why nothing of it counts.
 */
export type WorkbookPart = TableRow | 'turn' | 'damaged' | 'too-many' | 'too-large';

class TooMany extends Error {}

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

/** Slice by slice. @throws {Error} at XML that is not well formed */
function* walkXml(xml: Uint8Array, { open, text, close }: Handlers): Iterable<'turn'> {
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
  const decoder = new TextDecoder();
  for (let at = 0; at < xml.length; at += sliceBytes) {
    parser.write(decoder.decode(xml.subarray(at, at + sliceBytes), { stream: true }));
    yield 'turn';
  }
  parser.write(decoder.decode()).close();
}

/** What a text cannot hold as it is: the line end in "甲_x000D_乙", the tab behind "300000000001_x0009_". */
function unescapeText(text: string): string {
  return text.replace(/_x([\dA-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** The shared strings, in order; a rich text's runs are joined, its reading aids (`rPh`) left out. */
function* readStrings(xml: Uint8Array, strings: string[]): Iterable<'turn'> {
  let [isText, isAid, whole] = [false, false, ''];
  yield* walkXml(xml, {
    open: (name) => {
      if (name === 'si') whole = '';
      if (name === 'rPh') isAid = true;
      isText = name === 't' && !isAid;
    },
    text: (piece) => {
      if (isText) whole += piece;
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') isAid = false;
      if (name === 'si' && strings.push(unescapeText(whole)) > mostStrings) throw new TooMany();
    },
  });
}

/**
 * Table programs write 20.61 as 20.609999999999999, its nearest number, and some as 2.061E1; 15 digits are what they show.
 * A number of more is an id, which is not there any more.
 */
function readNumber(text: string): string {
  const isExact = /^\d+(?:\.\d+)?(?:E[+-]?\d{1,2})?$/i.test(text) && Number(text) < 1e15;
  return isExact && /\D/.test(text) ? String(Number(Number(text).toPrecision(15))) : text;
}

/** Rows keep the numbers of the sheet, as empty ones are often not written; those that are, cost nothing. */
function rowHandlers(strings: readonly string[], add: (row: TableRow) => void): Handlers {
  let cell = { column: 0, isShared: false, isNumber: false, text: '' };
  let [row, cells, rows, next, isValue] = ['', [] as string[], 0, 0, false];
  const valueOf = ({ isShared, isNumber, text }: typeof cell) =>
    isShared ? (strings[Number(text)] ?? '') : isNumber ? readNumber(text) : unescapeText(text);
  const place = (column: number, value: string) => {
    if (value === '' || column >= mostColumns) return;
    while (cells.length < column) cells.push('');
    cells[column] = value;
  };
  return {
    open: (name, attribute) => {
      if (name === 'row') {
        if ((rows += 1) > mostRows) throw new TooMany();
        [row, cells, next] = [attribute('r') ?? String(rows), [], 0];
      }
      if (name === 'c') {
        const type = attribute('t') ?? 'n';
        const column = columnOf(attribute('r') ?? '');
        cell = { column: column < 0 ? next : column, isShared: type === 's', isNumber: type === 'n', text: '' };
        next = cell.column + 1;
      }
      isValue = name === 'v' || name === 't';
    },
    text: (piece) => {
      if (isValue) cell.text += piece;
    },
    close: (name) => {
      isValue = false;
      if (name === 'c') place(cell.column, valueOf(cell));
      if (name === 'row' && cells.length > 0) add({ where: `row ${row}`, cells, isWhole: true });
    },
  };
}

function* readSheet(xml: Uint8Array, strings: readonly string[]): Iterable<TableRow | 'turn'> {
  let rows: TableRow[] = [];
  for (const turn of walkXml(
    xml,
    rowHandlers(strings, (row) => rows.push(row)),
  )) {
    yield* rows;
    rows = [];
    yield turn;
  }
}

/** `<workbookPr date1904="1"/>`, of Excel on old Macs. */
function countsFrom1904(xml: Uint8Array): boolean {
  let value: string | undefined;
  const open: Handlers['open'] = (name, attribute) => name === 'workbookPr' && (value = attribute('date1904'));
  // A description is short: nobody waits for it
  Array.from(walkXml(xml, { open }));
  return value === '1' || value === 'true';
}

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);

const sheetName = /^xl\/worksheets\/[^/]+\.xml$/;

export function isWorkbook(names: readonly string[]): boolean {
  return names.includes('xl/workbook.xml');
}

function* readSheets(files: readonly { name: string; bytes: Uint8Array }[]): Iterable<TableRow | 'turn'> {
  const bytesOf = (name: string) => files.find((file) => file.name === name)?.bytes ?? new Uint8Array();
  const isFrom1904 = countsFrom1904(bytesOf('xl/workbook.xml'));
  const strings: string[] = [];
  const shared = bytesOf('xl/sharedStrings.xml');
  if (shared.length > 0) yield* readStrings(shared, strings);
  let lines = 0;
  for (const { bytes } of files.filter((file) => sheetName.test(file.name)).sort(byName))
    for (const part of readSheet(bytes, strings)) {
      if (part !== 'turn' && (lines += 1) > mostLines) throw new TooMany();
      yield part !== 'turn' && isFrom1904 ? { ...part, isFrom1904 } : part;
    }
}

/**
 * Every sheet's rows, one sheet after the other, as they are parsed. What is damaged is known at its end, or never: whoever
 * takes the rows keeps them apart until the last has come.
 */
export function* workbookRows(bytes: Uint8Array): Iterable<WorkbookPart> {
  const unpacked = unpack(
    bytes,
    '',
    (name) => sheetName.test(name) || name === 'xl/sharedStrings.xml' || name === 'xl/workbook.xml',
  );
  if ('unread' in unpacked) return yield unpacked.why ?? 'damaged';
  try {
    yield* readSheets(unpacked.files);
  } catch (error) {
    yield error instanceof TooMany ? 'too-many' : 'damaged';
  }
}
