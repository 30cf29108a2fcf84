import type { StorageUse } from '../core/room-left';

/** @returns undefined where the browser does not tell */
export async function readStorageUse(): Promise<StorageUse | undefined> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return usage === undefined || quota === undefined ? undefined : { used: usage, quota };
  } catch {
    return undefined; // asked for a page that is going away
  }
}
