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

const isTable = (name: string) => /\.(?:csv|txt|xlsx)$/i.test(name) && !name.includes('__MACOSX');

function* readTable(rows: Iterable<TableRow>, fileName: string): Iterable<ReadRow> {
  const table = tableReader();
  for (const row of rows) {
    const read = table.read(row);
    if (read) yield read;
  }
  if (!table.isBill()) yield notRead(fileName, 'unknown-form');
}

function notRead(where: string, reason: Unread['reason']): ReadRow {
  return { where, unread: { where, reason } };
}

function textRows(bytes: Uint8Array): TableRow[] {
  return csvRows()(textDecoderFor(bytes.subarray(0, preambleBytes)).decode(bytes), true);
}

/** A workbook is an archive too; an archive may hold several bills, but no other archive. */
function* readArchive(bytes: Uint8Array, fileName: string): Iterable<ReadRow> {
  const names: string[] = [];
  const list = unpack(bytes, fileName, (name) => {
    names.push(name);
    return false;
  });
  if (bytes.length > mostArchive || 'unread' in list)
    return yield notRead(fileName, 'unread' in list ? list.unread.reason : 'shape');
  if (isWorkbook(names)) {
    const rows = workbookRows(bytes);
    return yield* rows ? readTable(rows, fileName) : [notRead(fileName, 'shape')];
  }
  const unpacked = unpack(bytes, fileName, isTable);
  if ('unread' in unpacked) return yield { where: fileName, unread: unpacked.unread };
  if (unpacked.files.length === 0) yield notRead(fileName, 'unknown-form');
  for (const { name, bytes: content } of unpacked.files) yield* readFile(content, name);
}

function* readFile(bytes: Uint8Array, fileName: string): Iterable<ReadRow> {
  if (!isZip(bytes)) yield* readTable(textRows(bytes), fileName);
  else if (/\.xlsx$/i.test(fileName)) {
    const rows = workbookRows(bytes);
    yield* rows ? readTable(rows, fileName) : [notRead(fileName, 'shape')];
  } else yield notRead(fileName, 'unknown-form');
}

/**
 * Reads a bill of Alipay, WeChat, JD or Meituan, plain or zipped: one purchase per payment to a known shop platform, with
 * the refunds that the same file tells. Forms: field page on orders, section 6; conventions: the project's contracts.
 * Nothing is thrown: what cannot be read is told in `unread`, other money matters are counted in `skipped`.
 */
export function readBill(bytes: Uint8Array, fileName: string): Reading<Purchase> {
  const merger = billMerger();
  for (const row of isZip(bytes) ? readArchive(bytes, fileName) : readFile(bytes, fileName)) merger.add(row);
  return merger.reading();
}

/**
 * The same, line by line from a stream, so that a file of any size needs no more memory than what it holds of purchases:
 * give every row to a `billMerger`. Archives are read whole, up to 64 MB.
 */
export async function* readBillRows(stream: AsyncIterable<Uint8Array>, fileName: string): AsyncIterable<ReadRow> {
  const pieces = stream[Symbol.asyncIterator]();
  // What the file is, is told by its first bytes, whatever pieces it comes in.
  const first = await readUpTo(preambleBytes, pieces);
  if (first.length === 0) return yield notRead(fileName, 'unknown-form');
  if (isZip(first)) return yield* readArchive(await readUpTo(mostArchive + 1, pieces, first), fileName);
  const [decoder, rowsIn, table] = [textDecoderFor(first), csvRows(), tableReader()];
  const take = function* (text: string, isLast: boolean): Iterable<ReadRow> {
    for (const row of rowsIn(text, isLast)) {
      const read = table.read(row);
      if (read) yield read;
    }
  };
  yield* take(decoder.decode(first, { stream: true }), false);
  for (let piece = await pieces.next(); !piece.done; piece = await pieces.next())
    yield* take(decoder.decode(piece.value, { stream: true }), false);
  yield* take(decoder.decode(), true);
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
