/** Places of a list that were told, from one to the other, with none left out between. */
export type Run = readonly [from: number, to: number];

/** Places mostly come in their order: then a list of any length is one run, and takes no more room. */
export function addPlace(runs: Run[], place: number): void {
  const last = runs.at(-1);
  if (last && last[0] <= place && place <= last[1] + 1) runs[runs.length - 1] = [last[0], Math.max(last[1], place)];
  else runs.push([place, place]);
}

/** In order, and apart: at least one place is missing between one and the next. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const [from, to] of [...runs].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1] + 1) joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}
