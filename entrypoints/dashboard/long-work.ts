import type { Job } from '@/components/parts/job';

/** What a piece of work is given: when to stop, and whom to tell how far it is. */
export interface Reins {
  signal: AbortSignal;
  onProgress: (progress: { done: number; total?: number }) => void;
}

/**
 * Work that takes a while, one piece at a time: it goes on while another view is looked at, can be stopped, and says in
 * the end what it did. Whatever comes after a stop is not shown.
 * @param whyOf the word for what went wrong
 */
export function longWork<R, F extends string>(show: (job: Job<R, F>) => void, whyOf: (error: unknown) => F) {
  let running: AbortController | undefined;
  return {
    async start(work: (reins: Reins) => Promise<R>): Promise<void> {
      if (running) return;
      const { signal } = (running = new AbortController());
      const onProgress: Reins['onProgress'] = (progress) => {
        if (!signal.aborted) show({ state: 'running', ...progress });
      };
      show({ state: 'running', done: 0 });
      const end = await work({ signal, onProgress }).then(
        (result): Job<R, F> => ({ state: 'done', result }),
        (error: unknown): Job<R, F> => (signal.aborted ? { state: 'stopped' } : { state: 'failed', why: whyOf(error) }),
      );
      running = undefined;
      show(end);
    },
    stop: () => running?.abort(),
    isRunning: () => running !== undefined,
  };
}

/** Work whose rest goes with its page: until it ends, the browser asks before the page is closed. */
export async function beforeClosing<T>(work: () => Promise<T>): Promise<T> {
  window.addEventListener('beforeunload', askToStay);
  try {
    return await work();
  } finally {
    window.removeEventListener('beforeunload', askToStay);
  }
}

function askToStay(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
