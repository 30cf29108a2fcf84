import type { PageSideEvent } from '../core/events';
import type { LinkReading, PageKind, PageReading } from '../core/types';
import type { PageDoor, TabPlace } from './door';
import { gestureFilter, isFollowing, readWay } from './gesture';
import { restLeft } from './rest';
import { clickRow, collectRow, endRow, landingRow, heldMs, newRows, noteName, sightingRow } from './rows';
import { leaving, shutdownRegistry, type Shutdown } from './shutdown';
import { forgetErased, rowBase, startVisit, type Visit, type WatchedSite } from './visit';

/** The site answers a collect click within seconds or not at all. */
const collectPatienceMs = 10_000;

/** Presses on the collect button that the site has not answered yet. */
interface Collecting {
  visit: Visit;
  /** What the button said before the change that is waited for. */
  before: boolean;
  until: number;
  presses: number;
}

const isRead: ReadonlySet<PageKind> = new Set(['note', 'goods']);

/** Follows the pages of a note site for as long as the document lives: what they show, what the person follows and collects. */
export class NoteWatcher {
  readonly #door: PageDoor;
  readonly #reader: WatchedSite;
  readonly #shutdown: Shutdown;
  readonly #isNewGesture: (visit: string, key: string) => boolean;
  readonly #iconObserver = new MutationObserver(() => this.#onChange());
  #place: TabPlace = {};
  #visit: Visit;
  #collecting: Collecting | undefined;
  #timer: number | undefined;

  constructor(door: PageDoor, reader: WatchedSite) {
    this.#door = door;
    this.#reader = reader;
    this.#shutdown = shutdownRegistry(door.isConnected);
    this.#isNewGesture = gestureFilter(door.now);
    this.#visit = startVisit(door, reader);
  }

