import { fewest, type Middle } from '../core/density-report';
import { quantile, sum } from '../core/numbers';
import { studentT, z95 } from '../core/student-t';
import { concentration } from './concentration';
import { mulberry32, wilson } from './intervals';

const rounds = 400;
const seed = 20_261_129;
/** Below so many clusters the percentiles of resamples are too short. */
const manyClusters = 20;

/** How often each session was drawn; once each, for the figure itself. */
type Drawn = ArrayLike<number>;

/** A value that one session has so many times. */
interface Placed {
  value: number;
  session: number;
  count: number;
}

/** What a list came to: the place of its first ad, or the last place that was seen. */
export interface Spell {
  position: number;
  hasAd: boolean;
}

/** The median of what sessions hold, with an interval over sessions. @param least so many values, or nothing is told */
export function middleOf(sessions: readonly (readonly number[])[], least: number): Middle {
  const all = sessions.flatMap(countsIn).sort((a, b) => a.value - b.value);
  return resampled(sessions, least, (drawn) => {
    const place = (weightOf(all, drawn) - 1) / 2;
    const [below, above] = [Math.floor(place), Math.ceil(place)];
    let [passed, lower] = [0, null as number | null];
    for (const { value, session, count } of all) {
      passed += count * (drawn[session] ?? 0);
      if (lower === null && passed > below) lower = value;
      if (lower !== null && passed > above) return (lower + value) / 2;
    }
    return null;
  });
}

/** The median place of the first ad (Kaplan–Meier), with an interval over sessions; null where half of the lists have none. */
export function firstAdMiddle(sessions: readonly (readonly Spell[])[], least: number): Middle {
  const placed = sessions.flatMap((lists, session) =>
    lists.map(({ position, hasAd }) => ({ value: position, hasAd, session, count: 1 })),
  );
  const all = placed.sort((a, b) => a.value - b.value);
  return resampled(sessions, least, (drawn) => {
    let left = weightOf(all, drawn);
    let survival = 1;
    for (let from = 0; from < all.length;) {
      const at = all[from]?.value;
      let [ads, gone, next] = [0, 0, from];
      for (; all[next]?.value === at; next += 1) {
        const times = drawn[all[next]?.session ?? 0] ?? 0;
        gone += times;
        if (all[next]?.hasAd) ads += times;
      }
      if (left > 0) survival *= 1 - ads / left;
      if (survival <= 0.5 + 1e-12) return at ?? null;
      left -= gone;
      from = next;
    }
    return null;
  });
}

/** How many links each session showed to each platform. */
type Counts = Readonly<Record<string, number>>;

/**
 * The Herfindahl–Hirschman index of what all sessions hold, with an interval over sessions. Where all lead to one platform
 * the resamples agree and would promise certainty: then the lower edge is what Wilson leaves that platform over so many
 * sessions. @param least so many links, or nothing is told
 */
export function concentrationMiddle(sessions: readonly Counts[], least: number): Middle {
  const listed = sessions.map((counts) => Object.entries(counts).flatMap(([name, n]) => Array<string>(n).fill(name)));
  const middle = resampled(listed, least, (drawn) => {
    const counts: Record<string, number> = {};
    for (const [session, own] of sessions.entries())
      for (const [name, n] of Object.entries(own)) counts[name] = (counts[name] ?? 0) + n * (drawn[session] ?? 0);
    return concentration(counts).hhi;
  });
  if (middle.state === 'few' || middle.value === null) return middle;
  const [lowest] = middle.value === 1 ? wilson(middle.clusters, middle.clusters, z95) : [null];
  return { ...middle, low: lowest === null ? middle.low : lowest ** 2, high: Math.min(1, middle.high ?? 1) };
}

function countsIn(values: readonly number[], session: number): Placed[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, session, count }));
}

/** How many values a draw has. */
function weightOf(all: readonly Placed[], drawn: Drawn): number {
  let weight = 0;
  for (const { session, count } of all) weight += count * (drawn[session] ?? 0);
  return weight;
}

/** Sessions are drawn anew, since what one session holds is alike. */
function resampled(
  sessions: readonly (readonly unknown[])[],
  least: number,
  figureOf: (drawn: Drawn) => number | null,
): Middle {
  const clusters = sessions.filter(({ length }) => length > 0).length;
  const units = sum(sessions.map(({ length }) => length));
  if (clusters < fewest.clusters || units < least) return { state: 'few', units, clusters };
  const random = mulberry32(seed);
  const values: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const drawn = new Uint16Array(sessions.length);
    for (let draw = 0; draw < sessions.length; draw += 1) {
      const session = Math.floor(random() * sessions.length);
      drawn[session] = (drawn[session] ?? 0) + 1;
    }
    values.push(figureOf(drawn) ?? Infinity);
  }
  const value = figureOf(new Uint16Array(sessions.length).fill(1));
  return { state: 'known', value, ...edgesOf(values, value, clusters), units, clusters };
}

/** An edge that lies beyond all that was seen is null. */
function edgesOf(
  values: number[],
  value: number | null,
  clusters: number,
): { low: number | null; high: number | null } {
  const isFinite = values.every(Number.isFinite);
  if (value !== null && isFinite && clusters < manyClusters) {
    const centre = sum(values) / values.length;
    const spread = Math.sqrt(sum(values.map((each) => (each - centre) ** 2)) / (values.length - 1));
    const half = studentT(clusters - 1) * spread;
    return { low: Math.max(0, value - half), high: value + half };
  }
  values.sort((a, b) => a - b);
  const edge = (p: number) => {
    const found = isFinite ? quantile(values, p) : values[Math.round(p * (values.length - 1))];
    return found === undefined || found === Infinity ? null : found;
  };
  return { low: edge(0.025), high: edge(0.975) };
}
