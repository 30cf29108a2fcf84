export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** Of what failed, where its tool names it. */
  names?: string[];
  /** Of what passed at the second try, where its tool has one. */
  again?: string[];
}

/**
 * A file that does not load, or an error outside every test, fails the run without a failed test: they count as one.
 * @param strays what failed outside every test
 */
export function countReport(report: object | undefined, code: number, strays?: readonly string[]): Counts;

/** Runs one vitest project and counts what its own reports say; what vitest prints goes to `write`, where that is given. */
export function runVitest(
  project: string,
  options: { args?: string[]; json?: string; write?: (words: string) => void; env?: Record<string, string> },
): Promise<Counts>;

/** What the second try must not hide: a line for each test that needed one. */
export function sayAgain(results: readonly Pick<Counts, 'again'>[]): string[];
