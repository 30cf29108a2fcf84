import type { ExposureEvent } from '../../core/units';

type Glance = ExposureEvent['states'][number];

/** What holds of one unit at a moment. Nothing is recorded of it while it is not `live`: hidden, switched off, gone. */
export interface Sight extends Omit<Glance, 'afterMs'> {
  live: boolean;
}

/** One stay, or as much of it as is told at once. Times are of the clock of the page's events, in ms. */
export interface Piece extends Pick<ExposureEvent, 'entry' | 'states' | 'durationMs' | 'clickedAfterMs'> {
  from: number;
  part: number;
}

/** Two hundredths: a finer change is not worth a state, and the thresholds in use (0.3, 0.5, 0.7) are among them. */
export const thresholds = Array.from({ length: 51 }, (_each, index) => index / 50);

/** The schema takes no more: a longer stay is told in parts. */
const mostStates = 500;

/** Three frames. The rest of a stay that was just told, as between `beforeunload` and `pagehide`, is worth no row. */
const leastRestMs = 50;

/**
 * The stays of one unit within its visit.
 *
 *     nowhere ──ratio > 0──▶ open ──ratio 0────────────▶ nowhere      told: a stay that is over
 *        ▲                   │  ▲
 *        │        not live ──┘  └── live again          told: a part; the next part is no new entry
 *        └──ratio 0── held
 */
export class UnitView {
  /** Stays so far. */
  entry = 0;
  #part = 0;
  #sight: Sight = { ratio: 0, active: false, live: false };
  #open: Piece | undefined;
  readonly #tell: (piece: Piece) => void;

  /** @param tell is given each piece when it ends */
  constructor(tell: (piece: Piece) => void) {
    this.#tell = tell;
  }

  get ratio(): number {
    return this.#sight.ratio;
  }

  /** Something holds from `at` on that did not before. */
  look(change: Partial<Sight>, at: number): void {
    const { live, ...glance } = (this.#sight = { ...this.#sight, ...change });
    const isOn = live && glance.ratio > 0;
    if (glance.ratio === 0) this.#end(at, 'over');
    else if (!isOn) this.#end(at, 'held');
    else if (!this.#open) this.#begin(at);
    else this.#note(this.#open, at);
  }

  /** Tells the open stay although it goes on; what was told a moment ago is told enough. */
  cut(at: number): void {
    if (!this.#open || this.#isShortRest(this.#open, at)) return;
    this.#end(at, 'held');
    this.#begin(at);
  }

  /** The person's first click counts. */
  noteClick(at: number): void {
    if (this.#open) this.#open.clickedAfterMs ??= this.#since(this.#open, at);
  }

  #begin(from: number): void {
    if (this.#part === 0) this.entry += 1;
    this.#open = { from, entry: this.entry, part: this.#part, states: [this.#glance(0)], durationMs: 0 };
  }

  #note(open: Piece, at: number): void {
    const last = open.states.at(-1);
    const glance = this.#glance(this.#since(open, at));
    if (last && same(last, glance)) return;
    if (last?.afterMs === glance.afterMs) open.states.pop(); // it held for no time at all
    if (open.states.length >= mostStates) this.cut(at);
    else open.states.push(glance);
  }

  #end(at: number, how: 'over' | 'held'): void {
    const open = this.#open;
    this.#open = undefined;
    if (open) {
      open.durationMs = this.#since(open, at);
      if (!this.#isShortRest(open, at)) this.#part = open.part + 1;
      if (this.#part > open.part) this.#tell(open);
    }
    if (how === 'over') this.#part = 0;
  }

  #isShortRest(open: Piece, at: number): boolean {
    return open.part > 0 && open.clickedAfterMs === undefined && this.#since(open, at) < leastRestMs;
  }

  /** Events come in the order of their handlers, not of their times: none goes back behind the last one. */
  #since({ from, states }: Piece, at: number): number {
    return Math.max(Math.round(at - from), states.at(-1)?.afterMs ?? 0);
  }

  #glance(afterMs: number): Glance {
    const { live: _live, ...glance } = this.#sight;
    return { afterMs, ...glance };
  }
}

function same({ afterMs: _then, ...one }: Glance, { afterMs: _now, ...other }: Glance): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
