import type {
  ClickEvent,
  CollectEvent,
  LandingEvent,
  MarkEvent,
  ShopEvent,
  SignalEvent,
  WantEvent,
} from '../../core/events';
import { landingWindowMs, type OpenClick } from '../../core/landings';
import { openClickOf, WaitingClicks } from '../../core/waiting-clicks';
import { isCandidate } from '../../density/shop-links';
import * as names from '../names';
import type { Row, RowIn } from '../tables';
import type { ExportTerms } from '../terms';
import { eventKey } from '../redaction';
import { keyOf, provenanceOf, rowFor, withOrigin } from './base';
import { itemPseudonym, type Pseudonyms } from './pseudonyms';
import type { PageBook } from './page-book';

type Told = ClickEvent | LandingEvent | ShopEvent | SignalEvent | CollectEvent;
export type ActionEvent = Told | WantEvent | MarkEvent;

/** What can be told by now. */
interface Action {
  rows: RowIn<'actions'>[];
  /** Clicks alone: what they led to, where that is known by now. */
  touch?: { no: number; at: number; itemKey: string };
}

/** A click on a candidate: whether that is a link among the others, its landing says, and its row waits for that. */
interface Held {
  no: number;
  event: ClickEvent;
  row: RowIn<'actions'>;
}

interface Known {
  terms: ExportTerms;
  hashed: Pseudonyms;
  book: PageBook;
}

type Facts = Partial<Pick<Row<'actions'>, 'link_no' | 'exposure_no' | 'caused_by_no' | 'platform' | 'shop_h'>> & {
  action: string;
  source: string;
  itemKey?: string | undefined;
};

const unknown = { link_no: null, exposure_no: null, caused_by_no: null, platform: null, shop_h: null, quantity: null };

type MakeRow = (facts: Facts) => RowIn<'actions'>;

interface Numbered {
  no: number;
  session: number | null;
  facts: Facts;
}

/** Makes rows of deeds, and joins landings to the clicks that led to them. */
export class ActionRows {
  readonly #known: Known;
  readonly #clicks = new WaitingClicks<OpenClick & { no: number }>();
  #held: Held[] = [];
  #no = 0;

  constructor(known: Known) {
    this.#known = known;
  }

