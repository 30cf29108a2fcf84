import type { ExposureEvent } from '../../core/units';
import type { Happening } from '../terms';

/**
 * What was on screen when the last moment that may be told had come is told of until then. How far down the person got is
 * of the time after as well, and nobody can take that part out.
 */
export function endedBy(event: Happening, to: number): Happening {
  const isOver = event.type !== 'exposure' || event.at + event.durationMs <= to;
  return isOver ? event : cutStay(event, Math.max(0, to - event.at));
}

function cutStay({ reachedPx: _after, clickedAfterMs, ...event }: ExposureEvent, durationMs: number): ExposureEvent {
  const isClicked = clickedAfterMs !== undefined && clickedAfterMs <= durationMs;
  const states = event.states.filter(({ afterMs }) => afterMs <= durationMs);
  return { ...event, states, durationMs, ...(isClicked && { clickedAfterMs }) };
}
