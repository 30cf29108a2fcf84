import type { Counts } from './vitest-report.mjs';

/**
 * A row that cannot be injected here proves nothing and breaks nothing: it is printed with its reason and not counted. A
 * suite that ended without a report, or without any row, counts as one failure.
 */
export function countFaults(report: object | undefined, code: number): Counts;
