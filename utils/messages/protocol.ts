import type { RestorePart } from '../core/backup';
import type { BillPart, BillUndo } from '../core/bill-parts';
import type { Erased, Erasure, KeptTo } from '../core/erasure';
import type { MatchEvent, OrderSignal, OutcomeEvent, PageSideEvent, WantEvent, WhyEvent } from '../core/events';
import type { BackupNote, Repaired } from '../core/health';
import type { RecordKind } from '../core/record-kinds';
import type { RetentionLimits } from '../core/retention';
import type { SpotCheck } from '../core/spot-checks';
import type { StudyChange } from '../core/study';
import type { Theme } from '../core/switches';
import type { SeenOn } from '../core/seen-on';
import type { PageReading, Purchase } from '../core/types';

/** Every message there is, by direction. */

export interface AppendMessage {
  type: 'append';
  rows: PageSideEvent[];
  /** The queue did not take the rows before these: there is no room. */
  isFull?: boolean;
  lost?: LostRows;
}

/** Rows told earlier that neither the queue nor the background took; told again under the same id until it is answered. */
export interface LostRows {
  id: string;
  count: number;
}

/** Which tab am I in? Of a visit that begins, comes to the front or goes behind, which one that is. */
export interface HelloMessage {
  type: 'hello';
  visit?: { id: string; inFront: boolean };
}

/** From a page's script to the background: it may add, and learn which tab it is in. Nothing else. */
export type PageMessage =
  | HelloMessage
  | AppendMessage
  // Order ids are secrets until the background has hashed them, so this one never touches the queue on disk.
  | { type: 'orders'; at: number; zoneMinutes: number; purchases: Purchase[]; signals?: OrderSignal[] };

/** From our own pages to the background: what the person changes. */
export type OwnMessage =
  | { type: 'want'; key: string; wanted: boolean; seen?: SeenOn; item?: NonNullable<WantEvent['item']> }
  | { type: 'tag'; key: string; tag: string; on: boolean }
  | { type: 'remark'; key: string; text: string }
  // Items of one group are one product; an empty name takes it out.
  | { type: 'group'; key: string; group: string }
  | { type: 'mark'; key: string; mark: 'bought' | 'dropped' | 'none'; seen?: SeenOn }
  // The person agrees to the present terms.
  | { type: 'consent' }
  | { type: 'recording'; on: boolean }
  // Whether a kind of thing is recorded.
  | { type: 'kind'; kind: RecordKind; on: boolean }
  | { type: 'theme'; theme: Theme }
  // Whether the copier may run on order pages.
  | { type: 'copies'; on: boolean }
  // Whether a small picture is kept of what is saved from now on.
  | { type: 'thumbnails'; on: boolean }
  // The picture of an item, made when the person saved it.
  | { type: 'thumbnail'; key: string; picture: string }
  | { type: 'erase-thumbnails' }
  // Epoch ms; a time that is over ends the pause.
  | { type: 'pause'; until: number }
  | { type: 'pause-tab'; tab: number; on: boolean }
  | { type: 'exclude'; what: 'author' | 'note' | 'site'; id: string; on: boolean }
  // `work` names it for the page that follows it.
  | { type: 'erase-all'; work?: string }
  | { type: 'erase'; what: Erasure; work?: string }
  // How long things stay from now on; what is older goes at once.
  | { type: 'keep-to'; limits: RetentionLimits; work?: string }
  // What the person decides about a study.
  | { type: 'study'; change: StudyChange }
  // The person's own word on what the rules decided.
  | { type: 'spot-check'; check: Omit<SpotCheck, 'at'> }
  // Whether the account that was asked about is the person's own.
  | { type: 'buyer'; isMine: boolean }
  // Puts aside what nobody can read and makes the lists anew where they are wrong.
  | { type: 'repair'; work?: string }
  // Work of that name is to stop and to leave everything as it was.
  | { type: 'stop'; work: string }
  // A page of ours opens: has the browser lost anything since?
  | { type: 'look' }
  // A backup met fewer rows than the ledger says it holds: are they gone?
  | { type: 'count' }
  | { type: 'dismiss-loss' }
  | { type: 'backed-up'; note: BackupNote }
  | { type: 'snooze-backup' }
  | { type: 'restore'; part: RestorePart }
  // The person puts an unfinished restore away; what it has stored stays.
  | { type: 'forget-restore' }
  // Order ids are in it: it never touches the queue on disk.
  | { type: 'bill'; part: BillPart }
  // An import was stopped: what it has added goes.
  | ({ type: 'bill-undo' } & BillUndo)
  // The person has read that an import which broke off was taken back.
  | { type: 'forget-taken-back' }
  | { type: 'why'; key: string; why: WhyEvent['why'] }
  | { type: 'outcome'; key: string; outcome: OutcomeEvent['outcome'] }
  | { type: 'cool'; key: string; until: number }
  | ({ type: 'match' } & Omit<MatchEvent, 'type' | 'id' | 'at' | 'zoneMinutes'>)
  | { type: 'by-hand'; purchase: HandPurchase }
  // Takes back what was written down by hand; named by the order's key.
  | { type: 'not-by-hand'; order: string };

/** What takes long and can be followed. */
export type FollowedMessage =
  | { type: 'erase'; what: Erasure }
  | { type: 'erase-all' }
  | { type: 'keep-to'; limits: RetentionLimits }
  | { type: 'repair' };

/** A purchase as the person writes it down. */
type HandPurchase = Pick<Purchase, 'platform' | 'title' | 'orderPaidFen'> & {
  itemKey?: string;
  orderedAt: number;
};

/** From the popup to the page in front of the person. */
export interface DescribeMessage {
  type: 'describe';
}

/** Everything is as it was. */
interface Stopped {
  ok: false;
}

/** Anything but an explicit `ok` means: not saved. */
export interface Answers {
  hello: { tab?: number; opener?: number };
  append: { ok: string[] };
  orders: { ok: number };
  own: { ok: boolean };
  erase: ({ ok: true } & Erased) | Stopped;
  'keep-to': { ok: true } & KeptTo;
  repair: ({ ok: true } & Repaired) | Stopped;
  describe: PageReading;
}

export const queuePrefix = 'q:';

/** Posted to our own open pages after each write, so that they read again. */
export const changesChannel = 'bacao-changes';

/** Where work that is followed tells how far it is. */
export const workChannel = 'bacao-work';
