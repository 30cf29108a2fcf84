import type { ClickEvent, SightingEvent } from '../../core/events';
import { sessionGapMs } from '../../core/session-gap';
import { joined, sightingId } from '../../core/sightings';
import type { ExposureEvent, UnitLink } from '../../core/units';
import { isCandidate, shopSurfaces } from '../../density/shop-links';
import type { ExportSource, NoteLink } from '../terms';
import { carrierOf, hasSightings, linkName, openPage, targetOf } from './page';
import type { OpenLink, OpenPage, PageStart } from './page';
import { attendedUntil } from './screen';

/** A list may go on for as long as a person scrolls; past this many units it goes on as another page view. */
const mostUnits = 5_000;

type Place = Omit<PageStart, 'no' | 'session'>;

function placeOf({ site, pageKind: kind, ruleVersion, at }: ExposureEvent): Place {
  return { site, kind, ruleVersion, at };
}

/** Comments without an id are not what their links are told of. */
function hasName({ kind, commentId }: ExposureEvent['unit']): boolean {
  return kind === 'open-note' || commentId !== undefined;
}

/** What stands for a link of which nothing is known but where it is. */
function namelessOf({ surface, unitKey }: Pick<OpenLink, 'surface' | 'unitKey'>): string {
  return `${surface}\u001f?${unitKey}`;
}

type Seen = Omit<NoteLink, 'rows'> & { sighting: SightingEvent };

/** One place of an open note or a comment, with the links there. */
interface OnNote {
  event: ExposureEvent;
  link: Pick<OpenLink, 'surface' | 'renderedAt' | 'unitKey'>;
  seen: readonly Seen[];
  /** As the unit itself tells them; rows of earlier versions do not. */
  carried: readonly UnitLink[] | undefined;
}

function isSame({ sighting }: Seen) {
  return ({ link }: UnitLink): boolean => link.key === sighting.link.key;
}

type Followed = Pick<ClickEvent, 'visit' | 'surface' | 'link' | 'commentId'>;

interface Numbers {
  page: number;
  unit: number;
  link: number;
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
  readonly #numbers: Numbers = { page: 0, unit: 0, link: 0 };
  #isFull = false;
  readonly #linksOn: ExportSource['linksOn'];

  constructor(linksOn: ExportSource['linksOn']) {
    this.#linksOn = linksOn;
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
    return unit.surfaces && unit.surfaces.length > 0 ? this.#addLinks(page, event) : undefined;
  }

