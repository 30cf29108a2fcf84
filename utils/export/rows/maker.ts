import { attendedUntil } from '../../core/attended';
import type { PageEvent, SightingEvent } from '../../core/events';
import { sessionGapMs } from '../../core/session-gap';
import { countUnread } from '../../core/unread';
import type { ExposureEvent } from '../../core/units';
import { LandedLinks } from '../../density/landed-links';
import type { RowIn, TableRow } from '../tables';
import type { ExportSource, ExportTerms, Happening, OrderLine, ToldHappening, UntoldLine } from '../terms';
import { ActionRows, type ActionEvent } from './action-rows';
import { aggregateRows } from './aggregate-rows';
import { attributions } from './attribution-rows';
import { rowFor, withOrigin } from './base';
import { EarlyVisits } from './early-visits';
import { countLinks, exposureRow } from './exposure-row';
import { endedBy } from './last-stay';
import { linkRow } from './link-row';
import { getsOrders, orderRows, type OrderTally } from './order-rows';
import { originOfLink, originOfPage, originOfUnit } from './origins';
import type { OpenPage } from './page';
import { PageBook, restedBefore } from './page-book';
import { pageRow } from './page-row';
import { participantRow } from './participant-row';
import { pseudonyms, type Pseudonyms } from './pseudonyms';
import { qualityRows } from './quality-rows';
import { addToSession, openSession, sessionRow, type Session } from './session';

/** Turns what happened, told by time, into rows. Orders come first: what led to them is known when it passes. */
export class RowMaker {
  readonly #source: ExportSource;
  readonly #terms: ExportTerms;
  readonly #hashed: Pseudonyms;
  readonly #early: EarlyVisits;
  readonly #landed = new LandedLinks();
  readonly #book: PageBook;
  readonly #actions: ActionRows;
  readonly #quality: ReturnType<typeof qualityRows>;
  readonly #credits: ReturnType<typeof attributions>;
  readonly #sums: ReturnType<typeof aggregateRows>;
  readonly #orders: OrderTally = new Map();
  #session: Session | undefined;
  #sessions = 0;
  #lookedAt = -Infinity;

  constructor(source: ExportSource, terms: ExportTerms) {
    const { study, device } = terms;
    this.#source = source;
    this.#terms = terms;
    this.#hashed = pseudonyms({ study: study.key, device: device.key, studyId: study.id });
    this.#early = new EarlyVisits(terms.participant.observedFrom);
    this.#book = new PageBook(source.linksOn, this.#landed);
    this.#actions = new ActionRows({ terms, hashed: this.#hashed, book: this.#book });
    this.#quality = qualityRows(terms);
    this.#credits = attributions(terms);
    this.#sums = aggregateRows(terms);
  }

  /** Units that are held. */
  get held(): number {
    return this.#book.held;
  }

  /** @param lines all lines of one order */
  addOrder(lines: readonly (OrderLine | UntoldLine)[]): TableRow[] {
    const orders = orderRows(lines, { terms: this.#terms, hashed: this.#hashed }, this.#orders);
    for (const order of orders) this.#credits.addOrder(order);
    return orders.map(({ row }) => row);
  }

  /** @returns a promise only where something has to be looked up */
  add(event: ToldHappening): Promise<TableRow[]> | TableRow[] {
    const { observedTo } = this.#terms.participant;
    const told = this.#early.cut(event);
    if (!told || told.at > observedTo) return [];
    return event.isLeftOut
      ? this.#passLeftOut({ ...told, isLeftOut: true })
      : this.#add(this.#landed.told(endedBy(told, observedTo)));
  }

  /** It has no row, prolongs no session and says only that a link sells, and not what. */
  #passLeftOut(event: ToldHappening): TableRow[] {
    const { at } = event;
    const rows = this.#isOver(at) ? this.#endSession() : this.#closeRested(at);
    this.#follow(event);
    return rows;
  }

  #follow(event: ToldHappening): void {
    const followed = this.#landed.pass(event);
    if (followed) this.#book.addLanded(followed, this.#sessions);
  }

  #add(event: Happening): Promise<TableRow[]> | TableRow[] {
    switch (event.type) {
      case 'want':
      case 'mark':
        // The person's own words come from no page and prolong no session.
        return this.#addAction(event, this.#isOver(event.at) ? null : (this.#session?.no ?? null));
      case 'note':
      case 'purchase':
      case 'tag':
      case 'remark':
      case 'group':
      case 'why':
      case 'outcome':
      case 'cool':
      case 'match':
        // Orders are told as their lines stand; what the person wrote of a thing, or how it turned out, is nobody else's.
        return [];
      case 'click':
      case 'landing':
      case 'shop':
      case 'signal':
      case 'collect': {
        const rows = this.#enter(event);
        this.#follow(event);
        return [...rows, ...this.#addAction(event, this.#sessions)];
      }
      case 'exposure':
      case 'sighting':
      case 'page': {
        const rows = this.#enter(event);
        return this.#addToPage(event)?.then(() => rows) ?? rows;
      }
    }
  }

