import { backupName, type BackupHeader } from '../ledger/backup/format';
import { readBackup } from '../ledger/backup/read';
import { startBackup, type BackupOptions } from '../ledger/backup/write';
import type { BackupNote } from '../core/health';
import type { LedgerDb } from '../ledger/schema';
import { dayOf, listOwn, type OwnFile } from './files';

/** A week of days on which a page of ours was open. */
const keptFiles = 7;

export interface RollingOptions extends BackupOptions {
  /** Minutes to add to UTC for the person's wall clock: the file bears their day. */
  zoneMinutes: number;
}

/** The backup holds less than the ledger says: nothing may take its place before somebody has counted. */
export class ShortBackupError extends Error {}

export interface RollingDone {
  name: string;
  /** The ledger's name, as the file has it. */
  ledger: string;
  /** To be told to the background. */
  note: BackupNote;
  /** Names of older files that went. */
  removed: string[];
}

/**
 * Writes a backup into a folder under a name of its day. It gets that name when it is complete and has been read back;
 * until then, and if anything fails, the older ones stand as they stood. Keeps the newest seven backups of this ledger and
 * touches no other file: one from before a loss bears another ledger's name.
 * @throws {ShortBackupError}
 */
export async function writeRolling(
  directory: FileSystemDirectoryHandle,
  db: LedgerDb,
  options: RollingOptions,
): Promise<RollingDone> {
  const { stream, note, header, isShort, spoilt } = await startBackup(db, options);
  const { ledger } = header;
  const name = await freeName(directory, backupName(options.now, options.zoneMinutes), header);
  const part = `${name}.part`;
  try {
    await writeFile(directory, part, stream);
    const written = await readFile(directory, part);
    await readBack(written);
    if (isShort()) throw new ShortBackupError();
    // Day by day it would push out fuller ones. The person is told, and can have one by hand.
    if (spoilt() > 0) throw new Error('The browser cannot read all rows');
    await writeFile(directory, name, written.stream());
    if ((await readFile(directory, name)).size !== written.size) throw new Error('The file is not as it was written');
  } finally {
    await directory.removeEntry(part).catch(() => undefined); // the next run takes away what is left
  }
  return {
    name,
    ledger,
    note,
    removed: await removeOld(directory, { name, header, today: dayOf(backupName(options.now, options.zoneMinutes)) }),
  };
}

/** What is written to a file is in it once it is closed, all of it or nothing: the browser swaps it in. */
async function writeFile(
  directory: FileSystemDirectoryHandle,
  name: string,
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>,
) {
  const handle = await directory.getFileHandle(name, { create: true });
  try {
    await bytes.pipeTo(await handle.createWritable());
  } catch (error) {
    const isEmpty = (await handle.getFile()).size === 0; // made by us just now: nothing was swapped in
    if (isEmpty) await directory.removeEntry(name).catch(() => undefined);
    throw error;
  }
}

async function readFile(directory: FileSystemDirectoryHandle, name: string): Promise<File> {
  return (await directory.getFileHandle(name)).getFile();
}

/** @throws when the file is not whole: a disk may take what it does not give back */
async function readBack(file: File): Promise<void> {
  for await (const row of readBackup(file)) {
    if (row.kind === 'end' && row.wholeness !== 'whole') throw new Error('The file is not as it was written');
  }
}

/**
 * The name of the day, or one beside it when a file has it that is not ours, since another machine may share the folder,
 * or that holds more: what was erased by mistake may be nowhere else.
 */
async function freeName(directory: FileSystemDirectoryHandle, name: string, header: BackupHeader): Promise<string> {
  const rows = rowsOf(header);
  const own = new Map((await listOwn(directory, header.ledger)).map((file) => [file.name, file.rows]));
  const taken = new Set<string>();
  for await (const entry of directory.keys()) taken.add(entry);
  const isFree = (each: string) => !taken.has(each) || (own.get(each) ?? Infinity) <= rows;
  for (let number = 1; ; number += 1) {
    const each = number === 1 ? name : name.replace('.ndjson', `-${String(number)}.ndjson`);
    if (isFree(each)) return each;
  }
}

interface Written {
  name: string;
  header: BackupHeader;
  /** As names have it. */
  today: string;
}

/**
 * What was just written stays, whatever its name. A name of a day to come is by a clock that was ahead: such a file goes
 * before all others, unless it holds more than the new one.
 */
async function removeOld(directory: FileSystemDirectoryHandle, { name, header, today }: Written): Promise<string[]> {
  const own = await listOwn(directory, header.ledger);
  const rows = rowsOf(header);
  const isAhead = (file: OwnFile) => dayOf(file.name) > today && file.rows <= rows;
  const others = own.filter((file) => !file.isPart && file.name !== name);
  const inTurn = [...others.filter((file) => !isAhead(file)), ...others.filter(isAhead)];
  const gone = [...inTurn.slice(keptFiles - 1), ...own.filter(({ isPart }) => isPart)].map((file) => file.name);
  for (const each of gone) await directory.removeEntry(each);
  return gone;
}

function rowsOf({ counts }: BackupHeader): number {
  return counts.events + counts.exposures;
}