  /**
   * The first time that a link was seen on a note; later visits show it by their units alone. One that stands on no note
   * is told by the card that carries it.
   */
  addSighting(event: SightingEvent, session: number): void {
    if (isCandidate(event) || event.noteId === undefined) return;
    if (event.again) return this.#addKnown(event);
    const { visit, at } = event;
    const page = this.#pageAt(visit, { ...event, kind: 'note' }, session);
    this.#absorb(visit, page);
    page.lastAt = Math.max(page.lastAt, at);
    page.noteId ??= event.noteId;
    this.#addLink(page, linkName(event), { ...event, renderedAt: at, unitKey: carrierOf(event), sighting: event });
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

  /** The link that was followed; the first of its target where the click does not say which comment it was in. */
  findLink({ visit, surface, link, commentId }: Followed): OpenLink | undefined {
    const links = [...(this.find(visit)?.links.values() ?? [])];
    const same = links.filter((open) => open.surface === surface && targetOf(open)?.key === link.key);
    return same.find(({ sighting }) => sighting?.commentId === commentId) ?? same[0];
  }

  /** Page views that nothing happened in since; all of them at the end of a session. */
  take(before: number): OpenPage[] {
    this.#isFull = false;
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

  async #addLinks(page: OpenPage, event: ExposureEvent): Promise<void> {
    const { at, site, unit, renderedAt = at } = event;
    const isOnNote = hasSightings(unit);
    const links = isOnNote && unit.noteId !== undefined ? await this.#linksOn(site, unit.noteId) : [];
    const own = links
      .map(({ rows, ...link }) => ({ ...link, sighting: rows.reduce(joined) }))
      .filter(({ sighting }) => carrierOf(sighting) === unit.key);
    const selling = shopSurfaces(unit);
    for (const surface of unit.surfaces ?? []) {
      const link = { surface, renderedAt, unitKey: unit.key };
      if (!selling.includes(surface)) {
        page.links.delete(namelessOf(link));
        continue;
      }
      const carried = unit.links?.filter((each) => each.surface === surface);
      if (!isOnNote) {
        this.#addCarried(page, link, carried);
        continue;
      }
      const seen = own.filter(({ sighting }) => sighting.surface === surface);
      this.#addSeen(page, { event, link, seen, carried });
      if (hasName(unit)) this.#addGone(page, { event, link, seen, carried });
    }
  }

  /** Links whose sightings are kept. */
  #addSeen(page: OpenPage, { event: { visit, at, durationMs }, link, seen, carried }: OnNote): void {
    // What was found on a later visit was not there yet, as far as anybody knows, save what the unit names; but one there was.
    const isThere = ({ sighting }: Seen) => sighting.visit === visit || sighting.at <= at + durationMs;
    const known = seen.filter(({ sighting, isLeftOut }) => !isLeftOut && !isCandidate(sighting));
    const here = known.filter(isThere);
    const named = known.filter((each) => !isThere(each) && carried?.some(isSame(each)));
    const later = carried ? named : here.length > 0 ? [] : known.slice(0, 1);
    for (const { sighting, isWithheld } of [...here, ...later.map((each) => ({ ...each, isWithheld: true }))])
      this.#addLink(page, linkName(sighting), { ...link, sighting, isWithheld, isOlder: sighting.visit !== visit });
  }

  /** Links whose first sight is kept no longer, or was never stored: that there was one is known all the same. */
  #addGone(page: OpenPage, { event: { site, unit }, link, seen, carried }: OnNote): void {
    // On a row of an earlier version nothing tells how many, nor whether somebody followed them.
    if (!carried && seen.length === 0) this.#addLink(page, namelessOf(link), link);
    const { noteId, commentId } = unit;
    for (const gone of carried ?? []) {
      if (isCandidate(gone) || seen.some((each) => isSame(each)(gone))) continue;
      const formerId = sightingId({ ...gone, site, noteId, commentId });
      this.#addNamed(page, gone, { ...link, formerId });
    }
  }

  /** A card says where its links lead; one of an earlier version only that there is one. */
  #addCarried(page: OpenPage, link: Omit<OpenLink, 'no'>, links: readonly UnitLink[] = []): void {
    if (links.length === 0) this.#addLink(page, namelessOf(link), link);
    for (const carried of links) if (!isCandidate(carried)) this.#addNamed(page, carried, { ...link, carried });
  }

  /** It is the one of which an earlier row of the same unit said only that there is one. */
  #addNamed(page: OpenPage, { link: { key } }: UnitLink, link: Omit<OpenLink, 'no'>): void {
    const nameless = namelessOf(link);
    const before = page.links.get(nameless);
    page.links.delete(nameless);
    const name = `${nameless}\u001f${key}`;
    if (before && !page.links.has(name)) page.links.set(name, { ...before, ...link, renderedAt: before.renderedAt });
    else this.#addLink(page, name, link);
  }

  /** Who posted a link that the page view holds. */
  #addKnown(event: SightingEvent): void {
    const open = this.find(event.visit)?.links.get(linkName(event));
    if (open?.sighting) open.sighting = joined(open.sighting, event);
  }

  #addLink(page: OpenPage, name: string, link: Omit<OpenLink, 'no'>): void {
    const { sighting } = link;
    const open = page.links.get(name);
    if (open?.sighting && sighting) open.sighting = joined(open.sighting, sighting);
    if (open) return;
    const no = (this.#numbers.link += 1);
    page.links.set(name, { no, ...link });
  }
}

/** What was last touched before this has rested long enough. */
export function restedBefore(now: number): number {
  return now - sessionGapMs;
}
