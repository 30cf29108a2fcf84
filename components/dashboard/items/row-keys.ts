/** Names of the rows that are drawn, each with the key of the element that shows it. */
export type RowKeys = ReadonlyMap<string, number>;

/**
 * Which element shows which row. Rows that stay keep theirs, so that focus and selection stay with them, and nothing is
 * moved. Where none stays, the same elements are filled anew, which costs less than to make others.
 *
 * @param names Of the rows to be drawn, in their order; no name twice.
 */
export function giveKeys(before: RowKeys, names: readonly string[]): RowKeys {
  const free = isRefill(before, names) ? [...before.values()] : [];
  let last = Math.max(-1, ...before.values());
  return new Map(names.map((name, at) => [name, before.get(name) ?? free[at] ?? (last += 1)]));
}

/** Whether every element comes to show another row than before. */
export function isRefill(before: RowKeys, names: readonly string[]): boolean {
  return !names.some((name) => before.has(name));
}
