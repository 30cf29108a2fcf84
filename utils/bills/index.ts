import type { Purchase, Reading, Unread } from '../core/types';
import { csvRows } from './files/csv';
import { textDecoderFor } from './files/text';
import { isWorkbook, workbookRows } from './files/xlsx';
import { isZip, unpack } from './files/zip';
import { billMerger } from './merge';
import { tableReader, type ReadRow, type TableRow } from './table';

export { billMerger };

/** A bill of more than this is read line by line from a stream or not at all. */
const mostArchive = 64 * 1024 * 1024;

/** More than any form says before its first line. */
const preambleBytes = 64 * 1024;

const isTable = (name: string) => /\.(?:csv|txt|xlsx)$/i.test(name);

/** A folder, what a Mac adds, or what its name says is none: all others are told by what is in them. */
const isNoBill = (name: string) =>
  /(?:\/|\.(?:pdf|png|jpe?g|gif|webp|mp4|mov|docx?|pptx?|html?|zip|rar|7z))$|__MACOSX/i.test(name);

/** Rows as they are read; `turn` where others may have their turn. */
type Read = Iterable<ReadRow | 'turn'>;

function* readText(bytes: Uint8Array, fileName: string): Read {
  const [decoder, rowsIn, table] = [textDecoderFor(bytes.subarray(0, preambleBytes)), csvRows(), tableReader()];
  for (let at = 0; at < bytes.length; at += preambleBytes) {
    const piece = decoder.decode(bytes.subarray(at, at + preambleBytes), { stream: true });
    yield* readAll(table, rowsIn(piece, false));
    yield 'turn';
  }
  yield* readAll(table, rowsIn(decoder.decode(), true));
  if (!table.isBill()) yield notRead(fileName, 'unknown-form');
}

function* readAll(table: ReturnType<typeof tableReader>, rows: Iterable<TableRow>): Iterable<ReadRow> {
  for (const row of rows) {
    const read = table.read(row);
    if (read) yield read;
  }
}

/** Nothing of a damaged workbook is used: its lines are kept until all of it was read. */
function* readWorkbook(bytes: Uint8Array, fileName: string): Read {
  const table = tableReader();
  const lines: ReadRow[] = [];
  for (const part of workbookRows(bytes)) {
    if (part === 'turn') yield part;
    else if (part === 'damaged') return yield notRead(fileName, 'shape');
    else if (part === 'too-many' || part === 'too-large') return yield { ...notRead(fileName, 'shape'), why: part };
    else {
      const line = table.read(part);
      if (line) lines.push(line);
    }
  }
  yield* lines;
  if (!table.isBill()) yield notRead(fileName, 'unknown-form');
}

function notRead(where: string, reason: Unread['reason']) {
  return { where, unread: { where, reason } };
}

/** A workbook is an archive too; an archive may hold several bills, but no other archive. */
function* readArchive(bytes: Uint8Array, fileName: string): Read {
  if (bytes.length > mostArchive) return yield { ...notRead(fileName, 'shape'), why: 'too-large' };
  const list = unpack(bytes, fileName, () => false);
  if ('unread' in list) return yield notRead(fileName, list.unread.reason);
  if (isBook(bytes)) return yield* readWorkbook(bytes, fileName);
  const unpacked = unpack(bytes, fileName, (name) => !isNoBill(name));
  if ('unread' in unpacked) return yield { where: fileName, ...unpacked };
  const files = unpacked.files.filter(({ name, bytes: content }) => isTable(name) || holdsBill(content));
  if (files.length === 0) yield notRead(fileName, 'unknown-form');
  for (const [part, { name, bytes: content }] of files.entries())
    for (const row of readFile(content, name))
      yield part > 0 && row !== 'turn' && 'line' in row ? { ...row, part } : row;
}

/** A workbook, or a table whose header stands where one stands in any form. */
function holdsBill(bytes: Uint8Array): boolean {
  if (isZip(bytes)) return isBook(bytes);
  for (const row of readText(bytes.subarray(0, preambleBytes), ''))
    if (row !== 'turn' && 'unread' in row && row.unread.reason === 'unknown-form') return false;
  return true;
}

function isBook(bytes: Uint8Array): boolean {
  const names: string[] = [];
  unpack(bytes, '', (name) => {
    names.push(name);
    return false;
  });
  return isWorkbook(names);
}

function* readFile(bytes: Uint8Array, fileName: string): Read {
  if (!isZip(bytes)) yield* readText(bytes, fileName);
  else if (/\.xlsx$/i.test(fileName) || isBook(bytes)) yield* readWorkbook(bytes, fileName);
  else yield notRead(fileName, 'unknown-form');
}

/**
 * Reads a bill of Alipay, WeChat, JD or Meituan, plain or zipped: one purchase per payment to a known shop platform, with
 * the refunds that the same file tells. Forms: field page on orders, section 6; conventions: the project's contracts.
 * Nothing is thrown: what cannot be read is told in `unread`, other money matters are counted in `skipped`.
 */
export function readBill(bytes: Uint8Array, fileName: string): Reading<Purchase> {
  const merger = billMerger();
  for (const row of isZip(bytes) ? readArchive(bytes, fileName) : readFile(bytes, fileName))
    if (row !== 'turn') merger.add(row);
  return merger.reading();
}

/**
 * The same, line by line from a stream, so that a file of any size needs no more memory than what it holds of purchases:
 * give every row to a `billMerger`. Archives are taken whole, up to 64 MB, and parsed in slices.
 * @param rest called between slices, which need not hold a row; what it throws ends the reading
 */
export async function* readBillRows(
  stream: AsyncIterable<Uint8Array>,
  fileName: string,
  rest: () => Promise<void> = () => Promise.resolve(),
): AsyncIterable<ReadRow> {
  const pieces = stream[Symbol.asyncIterator]();
  // What the file is, is told by its first bytes, whatever pieces it comes in.
  const first = await readUpTo(preambleBytes, pieces);
  if (first.length === 0) return yield notRead(fileName, 'unknown-form');
  if (isZip(first)) {
    for (const row of readArchive(await readUpTo(mostArchive + 1, pieces, first), fileName))
      if (row === 'turn') await rest();
      else yield row;
    return;
  }
  const [decoder, rowsIn, table] = [textDecoderFor(first), csvRows(), tableReader()];
  yield* readAll(table, rowsIn(decoder.decode(first, { stream: true }), false));
  for (let piece = await pieces.next(); !piece.done; piece = await pieces.next())
    yield* readAll(table, rowsIn(decoder.decode(piece.value, { stream: true }), false));
  yield* readAll(table, rowsIn(decoder.decode(), true));
  if (!table.isBill()) yield notRead(fileName, 'unknown-form');
}

/** The next pieces as one, until there are as many bytes as that, or no more. */
async function readUpTo(bytes: number, pieces: AsyncIterator<Uint8Array>, start: Uint8Array = new Uint8Array()) {
  const read = [start];
  let size = start.length;
  while (size < bytes) {
    const piece = await pieces.next();
    if (piece.done) break;
    read.push(piece.value);
    size += piece.value.length;
  }
  if (read.length === 1) return start;
  const whole = new Uint8Array(size);
  read.reduce((at, piece) => {
    whole.set(piece, at);
    return at + piece.length;
  }, 0);
  return whole;
}
