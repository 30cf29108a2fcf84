import type { Counts } from './vitest-report.mjs';

export interface Step {
  name: string;
  needs?: readonly string[];
  run: (write: (words: string) => void) => Promise<Counts>;
}

export interface Stage {
  /** How many of its steps may run at a time; one by default. */
  lanes?: number;
  steps: readonly Step[];
}

export interface Result extends Counts {
  name: string;
  seconds: number;
}

/**
 * Runs stage after stage, as many steps of a stage at a time as it has lanes for. A step whose `needs` failed is not run
 * and counts as failed.
 * @param write takes what the steps say: one step's words stand together, in the order of the list
 */
export function runStages(stages: readonly Stage[], write: (words: string) => void): Promise<Result[]>;
