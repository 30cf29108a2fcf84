/** How long things stay, kind by kind, and by which clock. All times are epoch ms. */

/** Kinds of what is kept, as a person tells them apart. What is saved, or was, has no limit. */
export const retentionKinds = ['exposures', 'visits', 'notes', 'clicks', 'purchases'] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/** In days; what is not named is kept for ever. */
export type RetentionLimits = Partial<Record<RetentionKind, number>>;

/** What is older than this goes. */
export type Cutoffs = Partial<Record<RetentionKind, number>>;

/** What a run erased. */
export interface RetentionRun {
  at: number;
  events: number;
  exposures: number;
}

/** What is known of the computer's clock. */
export interface ClockNote {
  /** The last time that was taken for true. */
  believed: number;
  /** When the clock was last asked, by itself. */
  asked: number;
  /** On how many days in a row it has been far ahead of that. */
  doubts: number;
}

export interface Retention {
  limits: RetentionLimits;
  /** There while anything has a limit. */
  clock?: ClockNote;
  last?: RetentionRun;
}

export const DAY_MS = 86_400_000;
export const mostDays = 3_650;

/** A computer that was off for longer is asked again on other days; a clock that jumps is seldom left so. */
const longestGapMs = 7 * DAY_MS;
const doubtDays = 3;

export function isDays(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= mostDays;
}

/** What is no number of days is no limit: a broken setting erases nothing. */
export function decodeLimits(raw: unknown): RetentionLimits {
  const days = retentionKinds.map((kind) => [kind, fieldOf(raw, kind)] as const);
  return Object.fromEntries(days.filter(([, value]) => isDays(value)));
}

export function decodeRetention(raw: unknown): Retention {
  const clock = decodeClock(fieldOf(raw, 'clock'));
  const last = numbersIn(fieldOf(raw, 'last'), ['at', 'events', 'exposures']);
  return { limits: decodeLimits(fieldOf(raw, 'limits')), ...(clock && { clock }), ...(last && { last }) };
}

export function decodeClock(raw: unknown): ClockNote | undefined {
  return numbersIn(raw, ['believed', 'asked', 'doubts']);
}

export function hasLimits(limits: RetentionLimits): boolean {
  return retentionKinds.some((kind) => limits[kind] !== undefined);
}

/** Whether something would go that the limits before would have kept. */
export function isStricter(limits: RetentionLimits, before: RetentionLimits): boolean {
  return retentionKinds.some((kind) => (limits[kind] ?? Infinity) < (before[kind] ?? Infinity));
}

/**
 * Asks the clock how late it is. One that is more than a week ahead of what was last believed is believed after it has
 * gone on so for three days: until then time stands still, and what is erased is what was old before. One that is behind
 * is believed at once, since less is old by it.
 */
export function askClock(now: number, { believed, asked, doubts }: ClockNote): ClockNote {
  if (now - believed <= longestGapMs) return { believed: now, asked: now, doubts: 0 };
  if (doubts > 0 && now >= asked && now - asked < DAY_MS) return { believed, asked, doubts };
  const more = now < asked ? 1 : doubts + 1;
  if (more > doubtDays) return { believed: now, asked: now, doubts: 0 };
  return { believed, asked: now, doubts: more };
}

/** Where nothing is known of a clock, it is believed. */
export function firstClock(now: number): ClockNote {
  return { believed: now, asked: now, doubts: 0 };
}

/** Once a day; a clock that was put back asks at once. */
export function isRunDue(last: RetentionRun | undefined, now: number): boolean {
  return !last || now < last.at || now - last.at >= DAY_MS;
}

export function cutoffsOf(limits: RetentionLimits, believed: number): Cutoffs {
  const cutoffs = retentionKinds.map((kind) => [kind, limits[kind]] as const);
  return Object.fromEntries(
    cutoffs.flatMap(([kind, days]) => (days === undefined ? [] : [[kind, believed - days * DAY_MS]])),
  );
}

function fieldOf(raw: unknown, name: string): unknown {
  return typeof raw === 'object' && raw !== null ? Reflect.get(raw, name) : undefined;
}

/** All of them, or nothing: half a note says nothing. */
function numbersIn<K extends string>(raw: unknown, names: readonly K[]): Record<K, number> | undefined {
  const numbers = names.map((name) => fieldOf(raw, name));
  if (!numbers.every((value) => Number.isFinite(value))) return undefined;
  return Object.fromEntries(names.map((name, place) => [name, numbers[place]])) as Record<K, number>;
}
