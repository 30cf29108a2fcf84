import type { ItemRow } from '../../core/rows';
import { csvText } from '../write/csv-cell';
import { streamOf } from '../write/stream';
import { listColumns, listRow } from './rows';

export type ListFormat = 'csv' | 'json';

interface ListOptions {
  format: ListFormat;
  /** Epoch ms. */
  now: number;
  signal?: AbortSignal;
  /** Told how many items have been written. */
  onRows?: (rows: number) => void;
}

/** Excel takes a file without it for the system's old encoding. */
const byteOrderMark = '\uFEFF';

/** The person's own list, as a file: no study, no pseudonyms. Pages of items are read as the stream is. */
export function listStream(pages: AsyncIterable<readonly ItemRow[]>, options: ListOptions) {
  const texts = options.format === 'csv' ? csvTexts(pages) : jsonTexts(pages, options.now);
  return streamOf(encoded(texts, options.onRows), options.signal);
}

interface Piece {
  text: string;
  rows: number;
}

async function* encoded(pieces: AsyncIterable<Piece>, onRows: ListOptions['onRows']) {
  const encoder = new TextEncoder();
  let rows = 0;
  for await (const piece of pieces) {
    yield encoder.encode(piece.text);
    onRows?.((rows += piece.rows));
  }
}

async function* csvTexts(pages: AsyncIterable<readonly ItemRow[]>): AsyncGenerator<Piece> {
  yield { text: `${byteOrderMark}${listColumns.join(',')}\r\n`, rows: 0 };
  for await (const items of pages) yield { text: items.map(csvLine).join(''), rows: items.length };
}

function csvLine(item: ItemRow): string {
  const row = listRow(item);
  return `${listColumns.map((name) => (row[name] === null ? '' : csvText(row[name]))).join(',')}\r\n`;
}

async function* jsonTexts(pages: AsyncIterable<readonly ItemRow[]>, now: number): AsyncGenerator<Piece> {
  const head = { format: 'bacao-list', version: 1, exported_at: new Date(now).toISOString() };
  yield { text: `${JSON.stringify(head).slice(0, -1)},"items":[`, rows: 0 };
  let isFirst = true;
  for await (const items of pages) {
    const lines = items.map((item) => JSON.stringify(listRow(item))).join(',\n');
    if (lines === '') continue;
    yield { text: `${isFirst ? '' : ','}\n${lines}`, rows: items.length };
    isFirst = false;
  }
  yield { text: '\n]}\n', rows: 0 };
}

/** `bacao-list-2026-11-21.csv`, by the person's own calendar. */
export function listName(format: ListFormat, at: number, zoneMinutes: number): string {
  return `bacao-list-${new Date(at + zoneMinutes * 60_000).toISOString().slice(0, 10)}.${format}`;
}
