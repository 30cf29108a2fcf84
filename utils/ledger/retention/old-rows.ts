import type {
  ClickEvent,
  CollectEvent,
  LandingEvent,
  NoteEvent,
  PurchaseEvent,
  SightingEvent,
  SignalEvent,
  StoredEvent,
} from '../../core/events';
import type { Cutoffs, RetentionKind } from '../../core/retention';
import type { ResolvedLink } from '../../core/types';
import { itemKeyOf } from '../projections/items';
import { Groups } from '../../core/groups';
import { OldOrders } from './old-orders';
import { Shops, shopsOfLanding, shopsOfOrder, shopsOfShop } from './shops';

interface NoteLife {
  lastAt: number;
  /** The person collected it once. */
  isCollected: boolean;
  /** Of what the note says of itself, and of the person's word on it. */
  ids: string[];
}

interface OnNote {
  id: string;
  /** Of the link. */
  name: string;
  note: string;
}

export type EventKind = Exclude<RetentionKind, 'exposures'>;

/**
 * Which events are old enough to go. What the person saved, bought, marked or turned down keeps its whole way, what may
 * have led to an order at the same shop as well, and so does a link that was followed, until the last time of that is old:
 * a half journey would say what did not happen. A note goes when it was last seen long ago and nothing on it stays.
 */
export class OldRows {
  readonly #names = new Groups();
  readonly #orders = new OldOrders();
  readonly #shops = new Shops();
  readonly #notes = new Map<string, NoteLife>();
  readonly #sightings: OnNote[] = [];
  readonly #clicks: (OnNote & { at: number })[] = [];
  readonly #landings: { id: string; name: string }[] = [];
  readonly #visits: { id: string; at: number }[] = [];
  /** Links and items that the person said anything of, here or at the shop. */
  readonly #words = new Set<string>();
  /** When a link was last followed, or its shop page last open. */
  readonly #followed = new Map<string, number>();

  /** To be called in the order of writing. @param linkKey the link whose click opened this shop page */
  meet(event: StoredEvent, linkKey?: string): void {
    switch (event.type) {
      case 'note':
      case 'collect':
        return this.#meetNote(event);
      case 'sighting':
      case 'click':
        return this.#meetLink(event);
      case 'landing':
        return this.#meetLanding(event, linkKey);
      case 'shop':
        this.#shops.meet(event.key, shopsOfShop(event));
        return this.#meetOpened(event.id, event.key, event.at);
      case 'signal':
        return this.#meetSignal(event);
      case 'want':
      case 'mark':
      case 'tag':
      case 'remark':
      case 'group':
      case 'why':
      case 'outcome':
      case 'cool':
        return void this.#words.add(event.key);
      case 'match':
        return this.#orders.meetWord(event);
      case 'page':
        return void this.#visits.push({ id: event.id, at: event.at });
      case 'purchase':
        return this.#meetOrder(event);
    }
  }

