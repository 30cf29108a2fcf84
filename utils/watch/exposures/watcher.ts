import type { PageSideEvent } from '../../core/events';
import type { Unit } from '../../core/units';
import type { PageDoor } from '../door';
import { pageTime } from '../page-time';
import type { Shutdown } from '../shutdown';
import type { RowBase, Visit, WatchedSite } from '../visit';
import { epochOffset } from './clock';
import { exposureRow } from './row';
import { isRunning, type Tracked } from './tracked';
import { UnitTracker } from './tracker';
import { UnitView, type Piece } from './view';

/** Rows that are worth a message. At the end everything is told, in as few messages as will do: time is short. */
const rowsAtOnce = { enough: 100, most: 200 };

/** What the page may have to wait for at its end, in ms. */
const lastWordMs = 10;

interface ExposureDoor {
  page: PageDoor;
  reader: WatchedSite;
  /** The address may have changed: then this visit ends here and another one begins. */
  follow: () => void;
  base: () => RowBase;
}

/** Tells what was on screen, how much of it and for how long; whether that was "viewable" is for others to say. */
export class ExposureWatcher {
  readonly #door: ExposureDoor;
  readonly #tracker: UnitTracker;
  #visit: Visit;
  #page: Tracked;
  #reachedPx = 0;
  /** Something may be recorded: the document is visible, nobody has left it, and no switch is turned off. */
  #live = false;
  #active = false;
  #isGone = false;
  /** All that there is is being told. */
  #isEnd = false;
  #ready: PageSideEvent[] = [];
  #last: (() => PageSideEvent[]) | undefined;

  constructor(door: ExposureDoor, visit: Visit) {
    this.#door = door;
    this.#visit = visit;
    const { window, now } = door.page;
    const makeUnit = (key: string) => this.#makeUnit(key);
    const follow = () => this.#onMoment(pageTime());
    this.#tracker = new UnitTracker({ window, now, reader: door.reader, follow, makeUnit }, visit);
    this.#page = makeUnit('page');
  }

