import type { DropReason, MatchMethod, Outcome } from './rows';
import type { ExposureEvent } from './units';
import type {
  CommentCounts,
  Evidence,
  LinkReading,
  NoteReading,
  PageKind,
  PlatformId,
  PriceKind,
  Purchase,
  SiteId,
  Stock,
  Unread,
} from './types';

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
export interface PageEventBase extends EventBase {
  /** One UUID per page visit; a history change is a new visit. */
  visit: string;
  /** Origin and path of `location.href` in the handler; queries hold tokens and stay behind. */
  url: string;
  /** Absent when the background slept through the script's first question. */
  tab?: number;
  /** The tab that opened this one. */
  opener?: number;
  /** The rules that read the page; absent on shop pages, which have none of that kind, and on rows of earlier versions. */
  ruleVersion?: string;
}

export const clickWays = ['same-tab', 'new-tab', 'middle', 'ctrl', 'keyboard'] as const;
export type ClickWay = (typeof clickWays)[number];

/** A note that carries links or was collected; notes without either are only counted. */
export interface NoteEvent extends PageEventBase {
  type: 'note';
  site: SiteId;
  /** Known from its card on the person's own list of collected notes alone; its `url` is the site's. */
  listed?: true;
  note: NoteReading;
}

export interface SightingEvent extends PageEventBase, LinkReading {
  type: 'sighting';
  site: SiteId;
  /** Absent where the link stands on no open note: in a list, on a goods or shop page, in a live room. */
  noteId?: string;
  /** A further row of a link that was told before, which knows more of who posted it and who had asked: no link of its own. */
  again?: true;
  ruleVersion: string;
}

/** Which comment it was in, and how it was found, is absent on rows of earlier versions. */
export interface ClickEvent
  extends
    PageEventBase,
    Pick<LinkReading, 'surface' | 'link' | 'commentId'>,
    Partial<Pick<LinkReading, 'layer' | 'rule' | 'verified'>> {
  type: 'click';
  site: SiteId;
  /** Absent as on a sighting. */
  noteId?: string;
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
  priceKind?: PriceKind;
  stock?: Stock;
}

/** What an item page says of its item. */
export type ItemPage = Omit<LandingEvent, keyof PageEventBase | 'type'>;

/** A shop opened by a link that was followed, by its own or an opaque one; shop pages that no link led to are not kept. */
export interface ShopEvent extends PageEventBase {
  type: 'shop';
  platform: PlatformId;
  shopId: string;
  /** The key of the links that lead there. */
  key: string;
  name?: string;
  /** The item space of its platform, stamped by the writer. */
  space?: string;
}

export const signalNames = ['cart-added', 'favourited', 'followed', 'order-placed', 'paid'] as const;
export type SignalName = (typeof signalNames)[number];

/** Something done in a shop, as the address of its page or a request of that page says 加购、收藏、关注、下单、付款. */
export interface SignalEvent extends PageEventBase {
  type: 'signal';
  platform: PlatformId;
  signal: SignalName;
  /** `inferred` from a request that was answered: a shop may refuse inside its answer, which nobody reads. */
  evidence: Extract<Evidence, 'observed' | 'inferred'>;
  /** For a shop that is followed: the item whose page it was followed from. */
  itemKey?: string;
  shopId?: string;
  /** An HMAC, stamped by the writer: no page's row holds it. */
  orderKey?: string;
}

/** What the page of one order says was done: no line of it, only its id. */
export interface OrderSignal {
  signal: SignalName;
  platform: PlatformId;
  /** A secret, as on a purchase: it becomes an event's `orderKey`. */
  orderId: string;
}

/** The end of a page visit: what kind of page it was and what could not be read. Its `url` is the site alone. */
export interface PageEvent extends PageEventBase {
  type: 'page';
  /** Site or platform. */
  where: string;
  kind: PageKind | 'item' | 'orders';
  /** Which part of it, as far as its address says: a feed's channel, a profile's tab. */
  part?: string;
  /** False when the page was left before it could show what it holds: then `unread` says nothing. */
  settled: boolean;
  /**
   * The end of this visit was told before, and then nobody left: what that one said of itself. `unread` holds what has
   * come since, and no visit is counted.
   */
  after?: 'settled' | 'unsettled';
  /** Whether ads were seen to be hidden from the person; absent where nothing tells, and on rows of earlier versions. */
  blocker?: boolean;
  /** Of a note, as many as the visit came to show; absent where none was read, and on rows of earlier versions. */
  comments?: CommentCounts;
  unread: Unread[];
}

