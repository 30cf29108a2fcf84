export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** Of what failed, where its tool names it. */
  names?: string[];
}

/** A file that does not load, or an error outside every test, fails the run without a failed test: it counts as one. */
export function countReport(report: object | undefined, code: number): Counts;
