import type { PageDoor } from './door';
import { isRead } from './kinds';
import { judgeList } from './list-health';
import { restLeft } from './rest';
import { heldMs, settledAfterMs } from './rows';
import type { Visit, WatchedSite } from './visit';

/** A browser that tells persons apart least tells times in such steps. */
const clockStepMs = 100;

interface ReadingsDoor extends Pick<PageDoor, 'window' | 'now'> {
  reader: WatchedSite;
  /** Called before anything is read: the address may have changed. */
  follow: () => void;
  visit: () => Visit;
  /** Tells what the page says by now; false where nothing of it is to be told. */
  tell: (visit: Visit) => boolean;
  /** Time to look again at what may have been the note before. */
  due: () => void;
}

/** Decides when a page is read, and what for: notes for what they say, lists for what they miss. */
export class PageReadings {
  readonly #door: ReadingsDoor;
  #timer: number | undefined;
  /** Looks at each visit when it had the time to show what it holds: a page that rests brings no change. */
  #whole: number | undefined;

  constructor(door: ReadingsDoor) {
    this.#door = door;
  }

  /** A visit begins. */
  begin(): void {
    const { window, visit } = this.#door;
    window.clearTimeout(this.#whole);
    const look = () => (visit().isStale === false ? this.#judge() : this.read());
    this.#whole = window.setTimeout(look, settledAfterMs + clockStepMs);
  }

  end(): void {
    const { window } = this.#door;
    window.clearTimeout(this.#timer);
    window.clearTimeout(this.#whole);
  }

  /**
   * Called as often as the page changes; what it reads is throttled by the rest. It reads now if the last reading is old
   * enough, else once after the burst. Should the page clear our timer, the next change reads.
   */
  onChange(): void {
    const { window, now } = this.#door;
    const visit = this.#door.visit();
    Object.assign(visit, { isStale: true, isMissingStale: true, isSeenOff: false });
    if (!isRead.has(visit.kind)) return this.#judge();
    const wait = restLeft(visit, now());
    if (wait <= 0) return this.read();
    this.#timer ??= window.setTimeout(() => this.read(), wait);
  }

  /** The page goes away, or is asked whether it will: nothing rests any more, and nothing is looked through for both. */
  onLeave(): void {
    const visit = this.#door.visit();
    visit.restsUntil = 0;
    if (visit.isMissingStale) delete visit.missing;
    this.read();
    visit.isSeenOff = !visit.isMissingStale;
  }

  read(): void {
    const { window, now, reader, tell, due } = this.#door;
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#door.follow();
    const visit = this.#door.visit();
    visit.readAt = now();
    visit.isStale = false;
    this.#judge();
    // A note whose address holds no id is read as well: what cannot be told of it is counted.
    if (visit.kind === 'note') visit.reading = reader.readOpen(window.location.href, window.document);
    if (!tell(visit)) return;
    const held = heldMs(visit, visit.readAt, visit.reading?.note);
    if (held > 0) window.setTimeout(due, held);
  }

  #judge(): void {
    const { window, now, reader } = this.#door;
    const { location, document } = window;
    // Of half a page nobody knows what is missing.
    if (document.readyState === 'loading') return;
    judgeList(this.#door.visit(), now(), () => reader.readPage(location.href, document).unread);
  }
}
