import type { PageEvent } from '../../core/events';
import type { ExposureEvent } from '../../core/units';
import type { Happening } from '../terms';

/**
 * Visits that began before anything of them may be told. What they say of themselves as a whole (how far down the person
 * got, what could not be read, whether ads were hidden) is of before as well, and nobody can take that part out.
 */
export class EarlyVisits {
  readonly #from: number;
  readonly #visits = new Set<string>();

  /** @param from epoch ms of the first moment that may be told */
  constructor(from: number) {
    this.#from = from;
  }

  /** @returns what may be told of it; undefined where it happened before */
  cut(event: Happening): Happening | undefined {
    if (event.at < this.#from) {
      if ('visit' in event) this.#visits.add(event.visit);
      return undefined;
    }
    if (event.type === 'exposure') return this.#cutStay(event);
    return event.type === 'page' && this.#visits.has(event.visit) ? cutEnd(event) : event;
  }

  #cutStay(event: ExposureEvent): ExposureEvent {
    const { renderedAt = event.at, visit, unit } = event;
    const isEarly = renderedAt < this.#from;
    // What stood there already when the person agreed is told of from then on.
    const told = isEarly ? { ...event, renderedAt: this.#from } : event;
    if (unit.kind !== 'page') return told;
    if (isEarly) this.#visits.add(visit);
    if (!this.#visits.has(visit)) return told;
    const { reachedPx: _before, ...rest } = told;
    return rest;
  }
}

function cutEnd({ blocker: _before, ...event }: PageEvent): PageEvent {
  return { ...event, unread: [] };
}
