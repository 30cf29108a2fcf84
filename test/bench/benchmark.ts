import type { Metric } from './metric';

export interface Bench {
  /** More rounds. */
  full: boolean;
  /** The folder of the production build, made when first asked for. */
  extension: () => Promise<string>;
  /** Tells whoever waits what is going on. */
  say: (line: string) => void;
}

export interface Benchmark {
  /** Its figures have this name, or this name and a further part. */
  name: string;
  measure: (bench: Bench) => Promise<Metric[]>;
}
