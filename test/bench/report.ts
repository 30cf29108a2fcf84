import type { Metric } from './metric';

export interface Failure {
  name: string;
  why: string;
}

export interface Outcome {
  metrics: readonly Metric[];
  /** What could not be measured: that is a failed run, a missed target is not. */
  failed: readonly Failure[];
}

/** The figures as lines for people. */
export function toTable({ metrics, failed }: Outcome): string {
  const head = ['metric', 'median', 'p90', 'runs', 'reference', '', 'ratio', 'target', ''];
  const rows = metrics.map((metric) => [
    metric.name,
    `${String(metric.value)} ${metric.unit}`,
    String(metric.p90),
    String(metric.runs),
    String(metric.referenceValue),
    metric.reference,
    `${metric.ratio.toFixed(2)}×`,
    metric.target === null ? '–' : `${String(metric.target)}×`,
    verdict(metric),
  ]);
  const losses = failed.map(({ name, why }) => `${name}: not measured: ${why}`);
  return [...align([head, ...rows]), ...losses].join('\n');
}

function verdict({ target, ok }: Metric): string {
  if (target === null) return '';
  return ok ? 'ok' : 'MISSED';
}

function align(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** A figure is not a test: only `strict` makes a missed target fail. What was not measured always fails. */
export function exitCodeOf({ metrics, failed }: Outcome, strict: boolean): 0 | 1 {
  if (metrics.length === 0 || failed.length > 0) return 1;
  return strict && metrics.some(({ ok }) => !ok) ? 1 : 0;
}
