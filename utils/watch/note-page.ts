import type { PageSideEvent } from '../core/events';
import type { LinkReading, NoteReading, PageReading } from '../core/types';
import { followChanges } from './changes';
import { Collecting } from './collecting';
import { countedNote } from './comment-counts';
import type { PageDoor, TabPlace } from './door';
import { ExposureWatcher } from './exposures/watcher';
import { gestureFilter, isFollowing, readWay } from './gesture';
import { endRow } from './end-row';
import { isLanding, isRead } from './kinds';
import { ownerOf } from './owner';
import { PageReadings } from './page-readings';
import { pageTime } from './page-time';
import {
  clickRow,
  collectRow,
  holdsLinks,
  landingRow,
  newRows,
  noteName,
  ownShop,
  savedRows,
  shopRow,
  sightingRow,
} from './rows';
import { leaving, shutdownRegistry, type Shutdown } from './shutdown';
import { forgetErased, noteFormer, rowBase, startVisit, type Visit, type WatchedSite } from './visit';

/** Follows the pages of a note site for as long as the document lives: what they show, what the person follows and collects. */
export class NoteWatcher {
  readonly #door: PageDoor;
  readonly #reader: WatchedSite;
  readonly #shutdown: Shutdown;
  readonly #openedAt: number;
  readonly #isNewGesture: (visit: string, key: string) => boolean;
  readonly #exposures: ExposureWatcher;
  readonly #collecting: Collecting;
  readonly #readings: PageReadings;
  #place: TabPlace = {};
  /** Nobody has said yet which tab this is. */
  #isAsking = true;
  #visit: Visit;
  #before: Visit | undefined;
  /** What the address called the page when the person pressed a tab: until it says more, the tabs do. */
  #tabbedOn: string | undefined;
  #named = { href: '', name: '' };

