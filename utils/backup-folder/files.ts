import type { BackupHeader } from '../ledger/backup/format';
import { readBackup } from '../ledger/backup/read';

/** Files in a folder that may hold anything: what is not proved to be ours is left alone. */

const ourName = /^bacao-\d{4}-\d\d-\d\d(?:-\d+)?\.ndjson\.gz(?:\.part)?$/u;

export interface OwnFile {
  name: string;
  isPart: boolean;
  /** What the ledger held when it was begun. */
  rows: number;
}

/** Backups of this ledger, and what a stopped try has left, the newest first. */
export async function listOwn(directory: FileSystemDirectoryHandle, ledger: string): Promise<OwnFile[]> {
  const own: OwnFile[] = [];
  for await (const [name, handle] of directory.entries()) {
    if (handle.kind !== 'file' || !ourName.test(name)) continue;
    const isPart = name.endsWith('.part');
    const rows = await rowsOf(handle, { ledger, isPart });
    if (rows !== undefined) own.push({ name, isPart, rows });
  }
  return own.sort((a, b) => (dayAndNumber(a.name) < dayAndNumber(b.name) ? 1 : -1));
}

/**
 * A name alone proves nothing: two machines may share a folder, and a person may rename.
 * @returns undefined for what is no backup of that ledger
 */
async function rowsOf(handle: FileSystemHandle, { ledger, isPart }: { ledger: string; isPart: boolean }) {
  const file = await (handle as FileSystemFileHandle).getFile();
  if (file.size === 0) return isPart ? 0 : undefined; // begun by us and never written: nothing is in it
  const header = await headerOf(file);
  return header?.ledger === ledger ? header.counts.events + header.counts.exposures : undefined;
}

/** The first line of a backup; undefined for what is none. */
async function headerOf(file: File): Promise<BackupHeader | undefined> {
  try {
    for await (const row of readBackup(file)) return row.kind === 'header' ? row.header : undefined;
  } catch {
    return undefined; // another program's, or of a newer version
  }
  return undefined;
}

/** The day in a name, `2026-11-20`. */
export function dayOf(name: string): string {
  return /\d{4}-\d\d-\d\d/u.exec(name)?.[0] ?? '';
}

/** `bacao-2026-11-20.ndjson.gz` is older than `bacao-2026-11-20-2.ndjson.gz`. */
function dayAndNumber(name: string): string {
  const number = /\d{4}-\d\d-\d\d-(\d+)/u.exec(name)?.[1] ?? '1';
  return `${dayOf(name)} ${number.padStart(6, '0')}`;
}
