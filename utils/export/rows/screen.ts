import type { ExposureEvent } from '../../core/units';
import { hasFilm, turnsIn, viewsIn } from '../../density/stays';
import { mrcThresholds } from '../../density/thresholds';
import { playScreen, type ScreenEvent } from '../../density/viewability';

/** Our stays as the metrics take them, in ms since the epoch. */

const unit = 'unit';

export function isShown({ states }: ExposureEvent): boolean {
  return states.length > 0;
}

/** The time on screen of one unit, over all of its stays. */
export function viewOfStays(stays: readonly ExposureEvent[]) {
  const rect = stays.find((stay) => stay.unit.rect)?.unit.rect ?? [0, 0, 0, 0];
  const media = hasFilm(stays) ? 'video' : 'image';
  const told: ScreenEvent = { t: stays[0]?.at ?? 0, type: 'unit', unit, kind: '', media, rect, class: '' };
  const events: ScreenEvent[] = [told];
  // What each stay tells, its own word on when the page was looked at included.
  for (const stay of stays) {
    for (const turn of turnsIn(stay)) events.push(turn);
    for (const view of viewsIn(stay, unit)) events.push(view);
  }
  const view = playScreen(events, mrcThresholds).units.get(unit);
  if (!view) throw new RangeError('A unit that was described has a view.');
  return view;
}

/** The label itself, half in view for a second without a break; null where it was never looked at. */
export function isLabelSeen(stays: readonly ExposureEvent[]): boolean | null {
  const looks = stays.filter(({ states }) => states.some(({ label }) => label !== undefined));
  if (looks.length === 0) return null;
  const ofLabel = looks.map(({ clickedAfterMs: _unit, ...stay }) => ({
    ...stay,
    states: stay.states.map(({ afterMs, active, label = 0 }) => ({ afterMs, active, ratio: label })),
  }));
  return viewOfStays(ofLabel).viewable;
}

/** ms in which the document was visible and the window had the focus, told by any of these stays. */
export function activeMs(stays: readonly ExposureEvent[]): number {
  return unionMs(stays.flatMap(activeSpans));
}

interface Span {
  from: number;
  to: number;
}

function activeSpans({ at, states, durationMs }: ExposureEvent): Span[] {
  return states.flatMap(({ afterMs, active }, place) =>
    active ? [{ from: at + afterMs, to: at + (states[place + 1]?.afterMs ?? durationMs) }] : [],
  );
}

function unionMs(spans: readonly Span[]): number {
  let [total, reached] = [0, -Infinity];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    total += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return total;
}

/** Until when the person was there: a page may stand open through the night. */
export function attendedUntil(stay: ExposureEvent): number {
  const last = activeSpans(stay).at(-1);
  return Math.max(last?.to ?? stay.at, stay.at + (stay.clickedAfterMs ?? 0));
}
