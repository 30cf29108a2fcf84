import type {
  ClickEvent,
  CollectEvent,
  LandingEvent,
  MarkEvent,
  ShopEvent,
  SignalEvent,
  WantEvent,
} from '../../core/events';
import { findClick, findShopClick, withShop, type OpenClick } from '../../core/landings';
import * as names from '../names';
import type { Row, RowIn } from '../tables';
import type { ExportTerms } from '../terms';
import { eventKey } from '../redaction';
import { keyOf, provenanceOf, rowFor, withOrigin } from './base';
import { itemPseudonym, type Pseudonyms } from './pseudonyms';
import type { PageBook } from './page-book';

/** As many as the ledger itself lets wait. */
const mostClicks = 50;

interface Waiting extends OpenClick {
  no: number;
}

type Told = ClickEvent | LandingEvent | ShopEvent | SignalEvent | CollectEvent;
export type ActionEvent = Told | WantEvent | MarkEvent;

/** What somebody did, with the item it is about as far as that is known. */
export interface Action {
  row: RowIn<'actions'>;
  /** Clicks alone: what they led to, where that is known by now. */
  touch?: { no: number; at: number; itemKey: string };
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

/** Makes rows of deeds, and joins landings to the clicks that led to them. */
export class ActionRows {
  readonly #known: Known;
  #no = 0;
  #clicks: Waiting[] = [];

  constructor(known: Known) {
    this.#known = known;
  }

  /** @param session absent for what happened between two of them */
  add(event: ActionEvent, session: number | null): Action | undefined {
    if (!isAction(event)) return undefined;
    this.#no += 1;
    const row = (facts: Facts) => this.#rowOf(event, session, facts);
    switch (event.type) {
      case 'click':
        return this.#click(event, row);
      case 'landing':
        return this.#landing(event, row);
      case 'shop':
        return { row: row(this.#shop(event)) };
      case 'signal':
        return { row: row(this.#signal(event)) };
      case 'collect':
        return { row: row(this.#collect(event)) };
      case 'want':
        return {
          row: row({ action: event.wanted ? 'save' : 'unsave', source: 'manual', itemKey: itemKeyIn(event.key) }),
        };
      case 'mark':
        return { row: row({ action: 'hide', source: 'manual', itemKey: itemKeyIn(event.key) }) };
    }
  }

  #rowOf(event: ActionEvent, session: number | null, { itemKey, ...cells }: Facts): RowIn<'actions'> {
    const { terms, hashed } = this.#known;
    const row = rowFor('actions', event.at, {
      ...keyOf(terms),
      action_no: this.#no,
      session_no: session,
      occurred_at: event.at,
      ...unknown,
      ...cells,
      item_h: itemPseudonym(hashed, itemKey),
      ...provenanceOf(terms, terms.device.detectorVersion),
    });
    return withOrigin(row, () => ({ keys: [eventKey(event.id)], noteId: noteIdOf(event), itemKey }));
  }

  #click(event: ClickEvent, row: MakeRow): Action {
    const { book, hashed } = this.#known;
    const { platform, itemKey, shopId } = event.link;
    const open = book.findLink(event);
    this.#await(event);
    const made = row({
      action: 'click',
      source: 'observed',
      link_no: open?.no ?? null,
      exposure_no: (open && book.find(event.visit)?.units.get(open.unitKey)?.no) ?? null,
      platform: names.platformName(platform),
      shop_h: hashed.ofStudy(`shop:${platform}`, shopId),
      itemKey,
    });
    return itemKey === undefined ? { row: made } : { row: made, touch: { no: this.#no, at: event.at, itemKey } };
  }

  /** Without a tab nothing can be joined to it. */
  #await({ id, at, tab, link, space }: ClickEvent): void {
    if (tab === undefined) return;
    const { itemKey, shopId } = link;
    const target = itemKey === undefined ? shopId !== undefined && { shop: true as const } : { itemKey };
    const place = { platform: link.platform, space: space ?? link.platform, linkKey: link.key };
    this.#clicks = [...this.#clicks, { id, no: this.#no, at, tab, ...place, ...target }].slice(-mostClicks);
  }

  #landing(event: LandingEvent, row: MakeRow): Action {
    const { itemKey, platform } = event;
    const click = findClick(this.#clicks, event);
    this.#clicks = this.#clicks.filter((each) => each !== click);
    const cause = { caused_by_no: click?.no ?? null, platform: names.platformName(platform) };
    const made = row({ action: 'visit', source: 'observed', ...cause, itemKey });
    // An opaque link learns its item here.
    const isLearnt = click && click.itemKey === undefined;
    return isLearnt ? { row: made, touch: { no: click.no, at: click.at, itemKey } } : { row: made };
  }

  /** Its click goes on waiting: a page tells its name late. */
  #shop(event: ShopEvent): Facts {
    const { platform, shopId } = event;
    const click = findShopClick(this.#clicks, event);
    this.#clicks = withShop(this.#clicks, event);
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