  /** Registers everything at once, before the page's own scripts run. */
  start(): void {
    const { window } = this.#door;
    const observer = new MutationObserver((records) => {
      this.#shutdown.relisten(records);
      this.#onChange();
    });
    // `href` alone: links whose target is patched. A filter never lets an attribute with a namespace through.
    const watched = { childList: true, subtree: true, attributes: true, attributeFilter: ['href'] };
    observer.observe(window.document, watched);
    this.#shutdown.onEnd(() => {
      observer.disconnect();
      this.#iconObserver.disconnect();
      window.clearTimeout(this.#timer);
    });
    this.#shutdown.listen(window, ['pointerdown'], (event) => this.#onPress(event));
    this.#shutdown.listen(window, ['click', 'auxclick'], (event) => this.#onFollow(event));
    this.#shutdown.listen(window, ['popstate'], () => this.#onChange());
    // At once: the page can clear our timer, and once it rests no change comes to read it after all.
    this.#shutdown.listen(window, ['load', 'DOMContentLoaded'], () => this.#read());
    this.#shutdown.listen(window, leaving, () => this.#onLeave());
    void this.#locate(this.#door.hello());
  }

  /** What the popup asks for: the page as it stands. */
  describe(): PageReading {
    const { location, document } = this.#door.window;
    return this.#reader.readPage(location.href, document);
  }

  /** What was answered stays: an answer that got lost is empty. */
  async #locate(answer: Promise<TabPlace>): Promise<void> {
    this.#place = { ...(await answer), ...this.#place };
  }

  #base() {
    return rowBase(this.#door, this.#visit, this.#place);
  }

  #send(rows: (PageSideEvent | undefined)[]): void {
    if (this.#door.isRecording()) this.#door.send(rows.filter((row) => row !== undefined));
  }

  /** A history change is a new visit; every handler asks here first, since nothing tells an isolated script of it. */
  #follow(): void {
    const { location } = this.#door.window;
    forgetErased(this.#visit, this.#door.erasedAt());
    // The site rewrites queries and hashes of the page it shows: the same path is the same visit.
    if (this.#visit.path === location.pathname) return;
    this.#send([endRow(this.#visit, this.#base())]);
    const { noteId, reading } = this.#visit;
    this.#visit = startVisit(this.#door, this.#reader);
    // The same note may move from a search's path to its own.
    if (noteId !== this.#visit.noteId) this.#visit.before = noteName(reading?.note);
  }

  /**
   * Called as often as the page likes, so it costs next to nothing; what it reads is throttled by the rest. It reads now
   * if the last reading is old enough, else once after the burst. Should the page clear our timer, the next change reads.
   */
  #onChange(): void {
    if (!this.#door.isConnected()) return this.#shutdown.end();
    this.#follow();
    if (this.#collecting) this.#seeCollect(this.#collecting);
    if (!isRead.has(this.#visit.kind)) return;
    const wait = restLeft(this.#visit, this.#door.now());
    if (wait <= 0) return this.#read();
    this.#timer ??= this.#door.window.setTimeout(() => this.#read(), wait);
  }

  #read(): void {
    const { window } = this.#door;
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#follow();
    const visit = this.#visit;
    visit.readAt = this.#door.now();
    if (visit.kind === 'goods') return this.#send([landingRow(visit, this.#base(), this.#reader.readOwnItem(window))]);
    // A note whose address holds no id is read as well: what cannot be told of it is counted.
    if (visit.kind !== 'note') return;
    visit.reading = this.#reader.readOpen(window.location.href, window.document);
    // While recording is off nothing is marked as told either, so that it is told once recording is on again.
    if (!this.#door.isRecording()) return;
    this.#send(newRows(visit, this.#base(), { page: visit.reading, ruleVersion: this.#reader.ruleVersion }));
    const held = heldMs(visit, visit.readAt, visit.reading.note);
    if (held > 0) window.setTimeout(() => this.#onChange(), held);
  }

  #seeCollect({ visit, before, until, presses }: Collecting): void {
    const isOver = this.#door.now() > until || visit !== this.#visit;
    const collected = isOver ? undefined : this.#reader.readCollected(this.#door.window.document, visit.noteId);
    const isChanged = collected !== undefined && collected !== before;
    if (!isOver && !isChanged) return;
    // A second press may come before the site has answered the first: each press waits for a change of its own.
    this.#collecting = isChanged && presses > 1 ? { visit, before: collected, until, presses: presses - 1 } : undefined;
    if (!this.#collecting) this.#iconObserver.disconnect();
    if (isChanged) this.#send([collectRow(visit, this.#base(), collected)]);
  }

  #linkIn(event: Event): LinkReading | undefined {
    return this.#reader.linkAt(event.composedPath(), this.#door.window.document);
  }

  #onPress(event: Event): void {
    if (event.isTrusted && this.#visit.noteId !== undefined && this.#linkIn(event))
      void this.#locate(this.#door.wake());
  }

  #onFollow(event: Event): void {
    if (!(event instanceof MouseEvent) || !isFollowing(event)) return;
    this.#follow();
    if (event.type === 'click') this.#noteCollect(event);
    const found = this.#linkIn(event);
    if (!found || !this.#door.isRecording() || !this.#isNewGesture(this.#visit.id, found.link.key)) return;
    const base = this.#base();
    const sighting = sightingRow(this.#visit, base, { ...found, ruleVersion: this.#reader.ruleVersion });
    this.#send([sighting, clickRow(this.#visit, base, { ...found, how: readWay(event) })]);
  }

  /** The button's state before the page's own handler runs; the change that follows is the collecting. */
  #noteCollect(event: MouseEvent): void {
    const path = event.composedPath();
    if (!this.#reader.collectTarget(path)) return;
    const visit = this.#visit;
    const before = this.#reader.readCollected(this.#door.window.document, visit.noteId);
    if (before === undefined) return;
    const presses = 1 + (this.#collecting?.visit === visit ? this.#collecting.presses : 0);
    this.#collecting = { visit, before, until: this.#door.now() + collectPatienceMs, presses };
    // Often nothing changes but the icon's `xlink:href`, so everything is watched, but only here and only until then:
    // the bar is the smallest part around the button that is no longer the button alone.
    const bar = path.find((_part, index) => !this.#reader.collectTarget(path.slice(index)));
    if (bar instanceof Node) this.#iconObserver.observe(bar, { attributes: true, subtree: true });
  }

  #onLeave(): void {
    this.#read();
    this.#send([endRow(this.#visit, this.#base())]);
  }
}
