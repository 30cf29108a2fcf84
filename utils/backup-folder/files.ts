import { readBackup } from '../ledger/backup/read';

/** Files in a folder that may hold anything: what is not proved to be ours is left alone. */

const ourName = /^bacao-\d{4}-\d\d-\d\d(?:-\d+)?\.ndjson\.gz(?:\.part)?$/u;

export interface OwnFile {
  name: string;
  isPart: boolean;
}

/** Backups of this ledger, and what a stopped try has left, the newest first. */
export async function listOwn(directory: FileSystemDirectoryHandle, ledger: string): Promise<OwnFile[]> {
  const own: OwnFile[] = [];
  for await (const [name, handle] of directory.entries()) {
    if (handle.kind !== 'file' || !ourName.test(name)) continue;
    const isPart = name.endsWith('.part');
    if (await isOfLedger(handle, { ledger, isPart })) own.push({ name, isPart });
  }
  return own.sort((a, b) => (dayAndNumber(a.name) < dayAndNumber(b.name) ? 1 : -1));
}

/** A name alone proves nothing: two machines may share a folder, and a person may rename. */
async function isOfLedger(handle: FileSystemHandle, { ledger, isPart }: { ledger: string; isPart: boolean }) {
  const file = await (handle as FileSystemFileHandle).getFile();
  if (file.size === 0) return isPart; // begun by us and never written: nothing is in it
  return (await ledgerOf(file)) === ledger;
}

/** The ledger that a file is a backup of; undefined for what is none. */
async function ledgerOf(file: File): Promise<string | undefined> {
  try {
    for await (const row of readBackup(file)) return row.kind === 'header' ? row.header.ledger : undefined;
  } catch {
    return undefined; // another program's, or of a newer version
  }
  return undefined;
}

/** `bacao-2026-11-20.ndjson.gz` is older than `bacao-2026-11-20-2.ndjson.gz`. */
function dayAndNumber(name: string): string {
  const [day = '', number = '1'] = /(\d{4}-\d\d-\d\d)(?:-(\d+))?/u.exec(name)?.slice(1) ?? [];
  return `${day} ${number.padStart(6, '0')}`;
}
