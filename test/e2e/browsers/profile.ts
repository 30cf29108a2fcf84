import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Profile {
  dir: string;
  remove: () => void;
}

const left = new Set<string>();

// A run that is cut short (Ctrl-C, a failed hook) leaves no profile behind either.
process.on('exit', () => {
  for (const dir of left) erase(dir);
});

/** A fresh profile that is erased by `remove`, or the caller's own, which stays. */
export function openProfile(userDataDir?: string): Profile {
  if (userDataDir !== undefined) return { dir: userDataDir, remove: () => undefined };
  const dir = mkdtempSync(join(tmpdir(), 'bacao-profile-'));
  left.add(dir);
  return { dir, remove: () => erase(dir) };
}

function erase(dir: string): void {
  // Browsers write for a moment after their process is gone.
  rmSync(dir, { recursive: true, force: true, maxRetries: 10 });
  left.delete(dir);
}
