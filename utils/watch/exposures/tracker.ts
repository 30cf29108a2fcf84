import type { Unit } from '../../core/units';
import { found, isElement, parentOf } from '../../sites/dom';
import { pageTime } from '../page-time';
import type { Visit } from '../visit';
import { blockerWatch } from './blocker';
import { UnitElements } from './elements';
import { feedNames } from './feeds';
import { Finding, isThere, type FindingDoor } from './finding';
import { Labels } from './labels';
import { Places } from './places';
import { restAfter, slices } from './slices';
import { lookAtFilm, type Tracked } from './tracked';
import { thresholds } from './view';

/** A virtual list keeps some twenty; a thread may be long. What is beyond was made to keep us busy, and is counted. */
const mostAtOnce = 1_000;
const mostInVisit = 5_000;

interface TrackerDoor extends FindingDoor {
  /** Called before anything else: the address may have changed. */
  follow: () => void;
  makeUnit: (key: string) => Tracked;
}

/** Knows which element is which unit at the moment, and shows each unit's view how much of it is on screen. */
export class UnitTracker {
  readonly #door: TrackerDoor;
  readonly #observer = new IntersectionObserver((entries) => this.#onEntries(entries), { threshold: thresholds });
  readonly #slices = slices(() => this.#work());
  readonly #finding: Finding;
  readonly #seeBlocker: (visit: Visit) => void;
  readonly #feedOf = feedNames();
  readonly places = new Places();
  readonly #byKey = new Map<string, Tracked>();
  readonly #labels = new Labels(this.#observer);
  readonly #elements = new UnitElements({
    observer: this.#observer,
    labels: this.#labels,
    read: (tracked) => this.#read(tracked),
    onGone: (tracked) => this.#onGone(tracked),
  });
  readonly #authors = new Map<string, string>();
  readonly #toRead = new Set<Tracked>();
  #passed = new WeakSet<Element>();
  #visit: Visit;

  constructor(door: TrackerDoor, visit: Visit) {
    this.#door = door;
    this.#visit = visit;
    this.#seeBlocker = blockerWatch(door.window, door.reader);
    const changed = (node: Node, at: number) => this.#onChange(node, at);
    const [track, due] = [(element: Element) => this.#track(element), () => this.look([])];
    const isFull = () => this.#elements.size >= mostAtOnce;
    this.#finding = new Finding(door, visit, { found: track, changed, isFull, due });
  }

  /** Every unit of the visit so far. */
  get units(): Iterable<Tracked> {
    return this.#byKey.values();
  }

  /** Starts a visit, or the same one anew. */
  begin(visit: Visit): void {
    this.end();
    this.#visit = visit;
    this.#passed = new WeakSet();
    this.#finding.begin(visit);
    this.#slices.run();
  }

  end(): void {
    this.#finding.end();
    this.#observer.disconnect();
    for (const list of [this.#elements, this.#byKey, this.#labels, this.#authors, this.#toRead]) list.clear();
  }

  /** A picture has come: what had no height until then shows its label now, and nothing in the document has changed. */
  onPicture(picture: EventTarget | null): void {
    if (picture instanceof Element) this.#onChange(picture, pageTime());
    this.#slices.run();
  }

  /** The page has changed. What the browser has not told yet is of the page as it was before. */
  look(records: readonly MutationRecord[]): void {
    this.#take(this.#observer.takeRecords());
    this.#elements.sweep();
    this.#finding.look(records);
    this.#slices.run();
  }

  /** Takes what the browser knows and has not told, and reads what waits, for at most so long. */
  catchUp(ms: number): void {
    this.#take(this.#observer.takeRecords());
    this.#slices.finish(ms);
  }

  /** The units that an event's path leads through. */
  on(path: readonly EventTarget[]): Tracked[] {
    return path.flatMap((part) => (part instanceof Element && this.#elements.get(part)) || []);
  }

  /** What the unit is, as it says now; undefined when it never said. */
  factsOf(tracked: Tracked): Unit | undefined {
    const { element, isStale } = tracked;
    // Where nothing is laid out no label is seen: what is thrown away says less than it did.
    if (isStale && (!tracked.unit || (element && isThere(element)))) this.#read(tracked);
    const { unit, rect } = tracked;
    return unit && found<Unit>({ ...unit, rect: rect ?? unit.rect, column: this.places.columnOf(tracked) });
  }

  /** Who wrote a note, as far as this visit shows. */
  authorOf(noteId: string): string | undefined {
    return this.#authors.get(noteId);
  }

  /** How many were laid out, and nobody had the time to read them. */
  get unread(): number {
    return Array.from(this.#toRead).filter(({ unit }) => !unit).length;
  }

  /** Whatever there is to do, in steps. */
  *#work(): Generator<void> {
    for (;;) {
      yield* this.#finding.steps();
      const [next] = this.#toRead;
      if (!next) return;
      yield this.#read(next);
    }
  }

  /** Whatever changed, the unit around it may be another one since `at`. */
  #onChange(node: Node, at: number): void {
    let part = isElement(node) ? node : undefined;
    while (part && !this.#elements.has(part)) part = parentOf(part);
    if (part) this.#track(part, at);
  }

  /** @param at when the element came to show what it does */
  #track(element: Element, at = pageTime()): void {
    const moved = [element];
    for (const each of moved) this.#trackOne(each, at, moved);
  }

  /** @param moved takes one that stood for the same unit and shows another, as where each note moves up by an element */
  #trackOne(element: Element, at: number, moved: Element[]): void {
    if (!isThere(element)) return; // found, and thrown away since
    const held = this.#elements.get(element);
    if (!held && this.#elements.size >= mostAtOnce) return this.#passOver(element);
    const key = this.#keyOf(element);
    if (held?.key === key) return this.#noteChange(held);
    if (held) this.#elements.drop(held, element, at);
    const known = this.#byKey.get(key);
    const before = known?.element;
    if (before && isThere(before) && this.#keyOf(before) === key) return; // shown twice at once: the first counts
    if (known && before) this.#elements.drop(known, before, at);
    if (before) moved.push(before);
    if (!known && this.#byKey.size >= mostInVisit) return this.#passOver(element);
    if (this.#passed.delete(element)) this.#visit.leftOut -= 1; // there is room again
    const tracked = known ?? this.#door.makeUnit(key);
    Object.assign(tracked, { element, isStale: true });
    this.#byKey.set(key, tracked);
    this.#elements.add(element, tracked);
  }

  #keyOf(element: Element): string {
    return this.#finding.finder?.keyOf(element) ?? '';
  }

  /** Read again soon: when it is told may be too late, an overlay is thrown away with its note. */
  #noteChange(tracked: Tracked): void {
    tracked.isStale = true;
    if (tracked.unit) this.#readAgain(tracked);
  }

  #readAgain(tracked: Tracked): void {
    if (pageTime() >= (tracked.readAt ?? 0)) this.#toRead.add(tracked);
  }

  #leaveOut(): void {
    this.#visit.leftOut += 1;
  }

  /** It may be found again as often as more comes beside it. */
  #passOver(element: Element): void {
    if (!this.#passed.has(element)) this.#leaveOut();
    this.#passed.add(element);
  }

  /** What was replaced before it was laid out was never there for anyone. */
  #onGone(tracked: Tracked): void {
    this.#toRead.delete(tracked);
    if (!tracked.unit && tracked.rect) this.#leaveOut();
  }

  #take(entries: readonly IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      // Another unit by now, and nobody has come to notice.
      if (this.#slices.isBehind() && this.#elements.has(entry.target)) this.#track(entry.target, entry.time);
      this.#onEntry(entry);
    }
  }

  #onEntries(entries: readonly IntersectionObserverEntry[]): void {
    this.#door.follow();
    this.#take(entries);
    // The page has just been laid out: asking it for a style costs nothing now.
    this.#seeBlocker(this.#visit);
    this.#slices.run();
  }

  /** Comes once for each unit after its first layout, on screen or not: then reading it makes the page lay out nothing. */
  #onEntry({ target, time, intersectionRatio, boundingClientRect }: IntersectionObserverEntry): void {
    const ratio = intersectionRatio > 0 ? Math.max(0.001, Math.round(intersectionRatio * 1_000) / 1_000) : 0;
    this.#labels.unitOf(target)?.view.look({ label: ratio }, time);
    const tracked = this.#elements.get(target);
    if (!tracked) return;
    if ((ratio > 0 && tracked.view.ratio === 0) || !tracked.rect) tracked.rect = this.places.of(boundingClientRect);
    if (!tracked.unit) this.#toRead.add(tracked);
    // It changed while its reading rested: now, before it is scrolled away and thrown away, is the time.
    else if (tracked.isStale) this.#readAgain(tracked);
    tracked.view.look({ ratio }, time);
    this.places.note(tracked);
  }

  #read(tracked: Tracked): void {
    const start = pageTime();
    this.#toRead.delete(tracked);
    try {
      if (tracked.element) this.#readFrom(tracked.element, tracked);
    } catch {
      this.#leaveOut(); // one broken unit costs no other
    }
    tracked.readAt = restAfter(start);
  }

  #readFrom(element: Element, tracked: Tracked): void {
    const { finder } = this.#finding;
    const unit = finder?.read(element);
    if (unit?.key !== tracked.key) return; // broken, or another one by now
    const listed = finder?.listed(element);
    const seen = unit.label && this.#door.reader.seeLabel(element, this.#door.window);
    if (unit.label && seen) unit.label = { ...unit.label, measured: seen.measured };
    if (listed) tracked.feed = this.#feedOf(this.#visit.id, listed, unit.noteId);
    if (unit.noteId !== undefined && unit.authorId !== undefined) this.#authors.set(unit.noteId, unit.authorId);
    Object.assign(tracked, { unit, isStale: false });
    if (isThere(element)) this.#labels.set(tracked, seen?.element);
    lookAtFilm(tracked, element);
    this.places.note(tracked);
  }
}
