import type { TableName } from '../tables';
import type { AnyRow } from '../tables/columns';
import { rowOf } from './cells';

/** None of ours comes near it. */
const mostLineChars = 100_000;
const rowsAtOnce = 500;

/** A line that is too long, or no JSON, is left out: one broken row costs no other. */
export async function* ndjsonRows(chunks: AsyncIterable<Uint8Array>, table: TableName): AsyncGenerator<AnyRow[]> {
  let rows: AnyRow[] = [];
  for await (const line of textLines(chunks)) {
    const raw = parseLine(line);
    if (raw !== undefined) rows.push(rowOf(table, raw));
    if (rows.length < rowsAtOnce) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

async function* textLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = (lines.pop() ?? '').slice(0, mostLineChars + 1);
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function parseLine(line: string): unknown {
  if (line.length > mostLineChars) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // counted by whoever compares rows with the description
  }
}
