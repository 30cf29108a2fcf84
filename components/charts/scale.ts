/** From a value to a place in px. */
export type Scale = (value: number) => number;

export function linearScale([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Scale {
  const span = to - from || 1; // a single value stands at the start
  return (value) => start + ((value - from) / span) * (end - start);
}

/** Round numbers from 0 up to at least `most`: steps of 1, 2 or 5 times a power of ten. */
export function niceTicks(most: number, count = 4): number[] {
  if (!(most > 0)) return [0, 1];
  const rough = most / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const steps = Math.ceil(most / step - 1e-9);
  return Array.from({ length: steps + 1 }, (_tick, place) => Number((place * step).toPrecision(12)));
}
