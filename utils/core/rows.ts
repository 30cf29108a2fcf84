import type { PricePoint } from './prices';
import type { Evidence, LinkKind, PageReading, PlatformId, PriceKind, SiteId, Stock, Surface } from './types';

/** What the lists of the ledger hold, and what the popup shows: rows are projections of events and can be rebuilt from them. */

export const stepNames = [
  'seen',
  'clicked',
  'landed',
  'saved',
  'favourited',
  'carted',
  'ordered',
  'paid',
  'bought',
  'refunded',
  'dropped',
] as const;
export type StepName = (typeof stepNames)[number];

/** One step of a journey 种草→拔草; `at` is epoch ms. */
export interface JourneyStep {
  step: StepName;
  at: number;
  evidence: Evidence;
}

/** How far the journey went, the person's own word first. */
export type ItemState = 'seen' | 'clicked' | 'visited' | 'saved' | 'bought' | 'refunded' | 'dropped';

/** How a purchase turned out, as the person says. */
export const outcomes = ['kept', 'regretted', 'refunded'] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * Why a wish was dropped, in the person's word: too dear, something else instead, no use for it, no trust in it, not on
 * sale any more, no wish any more.
 */
export const dropReasons = ['price', 'replaced', 'unneeded', 'doubt', 'gone', 'cooled'] as const;
export type DropReason = (typeof dropReasons)[number];

/** What says that an order line is of an item, or the same as another line. */
export const matchMethods = ['shop-title', 'title', 'amount-time', 'user'] as const;
export type MatchMethod = (typeof matchMethods)[number];

/** The note an item was first seen on; `at` is when. */
export interface NoteRef {
  site: SiteId;
  id: string;
  title?: string;
  at: number;
}

export interface TagRow {
  name: string;
  on: boolean;
  at: number;
}

/** The words an item is filed under now. */
export function tagsOf({ tags = [] }: Pick<ItemRow, 'tags'>): string[] {
  return tags.filter(({ on }) => on).map(({ name }) => name);
}

/** One thing to buy 商品, whichever of its links was seen. */
export interface ItemRow {
  /** `itemKey` once it is known, else the key of the opaque link. */
  key: string;
  platform: PlatformId;
  kind: LinkKind;
  /** https address without any tracking parameter; absent when the link is opaque. */
  url?: string;
  title?: string;
  shop?: string;
  priceFen?: number;
  /** Of the price and the stock that its page showed last. */
  priceKind?: PriceKind;
  stock?: Stock;
  /** The first price that its page showed, and when: what it cost when the wish came up. */
  firstPrice?: { fen: number; at: number };
  /** What its page showed at earlier visits, and at the last; oldest first. */
  prices?: PricePoint[];
  /** Absent when the item was never seen on a note: a purchase alone brought it here. */
  note?: NoteRef;
  surfaces: Surface[];
  /** The first step of each name, oldest first. */
  journey: JourneyStep[];
  /** Who wants it kept: `item` for the item itself, else keys of collected notes. */
  savedBy: string[];
  /** Epoch ms of the person's own "this one", their last word on it. */
  wantedAt?: number;
  /** Epoch ms of the person's own "not this one": an older collected note does not bring it back. */
  unwantedAt?: number;
  /** The last word; `since` is that of the first one where it was said more than once. */
  mark?: { as: 'bought' | 'dropped'; at: number; since?: number };
  /** The person's word on why it was dropped, which `dropReasonOf` reads; `''` is one taken back. */
  why?: { as: DropReason | ''; at: number };
  /** Epoch ms of when the mark was taken back. */
  unmarkedAt?: number;
  /** Epoch ms of when it was said. */
  outcome?: { as: Outcome; at: number };
  /** Epoch ms of when the outcome was taken back. */
  openAt?: number;
  /** "Ask me again": when, and when it was said; 0 is not any more. */
  cool?: { until: number; at: number };
  /** Each word once, with the person's last word on it and when that was. */
  tags?: TagRow[];
  /** What the person wrote beside it; an empty text is one taken back. */
  remark?: { text: string; at: number };
  /** The person's word on what it is the same product as; an empty name is one taken back. */
  group?: { name: string; at: number };
  state: ItemState;
  /** Epoch ms; there only while the item is saved, so that the index holds saved items alone. */
  savedAt?: number;
  /** Epoch ms; there only while a purchase counts. */
  purchasedAt?: number;
}

/** Why it was dropped, as far as it was said of this time and not of one that was taken back. */
export function dropReasonOf({ state, mark, why }: Pick<ItemRow, 'state' | 'mark' | 'why'>): DropReason | undefined {
  const isOfThisTime =
    state === 'dropped' && mark !== undefined && why !== undefined && why.at >= (mark.since ?? mark.at);
  return isOfThisTime && why.as !== '' ? why.as : undefined;
}

/** One order line bought without any note that we saw. */
export interface OrderView {
  key: string;
  platform: PlatformId;
  title: string;
  shop?: string;
  orderPaidFen?: number;
  orderedAt?: number;
  status: string;
}

/** Counts items, not order lines: `purchased` are items seen on notes and bought after. */
export interface PlatformSummary {
  platform: PlatformId;
  saved: number;
  purchased: number;
}

/** The one row the popup's first screen costs. */
export interface Summary {
  platforms: PlatformSummary[];
  /** Order lines that count as bought and belong to no note. */
  unmatchedPurchases: number;
  /** Things that could not be read, on the last visited page of each kind. */
  unread: number;
}

/** The tab in front of the person, as its content script describes it and the ledger knows it. */
export type PageView =
  | { state: 'loading' }
  | { state: 'elsewhere' } // not a page we read
  | { state: 'silent' } // a page we read, whose script does not answer: opened before the install, or updated
  | { state: 'error' } // the page answers, the ledger does not
  | {
      state: 'read';
      page: PageReading;
      /** By link key. */
      items: Record<string, ItemRow>;
      /** Keys of the links that lead to an item, which alone can be saved, bought or dropped. */
      keepable: string[];
    };
