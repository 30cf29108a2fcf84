import type { Row } from './fault';

/** A build with one mistake in it, and whether the rows noticed. */
export interface Mutant {
  name: string;
  /** The row that must fail on it, and in which browser. */
  row: string;
  caught: boolean;
  why: string;
}

export interface Report {
  /** When the run began, ISO 8601. */
  at: string;
  faults: Row[];
  mutants: Mutant[];
}

/** The rows as lines for people. */
export function toTable({ faults, mutants }: Omit<Report, 'at'>): string {
  const head = ['', 'fault', 'browser', 'expected', 'tries', 'sent', 'acked', 'stored', 'twice', ''];
  const lines = faults.filter(({ injected }) => injected).map(lineOf);
  const proofs = faults.map(
    ({ id, browser, ok, why, proof, told }) =>
      `${id} ${browser}: ${[!ok && why, proof, told !== undefined && `told: “${told}”`].filter(Boolean).join('; ')}`,
  );
  return [...align([head, ...lines]), '', ...proofs, '', ...mutants.map(mutantLine)].join('\n').trimEnd();
}

function lineOf(row: Row): string[] {
  const figures = [row.tries, row.sent, row.acked, row.stored, row.duplicates].map(String);
  return [row.id, row.name, row.browser, row.expected, ...figures, row.ok ? 'ok' : 'FAILED'];
}

function mutantLine({ name, row, caught, why }: Mutant): string {
  return `${caught ? 'caught' : 'NOT CAUGHT'}: ${name} (${row}${why && `: ${why}`})`;
}

function align(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_cell, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const padded = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)));
  return padded.map((row) => row.join('  ').trimEnd());
}

/** A row that cannot be injected here is no failure; one that was and does not hold is. */
export function exitCodeOf({ faults, mutants }: Omit<Report, 'at'>): 0 | 1 {
  const failed = faults.some(({ injected, ok }) => injected && !ok) || mutants.some(({ caught }) => !caught);
  return failed || faults.length + mutants.length === 0 ? 1 : 0;
}
