import { openDB, type DBSchema } from 'idb';
import type { FolderFailure } from '../core/backup';

/** The folder that the person gave for backups, and how it went. A handle can be kept in a database only. */
export interface KeptFolder {
  handle: FileSystemDirectoryHandle;
  /** Of the last file that was finished. */
  last?: { at: number; name: string; ledger: string; rowsEver: number };
  /** Why the last try failed. */
  failed?: { at: number; reason: FolderFailure };
}

interface FolderSchema extends DBSchema {
  folder: { key: 'folder'; value: KeptFolder };
}

// Of its own: an emptied, broken or newer ledger must not take the way to the backups with it.
const open = () =>
  openDB<FolderSchema>('bacao-folder', 1, {
    upgrade: (db) => void db.createObjectStore('folder'),
    // Another page of ours may want it gone.
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });

async function use<T>(work: (db: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> {
  const db = await open();
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

export function readFolder(): Promise<KeptFolder | undefined> {
  return use((db) => db.get('folder', 'folder'));
}

export async function keepFolder(folder: KeptFolder): Promise<void> {
  await use((db) => db.put('folder', folder, 'folder'));
}

/** The files stay where they are. */
export function forgetFolder(): Promise<void> {
  return use((db) => db.delete('folder', 'folder'));
}
