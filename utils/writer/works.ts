import type { Progress } from '../core/backup';
import type { Walk } from '../ledger/rebuild';

/**
 * Long work that a page of ours has asked for, under a name that the page gave it: so it hears how far it is, and may
 * stop it, also while it waits for its turn.
 * @param tell takes the name and how far the work is
 */
export function workBook(tell: (work: string, progress: Progress) => void) {
  const running = new Map<string, AbortController>();
  return {
    follow: async <T>(work: string | undefined, task: (walk: Walk) => Promise<T>): Promise<T> => {
      if (work === undefined) return task({});
      const reins = new AbortController();
      running.set(work, reins);
      try {
        return await task({ signal: reins.signal, onProgress: (progress) => tell(work, progress) });
      } finally {
        running.delete(work);
      }
    },
    /** @returns whether there was such work; what is past its last look finishes all the same */
    stop: (work: string): boolean => {
      const reins = running.get(work);
      reins?.abort();
      return reins !== undefined;
    },
  };
}

/** @returns undefined when the walk was stopped, which leaves everything as it was */
export async function unlessStopped<T>({ signal }: Walk, walking: Promise<T>): Promise<T | undefined> {
  try {
    return await walking;
  } catch (error) {
    if (signal?.aborted) return undefined;
    throw error;
  }
}