  start(shutdown: Shutdown): void {
    const { window, onSwitch } = this.#door.page;
    shutdown.onEnd(() => this.#tracker.end());
    shutdown.listen(window, ['pageshow', 'visibilitychange', 'focus', 'blur'], ({ type, timeStamp }) => {
      if (type === 'pageshow') this.#isGone = false;
      this.#onMoment(timeStamp);
    });
    shutdown.listen(window, ['scroll'], ({ target }) => {
      if (target === window.document) this.#reach();
    });
    shutdown.listen(window, ['resize'], () => this.#tracker.places.onResize());
    // They do not bubble, and are heard on their way down.
    shutdown.listen(window, ['playing', 'pause', 'ended', 'waiting', 'emptied'], (event) => this.#onFilm(event));
    // On the document: a `load` is not heard at the window.
    shutdown.listen(window.document, ['load'], ({ target }) => this.#tracker.onPicture(target));
    onSwitch(() => this.#turn(pageTime()));
    this.begin(this.#visit);
  }

  /** Starts a visit, or the same one anew: what was not told yet is forgotten. */
  begin(visit: Visit): void {
    this.#visit = visit;
    this.#ready = [];
    this.#live = false;
    this.#reachedPx = 0;
    this.#page = this.#makeUnit('page');
    const { innerWidth, innerHeight } = this.#door.page.window;
    const rect: Unit['rect'] = [0, 0, innerWidth, innerHeight];
    this.#page.unit = { key: 'page', kind: 'page', rect };
    this.#page.view.look({ ratio: 1 }, pageTime());
    this.#tracker.begin(visit);
    this.#turn(pageTime());
  }

  /** Tells all of the visit. */
  end(): void {
    const at = pageTime();
    this.#turn(at);
    this.#tellAll(at);
  }

  /** Units of the visit that are told by no row, as far as it is known by now. */
  get leftOut(): number {
    return this.#visit.leftOut + this.#tracker.unread;
  }

  /**
   * The page goes away, or is asked whether it will: if nobody leaves in the end, the stays go on in parts.
   * @param last what is to be told beside, asked for when all that can be read was
   */
  leave({ type, timeStamp }: Event, last: () => PageSideEvent[]): void {
    this.#last = last;
    this.#isGone = type === 'pagehide';
    this.#turn(timeStamp);
    this.#tellAll(timeStamp);
    this.#send();
  }

  /** The page has changed. */
  look(records: readonly MutationRecord[]): void {
    this.#turn(pageTime());
    this.#tracker.look(records);
  }

  /** A click by the person's own hand. */
  onClick(event: Event): void {
    for (const { view } of this.#tracker.on(event.composedPath())) view.noteClick(event.timeStamp);
  }

  #makeUnit(key: string): Tracked {
    const view: UnitView = new UnitView((piece) => this.#tell(tracked, piece));
    const tracked: Tracked = { key, view, noticedAt: pageTime() };
    view.look({ live: this.#live, active: this.#active }, tracked.noticedAt);
    return tracked;
  }

  #onMoment(at: number): void {
    this.#door.follow();
    this.#turn(at);
  }

  /** What holds of the page as a whole, from `at` on if it is news. A pause ends by the clock, without any event. */
  #turn(at: number): void {
    const { document } = this.#door.page.window;
    const live =
      !this.#isGone && document.visibilityState === 'visible' && this.#door.page.isRecording(this.#door.base().tab);
    const active = live && document.hasFocus();
    if (live === this.#live && active === this.#active) return;
    const isEnd = this.#live && !live;
    if (isEnd) this.#tracker.catchUp(lastWordMs);
    [this.#live, this.#active, this.#isEnd] = [live, active, isEnd];
    for (const { view } of this.#all()) view.look({ live, active }, at);
    if (isEnd) this.#tellRest();
  }

  #all(): Tracked[] {
    return [this.#page, ...this.#tracker.units];
  }

  #tellAll(at: number): void {
    if (!this.#live) return;
    this.#tracker.catchUp(lastWordMs);
    this.#isEnd = true;
    for (const { view } of this.#all()) view.cut(at);
    this.#tellRest();
  }

  /** What is there and was never shown, and whatever is ready. */
  #tellRest(): void {
    const from = pageTime();
    for (const tracked of this.#tracker.units) {
      if (tracked.view.entry > 0 || tracked.isTold || !tracked.unit) continue;
      tracked.isTold = true;
      this.#tell(tracked, { from, entry: 0, part: 0, states: [], durationMs: 0 });
    }
    this.#send();
  }

  #tell(tracked: Tracked, piece: Piece): void {
    const { page, reader, base } = this.#door;
    const unit = this.#tracker.factsOf(tracked);
    if (!unit || this.#isExcluded(unit)) return;
    const offset = epochOffset(page.now);
    const toEpoch = (at: number) => Math.round(offset + at);
    const told = {
      unit,
      piece: { ...piece, from: toEpoch(piece.from) },
      noticedAt: toEpoch(tracked.noticedAt),
      feed: tracked.feed,
      reachedPx: tracked === this.#page ? this.#reach() : undefined,
      ruleVersion: reader.ruleVersion,
    };
    this.#ready.push(exposureRow(this.#visit, base(), told));
    if (!this.#isEnd && this.#ready.length >= rowsAtOnce.enough) this.#send();
  }

  #send(): void {
    this.#isEnd = false;
    this.#ready.unshift(...(this.#last?.() ?? []));
    this.#last = undefined;
    while (this.#ready.length > 0) this.#door.page.send(this.#ready.splice(0, rowsAtOnce.most));
  }

  /** Of an excluded note's page nothing is told at all: the address names it. */
  #isExcluded({ noteId, authorId }: Unit): boolean {
    return this.#isOff(noteId, authorId) || this.#isOff(this.#visit.noteId);
  }

  /** A note whose author nobody knows may be anyone's. */
  #isOff(noteId: string | undefined, authorId?: string): boolean {
    const author = noteId === undefined ? authorId : (authorId ?? this.#tracker.authorOf(noteId) ?? null);
    return this.#door.page.isExcluded({ noteId, authorId: author, url: this.#visit.url });
  }

  #reach(): number {
    const { window } = this.#door.page;
    this.#tracker.places.onScroll(window);
    return (this.#reachedPx = Math.max(this.#reachedPx, Math.round(window.scrollY + window.innerHeight)));
  }

  #onFilm(event: Event): void {
    const { target, timeStamp } = event;
    if (!(target instanceof HTMLVideoElement)) return;
    for (const { unit, view } of this.#tracker.on(event.composedPath()))
      if (unit?.media === 'video') view.look({ playing: isRunning(target) }, timeStamp);
  }
}