  /** What is left once everything has passed. */
  end(): TableRow[] {
    const rows = [...this.#endSession(), ...this.#actions.end()];
    this.#quality.addOrders(this.#orders);
    const rest = [...this.#quality.rows(), ...this.#credits.rows(), ...this.#sums.rows()];
    const lines = getsOrders(this.#terms) ? this.#source.droppedLines() : 0;
    return [...rows, ...rest, participantRow(this.#terms, this.#source.dropped() + lines)];
  }

  #addToPage(event: ExposureEvent | SightingEvent | PageEvent): Promise<void> | undefined {
    if (event.type === 'exposure') return this.#book.addExposure(event, this.#sessions);
    if (event.type === 'sighting') this.#book.addSighting(event, this.#sessions);
    else this.#endVisit(event);
    return undefined;
  }

  #endVisit(event: PageEvent): void {
    this.#book.endVisit(event.visit, event.at, countUnread(event.unread));
    this.#quality.addPage(event, this.#sessions);
  }

  #addAction(event: ActionEvent, session: number | null): TableRow[] {
    const { rows, touch } = this.#actions.add(event, session);
    if (touch) this.#credits.addTouch({ type: 'click', ...touch });
    return rows;
  }

  /** The session that this belongs to goes on, or begins; page views that rested are over. */
  #enter(event: Happening): TableRow[] {
    const { at } = event;
    const rows = this.#isOver(at) ? this.#endSession() : [];
    if (!this.#session) this.#session = openSession((this.#sessions += 1), at);
    const session = this.#session;
    session.endedAt = Math.max(session.endedAt, event.type === 'exposure' ? attendedUntil(event) : at);
    return [...rows, ...this.#closeRested(at)];
  }

  /** Looked for once a minute. */
  #closeRested(at: number): TableRow[] {
    if (!this.#book.isFull && at - this.#lookedAt <= 60_000) return [];
    this.#lookedAt = at;
    return this.#closePages(restedBefore(at));
  }

  #isOver(at: number): boolean {
    return this.#session !== undefined && at - this.#session.endedAt > sessionGapMs;
  }

  #endSession(): TableRow[] {
    const rows: TableRow[] = this.#closePages(Infinity);
    const session = this.#session;
    this.#session = undefined;
    if (session) rows.push(rowFor('sessions', session.startedAt, sessionRow(session, this.#terms)));
    return rows;
  }

  #closePages(before: number): TableRow[] {
    const rows: TableRow[] = [];
    for (const page of this.#book.take(before)) rows.push(...this.#closePage(page));
    return rows;
  }

  #closePage(page: OpenPage): TableRow[] {
    const known = { terms: this.#terms, hashed: this.#hashed };
    const counted = { ...known, page, counts: countLinks(page) };
    const shown = [...page.units.values()].map((unit) => {
      const row = exposureRow(unit, counted);
      return { table: 'exposures' as const, row, at: row.rendered_at, origin: () => originOfUnit(unit) };
    });
    const exposures = shown.map(({ row }) => row);
    const rendered = this.#linkRows(page);
    const links = rendered.map(({ row }) => row);
    const row = pageRow(page, { ...known, exposures, links });
    this.#quality.addExposures(exposures);
    this.#sums.addPage(row, exposures);
    if (this.#session) addToSession(this.#session, page, row.active_ms);
    return [withOrigin(rowFor('page_views', row.started_at, row), () => originOfPage(page)), ...shown, ...rendered];
  }

  #linkRows(page: OpenPage): RowIn<'links'>[] {
    const rows: RowIn<'links'>[] = [];
    for (const link of page.links.values()) {
      const row = linkRow(link, { terms: this.#terms, hashed: this.#hashed, page });
      const itemKey = link.isWithheld ? undefined : link.sighting?.link.itemKey;
      if (itemKey !== undefined && row.viewable_at !== null)
        this.#credits.addTouch({ type: 'view', no: row.link_no, at: row.viewable_at, itemKey });
      rows.push(withOrigin(rowFor('links', row.rendered_at, row), () => originOfLink(link, page)));
    }
    return rows;
  }
}
