import type { BillProblem, UnreadLines } from '../core/bill-parts';
import type { Purchase, Unread } from '../core/types';
import { billMerger, readBillRows } from '.';

/** What is in a file; nothing of it has been kept. */
export interface LookedBill {
  name: string;
  /** Bytes. */
  size: number;
  purchases: Purchase[];
  /** Other money matters: transfers, meals, wages. */
  skipped: number;
  unread: UnreadLines;
  why?: BillProblem;
}

interface BillFile {
  name: string;
  size: number;
  stream: () => ReadableStream<Uint8Array>;
}

interface Looking {
  signal: AbortSignal;
  /** Bytes read so far. */
  onProgress: (done: number) => void;
  /** Gives the screen its turn. */
  rest: () => Promise<void>;
}

const listedLines = 200;
/** Thirty purchases a day for twenty years; more is a file that was made to fill the memory. */
const mostPurchases = 250_000;
const rowsBetweenRests = 500;
/** A browser hands over up to 2 MB at once: ten thousand lines, all of whose cells would be in memory together. */
const pieceBytes = 1 << 16;

/** Reads a bill from its stream. In memory are its purchases and one piece of it, whatever the size of the file. */
export async function lookAtBill(file: BillFile, { signal, onProgress, rest }: Looking): Promise<LookedBill> {
  const { name, size } = file;
  const empty: LookedBill = { name, size, purchases: [], skipped: 0, unread: noUnread() };
  if (size === 0) return { ...empty, why: 'empty' };
  const merger = billMerger();
  const unread = noUnread();
  let [rows, payments] = [0, 0];
  const restOrStop = async () => {
    await rest();
    signal.throwIfAborted();
  };
  for await (const row of readBillRows(pieces(file, onProgress), name, restOrStop)) {
    if ('unread' in row && row.why) return { ...empty, why: row.why };
    if ('unread' in row) note(unread, row.unread);
    else merger.add(row);
    if ('line' in row && row.line.is !== 'other') payments += 1;
    if (payments > mostPurchases) return { ...empty, why: 'too-many' };
    if ((rows += 1) % rowsBetweenRests === 0) await rest();
    signal.throwIfAborted();
  }
  const { found, skipped, unread: amounts } = merger.reading();
  for (const each of amounts) note(unread, each);
  const looked = { ...empty, purchases: found, skipped, unread };
  const [first] = unread.first;
  // What is told of the file itself, and not of one of its lines.
  return first?.where === name && found.length === 0 ? { ...looked, why: first.reason } : looked;
}

function noUnread(): UnreadLines {
  return { count: 0, reasons: {}, first: [] };
}

function note(lines: UnreadLines, unread: Unread): void {
  lines.count += 1;
  lines.reasons[unread.reason] = (lines.reasons[unread.reason] ?? 0) + 1;
  if (lines.first.length < listedLines) lines.first.push(unread);
}

async function* pieces(file: BillFile, onProgress: (done: number) => void): AsyncIterable<Uint8Array> {
  const reader = file.stream().getReader();
  let done = 0;
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      for (let from = 0; from < piece.value.length; from += pieceBytes) {
        const part = piece.value.subarray(from, from + pieceBytes);
        onProgress((done += part.length));
        yield part;
      }
    }
  } finally {
    await reader.cancel();
  }
}
