import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Profile {
  dir: string;
  remove: () => void;
  /** Removes it when the launch into it fails. */
  guard: <T>(launch: Promise<T>) => Promise<T>;
}

const left = new Set<string>();

// A run that is cut short (Ctrl-C, a failed hook) leaves no profile behind either.
process.on('exit', () => {
  for (const dir of left) erase(dir);
});

/** A fresh profile that is erased by `remove`, or the caller's own, which stays. */
export function openProfile(userDataDir?: string): Profile {
  if (userDataDir !== undefined) return profileAt(userDataDir, () => undefined);
  const dir = mkdtempSync(join(tmpdir(), 'bacao-profile-'));
  left.add(dir);
  return profileAt(dir, () => erase(dir));
}

function profileAt(dir: string, remove: () => void): Profile {
  const guard = <T>(launch: Promise<T>): Promise<T> =>
    launch.catch((error: unknown) => {
      remove();
      throw error;
    });
  return { dir, remove, guard };
}

/** Browsers write for a moment after their process is gone; `maxRetries` of Node does not help for folders in folders. */
function erase(dir: string): void {
  for (let tries = 0; left.has(dir); tries++) {
    try {
      rmSync(dir, { recursive: true, force: true });
      left.delete(dir);
    } catch (error) {
      if (tries === 50) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
}
