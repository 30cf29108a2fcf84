/** Work that takes a while, as the screen sees it. `total` is absent where nobody can know it ahead. */
export type Job<R, F extends string = 'failed'> =
  | { state: 'idle' }
  | { state: 'running'; done: number; total?: number }
  | { state: 'stopped' }
  | { state: 'failed'; why: F }
  | { state: 'done'; result: R };
