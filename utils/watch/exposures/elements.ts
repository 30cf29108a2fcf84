import { pageTime } from '../page-time';
import { isThere } from './finding';
import type { Labels } from './labels';
import type { Tracked } from './tracked';

/** How long the page may be kept by what is read of units that it throws away, in ms. */
const farewellMs = 4;

interface ElementsDoor {
  observer: IntersectionObserver;
  labels: Labels;
  /** Reads what a unit says yet. */
  read: (tracked: Tracked) => void;
  /** No element stands for the unit any more. */
  onGone: (tracked: Tracked) => void;
}

/** Which element is which unit at the moment, and what becomes of units whose element is gone. */
export class UnitElements {
  readonly #door: ElementsDoor;
  readonly #units = new Map<Element, Tracked>();

  constructor(door: ElementsDoor) {
    this.#door = door;
  }

  get size(): number {
    return this.#units.size;
  }

  get(element: Element): Tracked | undefined {
    return this.#units.get(element);
  }

  has(element: Element): boolean {
    return this.#units.has(element);
  }

  /** From now on the element stands for the unit, and the browser says how much of it is on screen. */
  add(element: Element, tracked: Tracked): void {
    this.#units.set(element, tracked);
    this.#door.observer.observe(element);
  }

  /** @param at when the element came to stand for it no longer */
  drop(tracked: Tracked, element: Element, at = pageTime()): void {
    const { observer, labels, onGone } = this.#door;
    tracked.view.look({ ratio: 0 }, at);
    labels.set(tracked, undefined);
    observer.unobserve(element);
    this.#units.delete(element);
    tracked.element = undefined;
    onGone(tracked);
  }

  /** Elements that are gone; one that was laid out and thrown away before it was read says yet what it was. */
  sweep(): void {
    const end = pageTime() + farewellMs;
    for (const [element, tracked] of this.#units) {
      if (isThere(element)) continue;
      if (!tracked.unit && tracked.rect && pageTime() < end) this.#door.read(tracked);
      this.drop(tracked, element);
    }
  }

  clear(): void {
    this.#units.clear();
  }
}
