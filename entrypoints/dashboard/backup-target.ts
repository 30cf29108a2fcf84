import { handOver } from '@/utils/downloads';

declare global {
  interface Window {
    /** Chromium only. */
    showSaveFilePicker?: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;
  }
}

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

/** Where a backup goes, once it is known. */
export interface BackupTarget {
  where: 'written' | 'handed';
  /** @returns the file's name and size; rejects when it is not there to its last byte */
  write: (stream: Bytes, signal: AbortSignal) => Promise<{ name: string; bytes: number }>;
}

/**
 * Asks the person for a place where the browser can, and else takes the downloads. To be called first thing in the click
 * handler: a picker opens for the person's own click alone.
 * @returns undefined when the person thought better of it
 */
export async function chooseTarget(suggestedName: string): Promise<BackupTarget | undefined> {
  if (!window.showSaveFilePicker) return downloads(suggestedName);
  try {
    return chosenFile(await window.showSaveFilePicker({ suggestedName }));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    return downloads(suggestedName); // a browser that has the picker may still forbid it
  }
}

/** Nothing is in the file before the last byte is: what was there stays until the stream has ended. */
function chosenFile(handle: FileSystemFileHandle): BackupTarget {
  return {
    where: 'written',
    async write(stream, signal) {
      await stream.pipeTo(await handle.createWritable(), { signal });
      const { name, size } = await handle.getFile();
      return { name, bytes: size };
    },
  };
}

function downloads(name: string): BackupTarget {
  return {
    where: 'handed',
    async write(stream, signal) {
      const blob = await new Response(stream).blob();
      signal.throwIfAborted();
      handOver(blob, name);
      return { name, bytes: blob.size };
    },
  };
}
