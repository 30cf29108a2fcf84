import { least, most, sum } from '../core/numbers';

/** Values, and how many resamples give each: up to millions, so everything here goes through them in plain loops. */
export interface Weighted {
  values: Float64Array;
  times: Float64Array;
}

export function momentsOf({ values, times }: Weighted) {
  let [n, total, squares] = [0, 0, 0];
  for (let each = 0; each < times.length; each += 1) n += times[each] ?? 0;
  for (let each = 0; each < times.length; each += 1) total += ((times[each] ?? 0) / n) * (values[each] ?? 0);
  for (let each = 0; each < times.length; each += 1)
    squares += ((times[each] ?? 0) / n) * ((values[each] ?? 0) - total) ** 2;
  return { n, mean: n > 0 ? total : null, sd_population: Math.sqrt(squares) };
}

/** Type 7, and the ends. */
export function quantilesOf(weighted: Weighted) {
  const [min, max] = [least(weighted.values) ?? 0, most(weighted.values) ?? 0];
  const shelves = shelvesOf(weighted, { min, max });
  const last = sum(shelves.held) - 1;
  const quantile = (p: number) => {
    const place = p * last;
    const [below, above] = [valueAt(shelves, Math.floor(place)), valueAt(shelves, Math.ceil(place))];
    return below + (place - Math.floor(place)) * (above - below);
  };
  return { min, max, quantile };
}

/** Values by how far they are from the least to the largest one: sorting all of them would take longer than all else. */
interface Shelves extends Weighted {
  shelfOf: (value: number) => number;
  /** How many resamples stand on each. */
  held: Float64Array;
}

const shelfCount = 4_096;

function shelvesOf({ values, times }: Weighted, { min, max }: { min: number; max: number }): Shelves {
  const width = max - min || 1;
  const shelfOf = (value: number) => Math.floor(((value - min) / width) * (shelfCount - 1));
  const held = new Float64Array(shelfCount);
  for (let each = 0; each < values.length; each += 1) {
    const shelf = shelfOf(values[each] ?? 0);
    held[shelf] = (held[shelf] ?? 0) + (times[each] ?? 0);
  }
  return { values, times, shelfOf, held };
}

/** The value at a place, from 0, of all resamples in order. */
function valueAt({ values, times, shelfOf, held }: Shelves, place: number): number {
  let [passed, shelf] = [0, 0];
  for (; shelf < held.length - 1 && passed + (held[shelf] ?? 0) <= place; shelf += 1) passed += held[shelf] ?? 0;
  const own = new Map<number, number>();
  for (let each = 0; each < values.length; each += 1) {
    const value = values[each] ?? 0;
    if (shelfOf(value) === shelf) own.set(value, (own.get(value) ?? 0) + (times[each] ?? 0));
  }
  const sorted = [...own].sort(([a], [b]) => a - b);
  for (const [value, more] of sorted) if ((passed += more) > place) return value;
  return sorted.at(-1)?.[0] ?? 0;
}
