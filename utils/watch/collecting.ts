import type { Visit, WatchedSite } from './visit';

/** The site answers a collect click within seconds or not at all. */
const patienceMs = 10_000;

/** The collect button after a press. */
interface Pressed {
  visit: Visit;
  /** Whose page the button's note is of. */
  of: Visit;
  /** What the button said last. */
  said: boolean;
  until: number;
}

interface CollectingDoor {
  window: Window;
  now: () => number;
  reader: Pick<WatchedSite, 'collectTarget' | 'readCollected'>;
  /** Something may have changed. */
  onChange: () => void;
}

/** Watches the collect button for as long as a press on it may be answered. */
export class Collecting {
  readonly #door: CollectingDoor;
  readonly #iconObserver: MutationObserver;
  #pressed: Pressed | undefined;

  constructor(door: CollectingDoor) {
    this.#door = door;
    this.#iconObserver = new MutationObserver(() => door.onChange());
  }

  end(): void {
    this.#pressed = undefined;
    this.#iconObserver.disconnect();
  }

  /** The button's state before the page's own handler runs; the changes that follow are the collecting. */
  onClick(path: EventTarget[], visit: Visit, ownerOf: () => Visit): void {
    const { reader, window, now } = this.#door;
    if (!reader.collectTarget(path)) return;
    const of = ownerOf();
    const said = reader.readCollected(window.document, of.noteId);
    if (said === undefined) return;
    this.#pressed = { visit, of, said, until: now() + patienceMs };
    // Often nothing changes but the icon's `xlink:href`, so everything is watched, but only here and only until then:
    // the bar is the smallest part around the button that is no longer the button alone.
    const bar = path.find((_part, index) => !reader.collectTarget(path.slice(index)));
    if (bar instanceof Node) this.#iconObserver.observe(bar, { attributes: true, subtree: true });
  }

  /**
   * Every change in the time after a press is told: the site shows a collect before its server has agreed and takes it
   * back when that refuses, and a second press may come before the first is answered.
   * @returns what the button says now, and of whose note, where that is news
   */
  look(current: Visit): { of: Visit; collected: boolean } | undefined {
    if (!this.#pressed) return undefined;
    const { visit, of, said, until } = this.#pressed;
    const { reader, window, now } = this.#door;
    if (now() > until || visit !== current) {
      this.end();
      return undefined;
    }
    const collected = reader.readCollected(window.document, of.noteId);
    if (collected === undefined || collected === said) return undefined;
    this.#pressed.said = collected;
    return { of, collected };
  }
}