  constructor(door: PageDoor, reader: WatchedSite) {
    this.#door = door;
    this.#reader = reader;
    this.#shutdown = shutdownRegistry(door.isConnected);
    this.#openedAt = Math.round(door.now() - pageTime()); // not now: it may have been prepared long before it is shown
    this.#isNewGesture = gestureFilter(door.now);
    this.#visit = startVisit(door, reader);
    const { window, now } = door;
    this.#collecting = new Collecting({ window, now, reader, onChange: () => this.#onChange() });
    const [follow, base, due] = [() => this.#follow(), () => this.#base(), () => this.#onChange()];
    const [visit, tell] = [() => this.#visit, (read: Visit) => this.#tell(read)];
    this.#readings = new PageReadings({ window, now, reader, follow, visit, tell, due });
    this.#exposures = new ExposureWatcher({ page: door, reader, follow, base }, this.#visit);
  }

  /** Registers everything at once, before the page's own scripts run. */
  start(): void {
    const { window } = this.#door;
    const endFollowing = followChanges(window, this.#reader, (records) => {
      this.#shutdown.relisten(records);
      this.#onChange(records);
    });
    this.#shutdown.onEnd(() => {
      endFollowing();
      this.#collecting.end();
      this.#readings.end();
    });
    this.#readings.begin();
    this.#shutdown.listen(window, ['pointerdown'], (event) => this.#onPress(event));
    this.#shutdown.listen(window, ['click', 'auxclick'], (event) => this.#onFollow(event));
    this.#shutdown.listen(window, ['popstate'], () => this.#onChange());
    // At once: the page can clear our timer, and once it rests no change comes to read it after all.
    this.#shutdown.listen(window, ['load', 'DOMContentLoaded'], () => this.#readings.read());
    this.#shutdown.listen(window, leaving, (event) => this.#onLeave(event));
    this.#exposures.start(this.#shutdown);
    this.#shutdown.listen(window, ['visibilitychange', 'pageshow'], () => this.#greet());
    this.#greet();
  }

  /** What the popup asks for: the page as it stands. */
  describe(): PageReading {
    const { location, document } = this.#door.window;
    return { ...this.#reader.readPage(location.href, document), ruleVersion: this.#reader.ruleVersion };
  }

  /** What was answered stays: an answer that got lost is empty. */
  async #locate(answer: Promise<TabPlace>): Promise<void> {
    const place = await answer;
    const wasOff = !this.#isRecorded();
    this.#place = { ...place, ...this.#place };
    // While some tab is paused, a page that knows no tab may be in that one: what it holds back is told now.
    const isFreed = wasOff && isRead.has(this.#visit.kind) && this.#isRecorded();
    const isAwaited = this.#isAsking && isLanding.has(this.#visit.kind);
    this.#isAsking = false;
    if (isFreed || isAwaited) this.#readings.read();
  }

  /** Says which visit is in front of the person: should the page crash, its end never comes. */
  #greet(): void {
    const inFront = this.#door.window.document.visibilityState === 'visible' && this.#isRecorded();
    void this.#locate(this.#door.hello({ id: this.#visit.id, inFront }));
  }

  #base(visit = this.#visit) {
    return { ...rowBase(this.#door, visit, this.#place), ruleVersion: this.#reader.ruleVersion };
  }

  #send(rows: (PageSideEvent | undefined)[], visit = this.#visit): void {
    if (this.#isRecorded(visit)) this.#door.send(rows.filter((row) => row !== undefined));
  }

  /**
   * Not while the person has switched it off, here or everywhere, and nothing of a note or author that they excluded.
   * @param visit whose page it is of
   * @param path on a page without an open note, what was clicked: it may stand on the card of such a note
   */
  #isRecorded({ noteId, reading, url } = this.#visit, path: EventTarget[] = []): boolean {
    const card = noteId === undefined ? this.#reader.cardAt(path) : undefined;
    const subject = card?.noteId ?? noteId;
    const authorId = (card ?? reading?.note)?.authorId ?? (subject === undefined ? undefined : null);
    return this.#door.isRecording(this.#place.tab) && !this.#door.isExcluded({ noteId: subject, authorId, url });
  }

  /** A note whose author its card does not name may be anyone's. */
  #isOff({ id: noteId, authorId = null }: { id: string; authorId?: string | null }, { url }: Visit): boolean {
    return this.#door.isExcluded({ noteId, authorId, url });
  }

  /** A new address alone says nothing of the tabs, which are those of the page before for a moment. */
  #namePage(): string {
    const { location, document } = this.#door.window;
    const { href } = location;
    // Asked with every change of the page, of which few change the address.
    if (href !== this.#named.href) this.#named = { href, name: this.#reader.namePage(href) };
    const { name } = this.#named;
    return name === this.#tabbedOn ? this.#reader.namePage(href, document) : name;
  }

  /** Another page is a new visit; every handler asks here first, since nothing tells an isolated script of it. */
  #follow(): void {
    if (forgetErased(this.#visit, this.#door.erasedAt())) this.#exposures.begin(this.#visit);
    const name = this.#namePage();
    if (this.#visit.name === name) return;
    this.#exposures.end();
    this.#send(this.#endRows());
    const { noteId, reading } = (this.#before = this.#visit);
    this.#visit = { ...startVisit(this.#door, this.#reader), name };
    // The same note may move from a search's path to its own.
    if (noteId !== this.#visit.noteId) this.#visit.before = noteName(reading?.note);
    noteFormer(this.#visit, this.#door.window, this.#reader);
    this.#exposures.begin(this.#visit);
    this.#readings.begin();
    this.#greet();
  }

  /** Called as often as the page likes, so it costs next to nothing. */
  #onChange(records: readonly MutationRecord[] = []): void {
    if (!this.#door.isConnected()) return this.#shutdown.end();
    this.#follow();
    this.#exposures.look(records);
    const news = this.#collecting.look(this.#visit);
    if (news) this.#send([collectRow(news.of, this.#base(news.of), news.collected)], news.of);
    this.#readings.onChange();
  }

  /** What is not recorded is not marked as told either, so that it is told once recording is on again. */
  #tell(visit: Visit): boolean {
    if (!this.#isRecorded() || (this.#isAsking && isLanding.has(visit.kind))) return false;
    this.#send(this.#newRows(visit));
    return true;
  }

  /** What the page tells beyond what its visit has told. */
  #newRows(visit: Visit): (PageSideEvent | undefined)[] {
    const { window } = this.#door;
    const { href } = window.location;
    const { ruleVersion, readOwnItem, readShop, readSaved } = this.#reader;
    const base = this.#base();
    if (visit.reading) return newRows(visit, base, { page: visit.reading, ruleVersion });
    if (visit.kind === 'goods') return [landingRow(visit, base, readOwnItem(window, visit.former))];
    if (visit.kind === 'shop') return [shopRow(visit, base, ownShop(visit, readShop(href, window.document)))];
    const isOff = (note: NoteReading) => this.#isOff(note, visit) || visit.formerSaved?.includes(note.id);
    const notes = readSaved(href, window.document)?.filter((note) => !isOff(note));
    return savedRows(visit, base, { notes: notes ?? [], openedAt: this.#openedAt });
  }

  #linkIn(event: Event): LinkReading | undefined {
    return this.#reader.linkAt(event.composedPath(), this.#door.window.document);
  }

  #onPress(event: Event): void {
    if (event.isTrusted && holdsLinks(this.#visit) && this.#linkIn(event)) void this.#locate(this.#door.wake());
  }

  #onFollow(event: Event): void {
    if (!(event instanceof MouseEvent) || !isFollowing(event)) return;
    this.#follow();
    this.#exposures.onClick(event);
    if (event.type === 'click') this.#notePress(event);
    const found = this.#linkIn(event);
    if (!found) return;
    const of = this.#ownerOf(event);
    if (!this.#isRecorded(of, event.composedPath()) || !this.#isNewGesture(of.id, found.link.key)) return;
    const base = this.#base(of);
    const sighting = sightingRow(of, base, { ...found, ruleVersion: this.#reader.ruleVersion });
    this.#send([sighting, clickRow(of, base, { ...found, how: readWay(event) })], of);
  }

  #ownerOf(event: Event): Visit {
    const { window, now } = this.#door;
    const [page, moment] = [
      { window, reader: this.#reader },
      { visit: this.#visit, before: this.#before, at: now() },
    ];
    return ownerOf(event.composedPath(), page, moment);
  }

  #notePress(event: MouseEvent): void {
    if (this.#reader.isTab(event.composedPath())) {
      this.#tabbedOn = this.#reader.namePage(this.#door.window.location.href);
      this.#visit.name = this.#namePage();
    }
    this.#collecting.onClick(event.composedPath(), this.#visit, () => this.#ownerOf(event));
  }

  /** What was on screen goes with the end of the visit: time is short, and one message does. */
  #onLeave(event: Event): void {
    this.#isAsking = false;
    this.#follow();
    this.#readings.onLeave();
    this.#exposures.leave(event, () => (this.#isRecorded() ? this.#endRows() : []));
  }

  #endRows(): PageSideEvent[] {
    const base = this.#base();
    const note = countedNote(this.#visit, base);
    return [...(note ? [note] : []), endRow(this.#visit, base, this.#exposures.leftOut)];
  }
}
