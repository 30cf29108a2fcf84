import type { ExposureEvent } from '../../core/units';
import { hasFilm, turnsIn, viewsIn } from '../../density/stays';
import { mrcThresholds } from '../../density/thresholds';
import { playScreen, playUnit, type ScreenEvent, type UnitView } from '../../density/viewability';

/** Our stays as the metrics take them, in ms since the epoch. */

const name = 'unit';

export function isShown({ states }: ExposureEvent): boolean {
  return states.length > 0;
}

/** The time on screen of one unit, over all of its stays. */
export function viewOfStays(stays: readonly ExposureEvent[]): UnitView {
  const rect = stays.find((stay) => stay.unit.rect)?.unit.rect ?? [0, 0, 0, 0];
  const media = hasFilm(stays) ? 'video' : 'image';
  const box = { at: stays[0]?.at ?? 0, media, rect };
  return isPlain(stays) ? playPlain(stays, box) : playAny(stays, box);
}

type Box = Parameters<typeof playUnit>[0];

/** One after the other without a click, as nearly all are. */
function isPlain(stays: readonly ExposureEvent[]): boolean {
  let reached = -Infinity;
  for (const { at, states, durationMs, clickedAfterMs } of stays) {
    if (at < reached || clickedAfterMs !== undefined) return false;
    let last = 0;
    for (const { afterMs } of states) {
      if (afterMs < last) return false;
      last = afterMs;
    }
    if (last > durationMs) return false;
    reached = at + durationMs;
  }
  return true;
}

function playPlain(stays: readonly ExposureEvent[], box: Box): UnitView {
  const unit = playUnit(box, mrcThresholds);
  for (const { at, states, durationMs } of stays) {
    for (const { afterMs, active, ratio, playing } of states) {
      unit.look(at + afterMs, active, ratio);
      if (playing !== undefined) unit.play(playing);
    }
    if (states.length > 0) unit.look(at + durationMs, false, 0);
  }
  return unit.view();
}

/** What each stay tells, its own word on when the page was looked at included. */
function playAny(stays: readonly ExposureEvent[], { at, media, rect }: Box): UnitView {
  const events: ScreenEvent[] = [{ t: at, type: 'unit', unit: name, kind: '', media, rect, class: '' }];
  for (const stay of stays) {
    for (const turn of turnsIn(stay)) events.push(turn);
    for (const view of viewsIn(stay, name)) events.push(view);
  }
  const view = playScreen(events, mrcThresholds).units.get(name);
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
  const spans: Span[] = [];
  for (const stay of stays) addActiveSpans(spans, stay);
  return unionMs(spans);
}

interface Span {
  from: number;
  to: number;
}

function addActiveSpans(spans: Span[], { at, states, durationMs }: ExposureEvent): void {
  for (const [place, { afterMs, active }] of states.entries())
    if (active) spans.push({ from: at + afterMs, to: at + (states[place + 1]?.afterMs ?? durationMs) });
}

function unionMs(spans: Span[]): number {
  let [total, reached] = [0, -Infinity];
  spans.sort((a, b) => a.from - b.from);
  for (const { from, to } of spans) {
    total += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return total;
}
