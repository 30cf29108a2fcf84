import { attendedUntil } from '../../core/attended';
import type { ClickEvent, SightingEvent } from '../../core/events';
import { sessionGapMs } from '../../core/session-gap';
import type { ExposureEvent } from '../../core/units';
import type { LandedLinks } from '../../density/landed-links';
import { isCandidate } from '../../density/shop-links';
import type { ExportSource } from '../terms';
import { hasSightings, openPage } from './page';
import type { OpenLink, OpenPage, PageStart } from './page';
import { addKnown, findLink, PageLinks } from './page-links';

/** A list may go on for as long as a person scrolls; past this many units it goes on as another page view. */
const mostUnits = 5_000;

type Place = Omit<PageStart, 'no' | 'session'>;

function placeOf({ site, pageKind: kind, ruleVersion, at }: ExposureEvent): Place {
  return { site, kind, ruleVersion, at };
}

interface Numbers {
  page: number;
  unit: number;
}

/**
 * The page views that still go on. One is kept until nothing has happened in it for half an hour, or its session is over:
 * what is in memory is what was on screen of late, however long the ledger is.
 */
export class PageBook {
  readonly #pages = new Map<string, OpenPage>();
  /** Which page view a visit belongs to: going back to a list is a new visit of the same list. */
  readonly #pageOfVisit = new Map<string, string>();
  /** Pages of which nothing but themselves was seen so far: whether it is a list, and which, its first card tells. */
  readonly #bare = new Map<string, OpenPage>();
  readonly #numbers: Numbers = { page: 0, unit: 0 };
  #isFull = false;
  readonly #links: PageLinks;
  readonly #landed: LandedLinks;
  /** Sightings of candidates on visits of which nothing else was told: they make no page view before a landing shows goods. */
  #loose: SightingEvent[] = [];

  constructor(linksOn: ExportSource['linksOn'], landed: LandedLinks) {
    this.#links = new PageLinks(linksOn, landed);
    this.#landed = landed;
  }

  /** Units that are held, for who asks how much memory this takes. */
  get held(): number {
    return [...this.#pages.values()].reduce((sum, { units }) => sum + units.size, 0);
  }

  /** A page view holds as much as one may. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** @returns a promise where links have to be looked up, which few units have: waiting for each of them takes time */
  addExposure(event: ExposureEvent, session: number): Promise<void> | undefined {
    const { visit, feed, unit } = event;
    if (unit.kind === 'page') return void this.#addItself(event, session);
    if (feed !== undefined) this.#pageOfVisit.set(visit, feed);
    const key = hasSightings(unit) ? visit : (feed ?? this.#pageOfVisit.get(visit) ?? visit);
    // Most of what happens is a unit of a page that is known: nothing is made for it but its place among the others.
    const page = this.#pages.get(key) ?? this.#pageAt(key, placeOf(event), session);
    page.lastAt = Math.max(page.lastAt, attendedUntil(event));
    if (this.#bare.size > 0) this.#absorb(visit, page);
    if (unit.kind === 'open-note' && unit.noteId !== undefined) page.noteId = unit.noteId;
    const known = page.units.get(unit.key);
    if (known) known.stays.push(event);
    else page.units.set(unit.key, { no: (this.#numbers.unit += 1), stays: [event] });
    this.#isFull ||= page.units.size >= mostUnits;
    return unit.surfaces && unit.surfaces.length > 0 ? this.#links.addUnit(page, event) : undefined;
  }

  /**
   * The first time that a link was seen on a note; later visits show it by their units alone. One that stands on no note
   * is told by the card that carries it.
   */
  addSighting(event: SightingEvent, session: number): void {
    const { visit, at, noteId } = event;
    if (noteId === undefined) return;
    if (isCandidate(event) && !this.#pages.has(visit)) return void this.#loose.push(event);
    const known = this.find(visit);
    if (event.again) return known && addKnown(known, event);
    const page = this.#pageAt(visit, { ...event, kind: 'note' }, session);
    this.#absorb(visit, page);
    page.lastAt = Math.max(page.lastAt, at);
    page.noteId ??= noteId;
    this.#links.addSighting(page, event);
  }

  /** What this click followed has led to goods: from now on it is a shop link on every page view that goes on. */
  addLanded({ visit, link }: ClickEvent, session: number): void {
    const isHere = (event: SightingEvent) => event.visit === visit && event.link.key === link.key;
    for (const event of this.#loose.filter(isHere)) this.addSighting(this.#landed.told(event), session);
    this.#loose = this.#loose.filter((event) => !isHere(event));
    for (const page of this.#pages.values()) {
      for (const unit of page.units.values()) unit.stays = unit.stays.map((stay) => this.#landed.told(stay));
      this.#links.addLanded(page);
    }
  }

  /** The visit is over. One of which no unit was recorded is no page view. */
  endVisit(visit: string, at: number, unread: number): void {
    const page = this.find(visit);
    if (!page) return;
    page.leftAt = Math.max(page.leftAt ?? at, at);
    page.lastAt = Math.max(page.lastAt, at);
    page.unread += unread;
  }

  find(visit: string): OpenPage | undefined {
    const list = this.#pageOfVisit.get(visit);
    return this.#pages.get(visit) ?? this.#pages.get(list ?? visit) ?? this.#bare.get(visit);
  }

  /** The link that was followed. */
  findLink(click: ClickEvent): OpenLink | undefined {
    const page = this.find(click.visit);
    return page && findLink(page, click);
  }

  /** Page views that nothing happened in since; all of them at the end of a session. */
  take(before: number): OpenPage[] {
    this.#isFull = false;
    this.#loose = this.#loose.filter(({ at }) => at >= before);
    const over = [...this.#pages].filter(([, page]) => page.lastAt < before || page.units.size >= mostUnits);
    const bare = [...this.#bare].filter(([, page]) => page.lastAt < before);
    for (const [key] of over) this.#pages.delete(key);
    for (const [visit, page] of bare) {
      this.#bare.delete(visit);
      page.no = this.#numbers.page += 1;
    }
    for (const [visit, key] of this.#pageOfVisit) if (!this.#pages.has(key)) this.#pageOfVisit.delete(visit);
    return [...over, ...bare].map(([, page]) => page);
  }

  #addItself(event: ExposureEvent, session: number): void {
    const page = this.find(event.visit) ?? openPage({ no: 0, session, ...placeOf(event) });
    if (page.no === 0) this.#bare.set(event.visit, page);
    page.itself.push(event);
    page.lastAt = Math.max(page.lastAt, attendedUntil(event));
  }

  /** The page turns out to show this list, or this note. */
  #absorb(visit: string, page: OpenPage): void {
    const bare = this.#bare.get(visit);
    if (!bare) return;
    this.#bare.delete(visit);
    page.itself.push(...bare.itself);
    page.startedAt = Math.min(page.startedAt, bare.startedAt);
    page.lastAt = Math.max(page.lastAt, bare.lastAt);
  }

  #pageAt(key: string, place: Place, session: number): OpenPage {
    const known = this.#pages.get(key);
    if (known) return known;
    const page = openPage({ no: (this.#numbers.page += 1), session, ...place });
    this.#pages.set(key, page);
    return page;
  }
}

/** What was last touched before this has rested long enough. */
export function restedBefore(now: number): number {
  return now - sessionGapMs;
}
