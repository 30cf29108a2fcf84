import type { BillProblem, UnreadLines } from '../core/bill-parts';
import type { Purchase, Unread } from '../core/types';
import { billMerger, readBillRows } from '.';
import type { ReadRow } from './table';

/** What is in a file; nothing of it has been kept. */
export interface LookedFile {
  name: string;
  /** Bytes. */
  size: number;
  /** Orders that it told of first, among the files that are looked at together. */
  purchases: number;
  /** Other money matters: transfers, meals, wages. */
  skipped: number;
  unread: UnreadLines;
  /** Whose bill it says it is, masked; the first of an archive's. */
  account?: string;
  why?: BillProblem;
}

/** What is in some files together: a payment may be in one, and its refund in another. */
export interface LookedBills {
  files: LookedFile[];
  purchases: Purchase[];
  /** Refunds of orders that none of the files pays, as what they say of them: the ledger may have these. */
  stray: Purchase[];
  /** Refunds that name no order, and fit no payment of the files. */
  nameless: number;
}

interface BillFile {
  name: string;
  size: number;
  stream: () => ReadableStream<Uint8Array>;
}

interface Looking {
  signal: AbortSignal;
  /** Bytes read so far, of all files. */
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

/**
 * Reads bills from their streams, one after the other. In memory are their purchases and one piece of one file, whatever
 * their size. Of a file that is refused nothing is used: where some of it was taken already, all begins anew without it.
 */
export async function lookAtBills(
  files: readonly BillFile[],
  looking: Looking,
  refused: ReadonlyMap<BillFile, BillProblem> = new Map(),
): Promise<LookedBills> {
  const merger = billMerger();
  const looked: LookedFile[] = [];
  let [before, room] = [0, mostPurchases];
  for (const [place, file] of files.entries()) {
    const start = before;
    const onProgress = (done: number) => looking.onProgress(start + done);
    const take = (row: ReadRow) => void merger.add(row, place);
    const why = refused.get(file) ?? (file.size === 0 ? 'empty' : undefined);
    const { taken, ...facts } = why
      ? { ...nothingOf(file), why }
      : await readLines(file, { ...looking, onProgress, take, room });
    if (!why && facts.why && taken > 0) return lookAtBills(files, looking, new Map([...refused, [file, facts.why]]));
    looked.push({ ...facts, purchases: 0 });
    room -= taken;
    before += file.size;
  }
  const { orders, stray, nameless, unread } = merger.ofFiles();
  for (const { file } of orders) {
    const told = looked[file];
    if (told) told.purchases += 1;
  }
  for (const { file, unread: amount } of unread) {
    const told = looked[file];
    if (told) note(told.unread, amount);
  }
  return { files: looked.map(asWhole), purchases: orders.map(({ purchase }) => purchase), stray, nameless };
}

/** What is told of the file itself, and not of one of its lines. */
function asWhole(file: LookedFile): LookedFile {
  const [first] = file.unread.first;
  return first?.where === file.name && file.purchases === 0 ? { ...file, why: first.reason } : file;
}

/** What is in a file besides its payments and refunds, and how many of these were taken. */
interface ReadLines extends Omit<LookedFile, 'purchases'> {
  taken: number;
}

function nothingOf({ name, size }: BillFile): ReadLines {
  return { name, size, taken: 0, skipped: 0, unread: noUnread() };
}

interface Taking extends Looking {
  /** A payment or a refund. */
  take: (row: ReadRow) => void;
  /** For how many. */
  room: number;
}

async function readLines(file: BillFile, { signal, onProgress, rest, take, room }: Taking): Promise<ReadLines> {
  const read = nothingOf(file);
  let lines = 0;
  const restOrStop = async () => {
    await rest();
    signal.throwIfAborted();
  };
  for await (const row of readBillRows(pieces(file, onProgress), file.name, restOrStop)) {
    if ('unread' in row && row.why) return { ...nothingOf(file), taken: read.taken, why: row.why };
    if ('account' in row) read.account ??= row.account;
    else if ('unread' in row) note(read.unread, row.unread);
    else if (row.line.is === 'other') read.skipped += 1;
    else if ((read.taken += 1) > room) return { ...nothingOf(file), taken: read.taken, why: 'too-many' };
    else take(row);
    if ((lines += 1) % rowsBetweenRests === 0) await rest();
    signal.throwIfAborted();
  }
  return read;
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
