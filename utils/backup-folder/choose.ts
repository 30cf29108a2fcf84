import { keepFolder, type KeptFolder } from './kept';

declare global {
  interface Window {
    /** Chromium only. */
    showDirectoryPicker?: (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
  }
  interface FileSystemHandle {
    /** Where folders can be asked for, that is in Chromium; a browser's own file system needs no permission. */
    queryPermission?: (wanted: { mode: 'readwrite' }) => Promise<PermissionState>;
    requestPermission?: (wanted: { mode: 'readwrite' }) => Promise<PermissionState>;
  }
}

/** Whether this browser lets a person give a folder. */
export function canKeepFolder(): boolean {
  return window.showDirectoryPicker !== undefined;
}

/**
 * Asks the person for a folder, and keeps it. To be called first thing in the click handler.
 * @returns undefined when the person thought better of it
 */
export async function chooseFolder(): Promise<KeptFolder | undefined> {
  try {
    const handle = await window.showDirectoryPicker?.({ id: 'bacao-backup', mode: 'readwrite' });
    if (!handle) return undefined;
    await keepFolder({ handle });
    return { handle };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

/** The browser forgets a permission when it ends, unless the person allowed it for good. */
export async function hasPermission(handle: FileSystemDirectoryHandle): Promise<boolean> {
  if (!handle.queryPermission) return true;
  return (await handle.queryPermission({ mode: 'readwrite' })) === 'granted';
}

/** Asks for the permission again. To be called first thing in the click handler. */
export async function askAgain({ handle }: KeptFolder): Promise<boolean> {
  return (await handle.requestPermission?.({ mode: 'readwrite' })) === 'granted';
}
