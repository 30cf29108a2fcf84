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
      return lefts && Array.from(lefts).filter((other) => other < left).length;
    },
  };
}
