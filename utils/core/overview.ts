import type { SurvivalStep } from './kaplan-meier';
import type { DropReason } from './rows';
import type { Evidence, Label, PlatformId, SiteId, Surface } from './types';

/** What the dashboard tells of the whole ledger: made in one pass over its lists, and held by nobody else. */

export type EvidenceCounts = Partial<Record<Evidence, number>>;

/** How far items that were seen on notes came; `kept` is saved here or put among a shop's favourites 收藏. */
export const itemStages = ['seen', 'landed', 'kept', 'carted', 'ordered', 'paid', 'refunded'] as const;
export type ItemStage = (typeof itemStages)[number];

/** Where the wish came up: the place of the first link on a note, a link that stands on none, or nothing that we saw. */
export type SeedPlace = Surface | 'list' | 'none';

/** Purchases by where they were wished for and where they were bought; `waiting` is saved and not bought yet. */
export interface SeedCell {
  from: SeedPlace;
  to: PlatformId | 'waiting';
  count: number;
}

/** What was paid in one month of the person's calendar, by the date of the order. */
export interface SpendMonth {
  /** `2026-11` */
  month: string;
  orders: number;
  paidFen: number;
  /** Of these, orders with something that was seen on a note first. */
  seededFen: number;
  refundedFen: number;
}

/** What was paid for one kind of thing, as far as titles of orders tell it: the same orders as those of the months. */
export interface SpendCategory {
  /** `unknown`: no word of the title tells; `several`: the lines of the order do not agree. */
  name: string;
  orders: number;
  paidFen: number;
  refundedFen: number;
}

export interface Spending {
  months: SpendMonth[];
  /** The dearest first. */
  categories: SpendCategory[];
  /** Orders that count and that tell no amount, or no date: in no month. */
  unpriced: number;
  undated: number;
  /** Lines given back that do not say how much. */
  unknownRefunds: number;
  /** Lines of bills that may be told by another source as well, until the person has answered. */
  unanswered: number;
}

/** Of those still waiting, with the interval of 95 %; null where none can be told. */
interface WaitingStep extends SurvivalStep {
  low: number | null;
  high: number | null;
}

export interface WaitingTime {
  /** Ever saved and still in the ledger. */
  saved: number;
  bought: number;
  steps: WaitingStep[];
  /** Days; null when fewer than half were bought. */
  median: number | null;
  /** Days of the longest spell. */
  until: number;
}

export const hoursOfWeek = 7 * 24;

/** First seen on a note, saved, and ordered where that is told by more than the person's word. */
export const weekMoments = ['seen', 'saved', 'bought'] as const;
export type WeekMoment = (typeof weekMoments)[number];

/** How many items met their moment in each hour of the person's week, from midnight on Monday. */
export type WeekHours = Record<WeekMoment, number[]>;

/** How many items met their moment in one week of the person's calendar. */
export interface WeekCounts extends Record<WeekMoment, number> {
  /** Its first moment. */
  week: number;
}

export interface Overview {
  items: number;
  /** Order lines, whatever became of them. */
  orders: number;
  stages: Record<ItemStage, EvidenceCounts>;
  cells: SeedCell[];
  spending: Spending;
  waiting: WaitingTime;
  notBought: NotBought;
  hours: WeekHours;
  /** Those in which anything happened, in their order. */
  weeks: WeekCounts[];
}

/** Items that were wished for and not bought. */
export interface NotBought {
  /** The person's reasons, the most frequent first; `unsaid` stands last. */
  dropped: { reason: DropReason | 'unsaid'; items: number }[];
  /** Saved and not dropped, by how the item's page stood when it was last seen, against the first time. */
  waiting: Record<'soldOut' | 'dearer' | 'cheaper' | 'asSeen', number>;
}

/** Sums of the daily counts: what happened, not what came of it. */
export interface Totals {
  /** Stays on screen. */
  exposures: number;
  /** Visits of note pages. */
  read: number;
  seen: number;
  clicked: number;
  /** Visits of item pages, whatever led there. */
  visits: number;
  /** Deeds in shops, by signal. */
  done: Record<string, number>;
}

/** What one note, or all notes of one author, showed, and what came of it. */
export interface Outcome {
  links: number;
  clicked: number;
  saved: number;
  bought: number;
}

export interface NoteLine extends Outcome {
  key: string;
  site: SiteId;
  title?: string;
  authorId?: string;
  label: Label['kind'] | 'absent';
  at: number;
}

export interface AuthorLine extends Outcome {
  authorId: string;
  notes: number;
  /** Notes that say that they are ads, in whatever words. */
  labelled: number;
}

/** Notes with shop links by month and by what they say of themselves. */
export interface LabelMonth {
  month: string;
  labelled: number;
  unlabelled: number;
  /** The label could not be read. */
  unknown: number;
}

export interface NotesReport {
  /** With links; the others are counted by the pages visited alone. */
  notes: number;
  collected: number;
  /** The first ones of each, most links first; `authors` says how many there are. */
  topNotes: NoteLine[];
  topAuthors: AuthorLine[];
  authors: number;
  months: LabelMonth[];
}
