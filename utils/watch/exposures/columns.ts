/** In CSS px: a card that is lifted, or whose place is rounded otherwise, stands in its column all the same. */
const tolerancePx = 8;

/** Where each column begins. */
function startsOf(lefts: Iterable<number>): number[] {
  const starts: number[] = [];
  for (const left of Array.from(lefts).sort((a, b) => a - b)) {
    const last = starts.at(-1);
    if (last === undefined || left - last > tolerancePx) starts.push(left);
  }
  return starts;
}

/** Columns of lists, by the left edges of the cards that were on screen. */
export function columns() {
  const lists = new Map<string, Set<number>>();
  return {
    note: (list: string | undefined, left: number): void => {
      if (list !== undefined) lists.set(list, (lists.get(list) ?? new Set()).add(left));
    },
    /** In a window of another width columns are others. */
    forget: (): void => lists.clear(),
    of: (list: string | undefined, left: number): number | undefined => {
      const lefts = list === undefined ? undefined : lists.get(list);
      return lefts && startsOf(lefts).filter((start) => left - start > tolerancePx).length;
    },
  };
}
