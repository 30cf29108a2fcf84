import { sum } from './numbers';
import type { Unread } from './types';

/** How many things one entry stands for. */
export function countOf({ count = 1 }: Unread): number {
  return count;
}

/** How many things could not be read. */
export function countUnread(unread: readonly Unread[]): number {
  return sum(unread.map(countOf));
}

/** What of it was not said before: each once, with how many there are of it. */
export function withoutSaid(unread: readonly Unread[], said: readonly Unread[]): Unread[] {
  const left = new Map<string, Unread & { count: number }>();
  const add = ({ where, reason }: Unread, more: number) => {
    const name = `${where}: ${reason}`;
    left.set(name, { where, reason, count: (left.get(name)?.count ?? 0) + more });
  };
  for (const each of unread) add(each, countOf(each));
  for (const each of said) add(each, -countOf(each));
  return [...left.values()]
    .filter(({ count }) => count > 0)
    .map(({ count, ...each }) => (count > 1 ? { ...each, count } : each));
}
