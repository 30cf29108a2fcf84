import type { Settings } from './switches';

export const HOUR_MS = 3_600_000;

/** The last moment of the person's day, by their own clock. */
export function endOfDay(now: number): number {
  return new Date(now).setHours(24, 0, 0, 0);
}

/**
 * When the pause that is on now ends; undefined when there is none. One that seems to begin later was pressed while the
 * clock was ahead: it is on.
 */
export function pausedUntil({ pause }: Pick<Settings, 'pause'>, now: number): number | undefined {
  return now < pause.until ? pause.until : undefined;
}
