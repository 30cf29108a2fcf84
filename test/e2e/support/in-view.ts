import type { ScrollTruth, SeenUnit } from '../../replica/scroll-truth';
import type { ExposureRow } from './exposures';

/** From when until when, in epoch ms. */
type Span = [from: number, to: number];

/** What holds from a moment on. */
type Step = [at: number, ratio: number];

/** So far one side may be from the other, in frames of the run. */
const mostFrames = 3;

/** When at least such a share was in view. */
function spansAbove(steps: readonly Step[], level: number, end: number): Span[] {
  const spans: Span[] = [];
  let from: number | undefined;
  for (const [at, ratio] of [...steps, [end, 0] as const]) {
    if (ratio >= level) from ??= at;
    else if (from !== undefined) {
      spans.push([from, Math.min(at, end)]);
      from = undefined;
    }
  }
  return spans;
}

/** The rows of one unit of one visit, in the order of time; parts that follow each other at once are one stretch. */
function stepsOf(rows: readonly ExposureRow[]): Step[] {
  const steps = rows.flatMap(({ at, states, durationMs }): Step[] => [
    ...states.map(({ afterMs, ratio, active }): Step => [at + afterMs, active ? ratio : 0]),
    [at + durationMs, 0],
  ]);
  return steps.filter(([at], index) => steps[index + 1]?.[0] !== at);
}

function trueSteps({ shares }: SeenUnit, { timeOrigin, active }: ScrollTruth): Step[] {
  const times = [...new Set([...shares, ...active.map((each) => [each.at] as const)].map(([at]) => at))];
  return times
    .sort((a, b) => a - b)
    .map((time): Step => {
      const isActive = active.findLast(({ at }) => at <= time)?.active === true;
      const share = shares.findLast(([at]) => at <= time)?.[1] ?? 0;
      return [timeOrigin + time, isActive ? share : 0];
    });
}

/** By the frames that this run really made: a slow machine makes long ones. */
function framesBetween({ timeOrigin, frames }: ScrollTruth, one: number, other: number): number {
  const [from, to] = [Math.min(one, other) - timeOrigin, Math.max(one, other) - timeOrigin];
  return frames.filter((at) => at > from && at <= to).length;
}

/** What a frame shows may be told under the time it is named by, or when it was laid out, or between them. */
function framesOff(truth: ScrollTruth, told: number, real: number): number {
  const { timeOrigin, frames, ranAt } = truth;
  const index = frames.findIndex((at) => Math.abs(timeOrigin + at - real) < 0.01);
  const laidOut = timeOrigin + (ranAt[index] ?? 0);
  return framesBetween(truth, told, Math.max(real, Math.min(told, laidOut)));
}

/** From when until when such a share was in view, in epoch ms. */
export function spansHeld(truth: ScrollTruth, unit: SeenUnit, level: number): Span[] {
  return spansAbove(trueSteps(unit, truth), level, truth.timeOrigin + (truth.frames.at(-1) ?? 0));
}

/** How long at a time such a share was in view, in ms. */
export function heldAbove(truth: ScrollTruth, unit: SeenUnit, level: number): number[] {
  return spansHeld(truth, unit, level).map(([from, to]) => to - from);
}

/** Levels that a threshold of ours stands at: beside one, the share that is told may be one threshold off. */
const levels = [0.001, 0.3, 0.5, 0.7];

/** Where rows and truth differ by more than three frames of that run, in words. */
export function farFromTruth(
  truth: ScrollTruth,
  rowsOf: (name: string, unit: SeenUnit) => readonly ExposureRow[],
): string[] {
  const end = truth.timeOrigin + (truth.frames.at(-1) ?? 0);
  return Object.entries(truth.units).flatMap(([name, unit]) =>
    levels.flatMap((level) => {
      const isOnEdge = unit.shares.some(([, share]) => share > 0 && Math.abs(share - level) < 0.002);
      const wanted = spansAbove(trueSteps(unit, truth), level, end);
      const found = spansAbove(stepsOf(rowsOf(name, unit)), level, end);
      // Nothing is near one that is no longer than that: cards are put elsewhere before a list is laid out.
      const isLong = (span: Span) => framesBetween(truth, ...span) > mostFrames;
      const isNear = (told: Span, real: Span) =>
        told.every((at, side) => framesOff(truth, at, real[side] ?? 0) <= mostFrames);
      const isTold = wanted.filter(isLong).every((real) => found.some((told) => isNear(told, real)));
      const isReal = found.filter(isLong).every((told) => wanted.some((real) => isNear(told, real)));
      if (isOnEdge || (isTold && isReal)) return [];
      const say = (spans: Span[]) =>
        JSON.stringify(spans.map((span) => span.map((at) => Math.round(at - truth.timeOrigin))));
      return [`${name} at ${String(level)}: ${say(found)} for ${say(wanted)}`];
    }),
  );
}
