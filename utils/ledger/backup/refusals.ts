import type { Refusal } from '../../core/backup';

/** The first rows that were refused, and how many there were: a damaged file may hold millions. */
export interface RefusalList {
  first: Refusal[];
  count: number;
}

const maxListed = 1_000;

export function addRefusals(list: RefusalList, refusals: readonly Refusal[]): void {
  list.first.push(...refusals.slice(0, maxListed - list.first.length));
  list.count += refusals.length;
}

/** For a file to look at: one refused row a line. */
export function refusalsAsText({ first, count }: RefusalList): string {
  const lines = first.map(({ line, id, reason, where }) => [line ?? '', id ?? '', reason, where ?? ''].join('\t'));
  const more = count > first.length ? [`… ${String(count - first.length)}`] : [];
  return `${['line\tid\treason\tfield', ...lines, ...more].join('\n')}\n`;
}