  #noteOf(site: string, id: string, at: number): NoteLife {
    const key = keyOf(site, id);
    const life = this.#notes.get(key) ?? { lastAt: at, isCollected: false, ids: [] };
    life.lastAt = Math.max(life.lastAt, at);
    this.#notes.set(key, life);
    return life;
  }

  #meetNote(event: NoteEvent | CollectEvent): void {
    const id = event.type === 'note' ? event.note.id : event.noteId;
    const life = this.#noteOf(event.site, id, event.at);
    life.ids.push(event.id);
    life.isCollected ||= event.type === 'note' ? event.note.saved === true : event.collected;
  }

  #meetLink({ type, id, at, site, noteId, link }: SightingEvent | ClickEvent): void {
    const name = nameOf(link);
    const place = noteId ?? ` ${name}`; // on no note: a life of its own
    const row = { id, name, note: keyOf(site, place), at };
    if (type === 'sighting') {
      this.#noteOf(site, place, at);
      return void this.#sightings.push(row);
    }
    this.#clicks.push(row);
    this.#follow(row.name, at);
  }

  #meetLanding(event: LandingEvent, linkKey: string | undefined): void {
    const { id, at, itemKey } = event;
    this.#shops.meet(itemKey, shopsOfLanding(event));
    this.#meetOpened(id, itemKey, at);
    if (linkKey !== undefined) this.#names.join(linkKey, itemKey);
  }

  /** What was put into the cart or among the favourites of its shop is wanted, though not saved here. */
  #meetSignal(event: SignalEvent): void {
    const { id, at, signal, itemKey, orderKey } = event;
    if (orderKey !== undefined) return this.#orders.meetTold(event, orderKey);
    if (itemKey === undefined) return void this.#visits.push({ id, at });
    if (signal === 'cart-added' || signal === 'favourited') this.#words.add(itemKey);
    else this.#meetOpened(id, itemKey, at);
  }

  #meetOrder(event: PurchaseEvent): void {
    const { itemKey } = event.purchase;
    if (itemKey !== undefined) this.#shops.meet(itemKey, shopsOfOrder(event));
    this.#orders.meet(event);
  }

  #meetOpened(id: string, name: string, at: number): void {
    this.#landings.push({ id, name });
    this.#follow(name, at);
  }

  #follow(name: string, at: number): void {
    this.#shops.follow(name, at);
    this.#followed.set(name, Math.max(this.#followed.get(name) ?? 0, at));
  }

  /** Ids of all that goes, each with the kind whose limit takes it. */
  list({ visits = 0, notes = 0, clicks = 0, purchases = 0 }: Cutoffs): Map<string, EventKind> {
    const gone = new Map<string, EventKind>();
    const take = (kind: EventKind, ids: Iterable<string>) => {
      for (const id of ids) gone.set(id, kind);
    };
    const orders = this.#orders.part(purchases);
    take('purchases', orders.gone);
    take('visits', idsOf(this.#visits.filter(({ at }) => at < visits)));
    const leading = this.#shops.listLeading(orders.kept, (name) => this.#names.nameOf(name));
    const kept = this.#listKept([...orders.keptItems, ...leading], clicks);
    const isLeft = ({ name }: { name: string }) => !kept.has(this.#names.nameOf(name));
    take('clicks', idsOf([...this.#clicks, ...this.#landings].filter(isLeft)));
    // A click that stays says when its note was seen; one that goes no more, or the next run would find other times.
    const clicked = new Set(this.#clicks.filter(({ id, at }) => !gone.has(id) && at >= notes).map(({ note }) => note));
    const isOldNote = (note: string) => !clicked.has(note) && (this.#notes.get(note)?.lastAt ?? 0) < notes;
    take('notes', idsOf(this.#sightings.filter((row) => isOldNote(row.note) && isLeft(row))));
    const needed = new Set(
      [...this.#sightings, ...this.#clicks].filter(({ id }) => !gone.has(id)).map(({ note }) => note),
    );
    for (const [note, { ids, isCollected }] of this.#notes)
      if (!isCollected && isOldNote(note) && !needed.has(note)) take('notes', ids);
    return gone;
  }

  /** Names of all that keeps its whole way. */
  #listKept(bought: readonly string[], cutoff: number): Set<string> {
    const isCollected = ({ note }: OnNote) => this.#notes.get(note)?.isCollected === true;
    const onCollected = [...this.#sightings, ...this.#clicks].filter(isCollected).map(({ name }) => name);
    const followed = [...this.#followed].filter(([, at]) => at >= cutoff).map(([name]) => name);
    const names = [...this.#words, ...bought, ...onCollected, ...followed];
    return new Set(names.map((name) => this.#names.nameOf(name)));
  }
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

function keyOf(site: string, noteId: string): string {
  return `${site}:${noteId}`;
}

/** As a click waits for its shop page under it. */
function nameOf(link: ResolvedLink): string {
  return itemKeyOf(link) ?? link.key;
}
