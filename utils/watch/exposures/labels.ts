import type { Tracked } from './tracked';

/** Whose label is which element. Each is observed as its unit is, for how long it is in view. */
export class Labels {
  readonly #observer: Pick<IntersectionObserver, 'observe' | 'unobserve'>;
  readonly #units = new Map<Element, Tracked>();

  constructor(observer: Pick<IntersectionObserver, 'observe' | 'unobserve'>) {
    this.#observer = observer;
  }

  unitOf(label: Element): Tracked | undefined {
    return this.#units.get(label);
  }

  /** The unit has this label from now on, or none. */
  set(tracked: Tracked, label: Element | undefined): void {
    if (tracked.label === label) return;
    if (tracked.label) this.#observer.unobserve(tracked.label);
    if (tracked.label) this.#units.delete(tracked.label);
    tracked.label = label;
    if (label) this.#units.set(label, tracked);
    if (label) this.#observer.observe(label);
  }

  clear(): void {
    this.#units.clear();
  }
}
