import type { ExposureEvent } from '../core/units';
import type { ScreenEvent } from './viewability';

/** Stays on screen, as the ledger keeps them, told as the events that metrics take; times in ms since the epoch. */

/** A card of a video note is a picture of it: the rule for films holds where one was told to run or stand. */
export function hasFilm(stays: readonly ExposureEvent[]): boolean {
  return stays.some(({ states }) => states.some(({ playing }) => playing !== undefined));
}

/** What one stay of a unit tells of it; a part of a stay begins where the part before it ended. */
export function* viewsIn({ at, states, durationMs, clickedAfterMs }: ExposureEvent, unit: string) {
  for (const { afterMs, ratio, playing } of states) {
    const t = at + afterMs;
    yield { t, type: 'vis', unit, ratio } satisfies ScreenEvent;
    if (playing !== undefined) yield { t, type: 'play', unit, playing } satisfies ScreenEvent;
  }
  if (clickedAfterMs !== undefined) yield { t: at + clickedAfterMs, type: 'click', unit } satisfies ScreenEvent;
  if (states.length > 0) yield { t: at + durationMs, type: 'vis', unit, ratio: 0 } satisfies ScreenEvent;
}

/** When the page of a stay was looked at, as far as the stay tells. */
export function* turnsIn({ at, states, durationMs }: ExposureEvent): Generator<ScreenEvent> {
  for (const { afterMs, active } of states) yield { t: at + afterMs, type: 'page', active };
  if (states.length > 0) yield { t: at + durationMs, type: 'page', active: false };
}

/**
 * The rows of one visit as the events that figures are made of. The page's own rows say when it was looked at.
 * @param classOf what a unit is; nobody's guess unless it is told
 */
export function screenOf(
  rows: readonly ExposureEvent[],
  classOf: (unit: ExposureEvent['unit']) => string,
): ScreenEvent[] {
  const units = new Map<string, ExposureEvent[]>();
  const events: ScreenEvent[] = [];
  for (const row of rows) {
    if (row.unit.kind === 'page') events.push(...turnsIn(row));
    else units.set(row.unit.key, [...(units.get(row.unit.key) ?? []), row]);
  }
  for (const [key, stays] of units) {
    events.push(...described(key, stays, classOf));
    for (const stay of stays) events.push(...viewsIn(stay, key));
  }
  const end = rows.reduce((last, { at, durationMs }) => Math.max(last, at + durationMs), 0);
  return [...events, { t: end, type: 'end' }];
}

function described(key: string, stays: readonly ExposureEvent[], classOf: (unit: ExposureEvent['unit']) => string) {
  const [first] = stays;
  if (!first) return [];
  const { unit, at } = first;
  const rect = stays.find((stay) => stay.unit.rect)?.unit.rect ?? [];
  const kind = unit.kind === 'note' ? 'note_card' : unit.kind;
  const media = hasFilm(stays) ? 'video' : 'image';
  return [{ t: at, type: 'unit', unit: key, kind, media, rect, class: classOf(unit) } satisfies ScreenEvent];
}
