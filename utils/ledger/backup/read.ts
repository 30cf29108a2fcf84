import * as v from 'valibot';
import { steps } from '../schema';
import { formatName, formatVersion, headerLine, maxLineBytes, maxLines, type BackupHeader } from './format';
import { readLines, type Line } from './lines';
import { parseJson, readRow, type FileRow } from './rows';
import { unpack } from './unpack';

/** Why nothing of a file can be read. `cut`: it is a backup that ends within its first line. */
export class NotABackupError extends Error {
  constructor(
    readonly kind: 'empty' | 'foreign' | 'newer' | 'cut',
    /** The version of Bacao that wrote it, where it says so. */
    readonly app?: string,
  ) {
    super(`Not a backup that can be read: ${kind}`);
  }
}

/** Whether a file is as it was written: `cut` when its end is missing, `changed` when its end does not fit. */
export type Wholeness = 'whole' | 'cut' | 'changed';

/** `end` is always the last. `unwritten`: rows that no text could hold when the backup was made. */
export type BackupRow =
  | { kind: 'header'; header: BackupHeader }
  | Exclude<FileRow, { kind: 'end' }>
  | { kind: 'end'; wholeness: Wholeness; unwritten: number };

/**
 * Reads a backup row by row, in memory that does not grow with it. What does not decode is refused with its line and its
 * reason, and the next line is read: a file that is cut or changed gives all that is still whole in it.
 * @param onBytes told how much of the file has been read
 * @throws {NotABackupError}
 */
export async function* readBackup(file: Blob, onBytes?: (bytes: number) => void): AsyncGenerator<BackupRow> {
  const counter = endChecker();
  let number = 0;
  for await (const line of readLines(unpack(file, onBytes), maxLineBytes)) {
    number += 1;
    if (number === 1) yield { kind: 'header', header: readHeader(line) };
    if (number === 1 || isBlank(line)) continue;
    if (number > maxLines) break;
    const row = readRow(line.bytes, number);
    counter.count(row, line);
    if (row.kind !== 'end') yield row;
  }
  if (number === 0) throw new NotABackupError(file.size === 0 ? 'empty' : 'foreign');
  yield { kind: 'end', ...counter.judge() };
}

function isBlank({ bytes }: Line): boolean {
  return bytes !== undefined && bytes.length <= 2 && new TextDecoder().decode(bytes).trim() === '';
}

const anyHeader = v.object({ format: v.literal(formatName), version: v.number(), schema: v.number() });

function readHeader({ bytes }: Line): BackupHeader {
  const raw = bytes && parseJson(bytes);
  const any = v.safeParse(anyHeader, raw);
  if (!any.success) throw new NotABackupError(bytes && isCutHeader(bytes) ? 'cut' : 'foreign');
  const header = v.safeParse(headerLine, raw);
  const isNewer = any.output.version > formatVersion || any.output.schema > steps.length;
  if (isNewer) throw new NotABackupError('newer', header.success ? header.output.app : undefined);
  if (!header.success) throw new NotABackupError('foreign');
  return header.output;
}

/** A download that broke off: the beginning of our first line, and no end of it. */
function isCutHeader(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  return text.startsWith(`{"format":"${formatName}"`) && !text.endsWith('\n');
}

/** Compares what the last line says with what stands above it. */
function endChecker() {
  const found = { event: 0, exposure: 0 };
  let end: { isTrue: boolean; unwritten: number } | undefined;
  return {
    count(row: FileRow, line: Line) {
      if (end) end.isTrue = false; // something stands below it
      const kind = row.kind === 'refused' ? row.of : row.kind;
      if (kind === 'event' || kind === 'exposure') found[kind] += 1;
      if (row.kind !== 'end') return;
      const { counts, unwritten, sha256 } = row.end;
      const isCounted = counts.events === found.event && counts.exposures === found.exposure;
      end = { isTrue: isCounted && sha256 === line.hashAbove(), unwritten };
    },
    judge(): { wholeness: Wholeness; unwritten: number } {
      if (!end) return { wholeness: 'cut', unwritten: 0 };
      return { wholeness: end.isTrue ? 'whole' : 'changed', unwritten: end.unwritten };
    },
  };
}