  /** @param session absent for what happened between two of them */
  add(event: ActionEvent, session: number | null): Action {
    const waited = this.#release(({ event: { at } }) => event.at - at > landingWindowMs);
    if (!isAction(event)) return { rows: waited };
    const no = (this.#no += 1);
    const { rows, ...touch } = this.#tell(event, no, (facts) => this.#rowOf(event, { no, session, facts }));
    return { rows: [...waited, ...rows], ...touch };
  }

  /** Rows of clicks that wait for a landing that nobody will tell of. */
  end(): RowIn<'actions'>[] {
    return this.#release(() => true);
  }

  #tell(event: ActionEvent, no: number, row: MakeRow): Action {
    switch (event.type) {
      case 'click':
        return this.#click(event, no, row);
      case 'landing':
        return this.#landing(event, row);
      case 'shop':
        return { rows: [row(this.#shop(event))] };
      case 'signal':
        return { rows: [row(this.#signal(event))] };
      case 'collect':
        return { rows: [row(this.#collect(event))] };
      case 'want':
        return {
          rows: [row({ action: event.wanted ? 'save' : 'unsave', source: 'manual', itemKey: itemKeyIn(event.key) })],
        };
      case 'mark':
        return { rows: [row({ action: 'hide', source: 'manual', itemKey: itemKeyIn(event.key) })] };
    }
  }

  #rowOf(event: ActionEvent, { no, session, facts: { itemKey, ...cells } }: Numbered): RowIn<'actions'> {
    const { terms, hashed } = this.#known;
    const row = rowFor('actions', event.at, {
      ...keyOf(terms),
      action_no: no,
      session_no: session,
      occurred_at: event.at,
      ...unknown,
      ...cells,
      item_h: itemPseudonym(hashed, itemKey),
      ...provenanceOf(terms, terms.device.detectorVersion),
    });
    return withOrigin(row, () => ({ keys: [eventKey(event.id)], noteId: noteIdOf(event), itemKey }));
  }

  #click(event: ClickEvent, no: number, makeRow: MakeRow): Action {
    const { platform, itemKey, shopId } = event.link;
    const row = makeRow({
      action: 'click',
      source: 'observed',
      ...this.#linkCells(event),
      platform: names.platformName(platform),
      shop_h: this.#known.hashed.ofStudy(`shop:${platform}`, shopId),
      itemKey,
    });
    const open = openClickOf(event);
    if (open) this.#clicks.add({ ...open, no });
    if (open && row.row.link_no === null && isCandidate(event)) {
      this.#held.push({ no, event, row });
      return { rows: [] };
    }
    return itemKey === undefined ? { rows: [row] } : { rows: [row], touch: { no, at: event.at, itemKey } };
  }

  #linkCells(event: ClickEvent): Pick<Row<'actions'>, 'link_no' | 'exposure_no'> {
    const { book } = this.#known;
    const open = book.findLink(event);
    const unit = open && book.find(event.visit)?.units.get(open.unitKey);
    return { link_no: open?.no ?? null, exposure_no: unit?.no ?? null };
  }

  #landing(event: LandingEvent, makeRow: MakeRow): Action {
    const { itemKey, platform } = event;
    const click = this.#clicks.takeFor(event);
    const cause = { caused_by_no: click?.no ?? null, platform: names.platformName(platform) };
    const rows = [
      ...this.#release(({ no }) => no === click?.no),
      makeRow({ action: 'visit', source: 'observed', ...cause, itemKey }),
    ];
    // An opaque link learns its item here.
    const isLearnt = click && click.itemKey === undefined;
    return isLearnt ? { rows, touch: { no: click.no, at: click.at, itemKey } } : { rows };
  }

  /** Rows that need wait no longer, with the link that was followed where it is among the others by now. */
  #release(isOver: (held: Held) => boolean): RowIn<'actions'>[] {
    const over = this.#held.filter(isOver);
    if (over.length === 0) return [];
    this.#held = this.#held.filter((held) => !over.includes(held));
    return over.map(({ event, row }) => ({ ...row, row: { ...row.row, ...this.#linkCells(event) } }));
  }

  /** Its click goes on waiting: a page tells its name late. */
  #shop(event: ShopEvent): Facts {
    const { platform, shopId } = event;
    const click = this.#clicks.findFor(event);
    return {
      action: 'visit',
      source: 'observed',
      caused_by_no: click?.no ?? null,
      platform: names.platformName(platform),
      shop_h: this.#known.hashed.ofStudy(`shop:${platform}`, shopId),
    };
  }

  #signal({ platform, signal, evidence, itemKey, shopId }: SignalEvent): Facts {
    return {
      action: names.signalActions[signal] ?? signal,
      source: names.sourceName(evidence),
      platform: names.platformName(platform),
      shop_h: this.#known.hashed.ofStudy(`shop:${platform}`, shopId),
      itemKey,
    };
  }

  /** What is taken back has no word of its own. */
  #collect({ visit, noteId, collected }: CollectEvent): Facts {
    const unit = this.#known.book.find(visit)?.units.get(`open-note:${noteId}`);
    return { action: collected ? 'collect' : 'unsave', source: 'observed', exposure_no: unit?.no ?? null };
  }
}

/** What is said of an order is among the orders, if anywhere; following a shop has no word. */
function isAction(event: ActionEvent): boolean {
  if (event.type === 'mark') return event.mark === 'dropped';
  return event.type !== 'signal' || names.signalActions[event.signal] !== undefined;
}

function noteIdOf(event: ActionEvent): string | undefined {
  return 'noteId' in event ? event.noteId : undefined;
}

/** The key of an opaque link is its address. */
function itemKeyIn(key: string): string | undefined {
  return /^[a-z\d]+:(?!\/\/)/.test(key) ? key : undefined;
}
