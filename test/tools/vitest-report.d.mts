export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** Of what failed, where its tool names it. */
  names?: string[];
  /** Of what passed at the second try, where its tool has one. */
  again?: string[];
}

/** A file that does not load, or an error outside every test, fails the run without a failed test: it counts as one. */
export function countReport(report: object | undefined, code: number): Counts;

/** What the second try must not hide: a line for each test that needed one. */
export function sayAgain(results: readonly Pick<Counts, 'again'>[]): string[];
