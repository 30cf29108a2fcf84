import { importOfLock } from '../core/bill-parts';
import { listBegun } from './begun-imports';
import type { WriterDoor } from './door';

/** Ids of the imports that a page of ours is at: it holds a lock as long. */
export async function liveImports(): Promise<Set<string>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name = '' }) => importOfLock(name) ?? []));
}

/** Imports that may yet be taken back: they have not ended, or their page, which can still stop them, is there. */
export async function listOpenImports(door: Pick<WriterDoor, 'liveImports'> & { storage: Area }): Promise<string[]> {
  return [...new Set([...(await listBegun(door.storage)), ...(await door.liveImports())])].sort();
}

type Area = Parameters<typeof listBegun>[0];
