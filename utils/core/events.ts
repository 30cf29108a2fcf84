import type { Evidence, LinkReading, NoteReading, PageKind, PlatformId, Purchase, SiteId, Unread } from './types';

/** The append-only record: everything the ledger shows can be rebuilt from these rows. */

interface EventBase {
  /** A UUID; a sighting's id is its natural key, so that a repeat changes nothing. */
  id: string;
  /** Epoch ms, UTC. */
  at: number;
  /** Minutes to add to UTC for the person's wall clock, as it was then. */
  zoneMinutes: number;
}

/** What a page's script adds to each row: a queued row has no sender, so it leaves the page complete. */
interface PageEventBase extends EventBase {
  /** One UUID per page visit; a history change is a new visit. */
  visit: string;
  /** Origin and path of `location.href` in the handler; queries hold tokens and stay behind. */
  url: string;
  /** Absent when the background slept through the script's first question. */
  tab?: number;
  /** The tab that opened this one. */
  opener?: number;
}

export const clickWays = ['same-tab', 'new-tab', 'middle', 'ctrl', 'keyboard'] as const;
export type ClickWay = (typeof clickWays)[number];

/** A note that carries links or was collected; notes without either are only counted. */
export interface NoteEvent extends PageEventBase {
  type: 'note';
  site: SiteId;
  note: NoteReading;
}

export interface SightingEvent extends PageEventBase, LinkReading {
  type: 'sighting';
  site: SiteId;
  noteId: string;
  ruleVersion: string;
}

export interface ClickEvent extends PageEventBase, Pick<LinkReading, 'surface' | 'link'> {
  type: 'click';
  site: SiteId;
  noteId: string;
  how: ClickWay;
  /** The item space of the link's platform, stamped by the writer: `ali` for Taobao and Tmall. */
  space?: string;
}

/** The person collected the note 收藏, or took that back. */
export interface CollectEvent extends PageEventBase {
  type: 'collect';
  site: SiteId;
  noteId: string;
  collected: boolean;
}

/** An item page of a shop opened. */
export interface LandingEvent extends PageEventBase {
  type: 'landing';
  platform: PlatformId;
  itemKey: string;
  itemUrl?: string;
  title?: string;
  shop?: string;
  priceFen?: number;
}

/** What an item page says of its item. */
export type ItemPage = Pick<LandingEvent, 'platform' | 'itemKey' | 'itemUrl' | 'title' | 'shop' | 'priceFen'>;

/** The end of a page visit: what kind of page it was and what could not be read. Its `url` is the site alone. */
export interface PageEvent extends PageEventBase {
  type: 'page';
  /** Site or platform. */
  where: string;
  kind: PageKind | 'item' | 'orders';
  /** False when the page was left before it could show what it holds: then `unread` says nothing. */
  settled: boolean;
  unread: Unread[];
}

/** An order line in a state not seen before; the order id is an HMAC here. */
export interface PurchaseEvent extends EventBase {
  type: 'purchase';
  evidence: Evidence;
  orderKey: string;
  purchase: Omit<Purchase, 'orderId'> & { itemKey?: string };
}

/** The person's word on one item: wanted or not. */
export interface WantEvent extends EventBase {
  type: 'want';
  key: string;
  wanted: boolean;
}

/** The person's word on how it ended; `none` takes it back. */
export interface MarkEvent extends EventBase {
  type: 'mark';
  key: string;
  mark: 'bought' | 'dropped' | 'none';
}

export type PageSideEvent = NoteEvent | SightingEvent | ClickEvent | CollectEvent | LandingEvent | PageEvent;
export type LedgerEvent = PageSideEvent | PurchaseEvent | WantEvent | MarkEvent;

/** As stored: `seq` is the order of writing, whatever the clocks said. */
export type StoredEvent = LedgerEvent & { seq: number };
