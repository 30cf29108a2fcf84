import type { ExposureEvent } from './units';

/** Until when the person was there: a page may stand open through the night. */
export function attendedUntil(stay: ExposureEvent): number {
  const { at, states, durationMs, clickedAfterMs = 0 } = stay;
  const last = states.findLastIndex(({ active }) => active);
  const lookedMs = last < 0 ? 0 : (states[last + 1]?.afterMs ?? durationMs);
  return at + Math.max(lookedMs, clickedAfterMs);
}