/** An order line in a state not seen before; the order id is an HMAC here. */
export interface PurchaseEvent extends EventBase {
  type: 'purchase';
  evidence: Evidence;
  orderKey: string;
  /**
   * Keys that the same order has, too: from other devices, whose backups were restored, or by another of its numbers. Their
   * lines are this order's.
   */
  otherKeys?: string[];
  /** Key of the order that was split into this one and others. */
  partOf?: string;
  purchase: Omit<Purchase, 'orderId' | 'alsoIds' | 'partOf'> & { itemKey?: string };
}

/** The person's word on one item: wanted or not. */
export interface WantEvent extends EventBase {
  type: 'want';
  key: string;
  wanted: boolean;
  /** What is known of an item that no note has shown: saved from its own page. */
  item?: { platform: PlatformId; url?: string; title?: string };
}

/** A word that the person files an item under 标签, or takes off it. */
export interface TagEvent extends EventBase {
  type: 'tag';
  key: string;
  tag: string;
  on: boolean;
}

/** What the person writes beside an item 备注; an empty text takes it back. */
export interface RemarkEvent extends EventBase {
  type: 'remark';
  key: string;
  text: string;
}

/** The person's word that items are one product 同款: those of one group are; an empty name takes it out of any. */
export interface GroupEvent extends EventBase {
  type: 'group';
  key: string;
  group: string;
}

/** The person's word on how it ended; `none` takes it back. */
export interface MarkEvent extends EventBase {
  type: 'mark';
  key: string;
  mark: 'bought' | 'dropped' | 'none';
}

/** The person's word on why they dropped it; `''` takes it back. */
export interface WhyEvent extends EventBase {
  type: 'why';
  key: string;
  why: DropReason | '';
}

/** The person's word on how a purchase turned out; `none` takes it back. */
export interface OutcomeEvent extends EventBase {
  type: 'outcome';
  key: string;
  outcome: Outcome | 'none';
}

/** "Ask me again": `until` is epoch ms, 0 takes it back 冷静. */
export interface CoolEvent extends EventBase {
  type: 'cool';
  key: string;
  until: number;
}

export const matchWords = ['same', 'different', 'none'] as const;
export type MatchWord = (typeof matchWords)[number];

/** The person's word on whether an order line is of an item, or the same as another line; `none` takes it back. */
export interface MatchEvent extends EventBase {
  type: 'match';
  /** The line's key in the list of orders, and its platform. */
  line: string;
  platform: PlatformId;
  /** One of the two: an item's key, or another line's. */
  item?: string;
  other?: string;
  word: MatchWord;
  /** What had suggested the pair, and how sure it was, 0 to 1. */
  by: MatchMethod;
  score?: number;
}

/** What pages tell that lists are made of. */
type PageListEvent =
  NoteEvent | SightingEvent | ClickEvent | CollectEvent | LandingEvent | ShopEvent | SignalEvent | PageEvent;
export type PageSideEvent = PageListEvent | ExposureEvent;
/** Exposures are kept apart: a hundred times as many, and no list rests on them. */
export type LedgerEvent =
  | PageListEvent
  | PurchaseEvent
  | WantEvent
  | MarkEvent
  | TagEvent
  | RemarkEvent
  | GroupEvent
  | WhyEvent
  | OutcomeEvent
  | CoolEvent
  | MatchEvent;

/**
 * An event as lists are made of it. Live events change lists in the order they come, whatever the clocks say. One from a
 * backup that comes `late`, into a ledger with events of its own, gives way to whatever is newer by its time.
 */
export type TimedEvent = LedgerEvent & { late?: true };

/** As stored: `seq` is the order of writing. */
export type StoredEvent = TimedEvent & { seq: number };
