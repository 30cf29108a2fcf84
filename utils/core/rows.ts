import type { Evidence, LinkKind, PageReading, PlatformId, SiteId, Surface } from './types';

/** What the lists of the ledger hold, and what the popup shows: rows are projections of events and can be rebuilt from them. */

export type StepName = 'seen' | 'clicked' | 'landed' | 'saved' | 'bought' | 'refunded' | 'dropped';

/** One step of a journey 种草→拔草; `at` is epoch ms. */
export interface JourneyStep {
  step: StepName;
  at: number;
  evidence: Evidence;
}

/** How far the journey went, the person's own word first. */
export type ItemState = 'seen' | 'clicked' | 'visited' | 'saved' | 'bought' | 'refunded' | 'dropped';

/** The note an item was first seen on; `at` is when. */
export interface NoteRef {
  site: SiteId;
  id: string;
  title?: string;
  at: number;
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
  /** Absent when the item was never seen on a note: a purchase alone brought it here. */
  note?: NoteRef;
  surfaces: Surface[];
  /** The first step of each name, oldest first. */
  journey: JourneyStep[];
  /** Who wants it kept: `item` for the item itself, else keys of collected notes. */
  savedBy: string[];
  /** Epoch ms of the person's own "not this one": an older collected note does not bring it back. */
  unwantedAt?: number;
  mark?: { as: 'bought' | 'dropped'; at: number };
  state: ItemState;
  /** Epoch ms; there only while the item is saved, so that the index holds saved items alone. */
  savedAt?: number;
  /** Epoch ms; there only while a purchase counts. */
  purchasedAt?: number;
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
