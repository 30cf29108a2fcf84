export interface BenchOptions {
  full: boolean;
  strict: boolean;
  only: string | undefined;
  json: string | undefined;
}

/** What `npm run bench` understands; read before anything is installed. */
export function readBenchOptions(): BenchOptions;
