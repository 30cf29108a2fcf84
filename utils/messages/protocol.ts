import type { PageSideEvent } from '../core/events';
import type { LinkReading, NoteReading, PageReading, Purchase, SiteId } from '../core/types';

/** Every message there is, by direction. */

/** From a page's script to the background: it may add, and learn which tab it is in. Nothing else. */
export type PageMessage =
  | { type: 'hello' }
  | { type: 'append'; rows: PageSideEvent[] }
  // Order ids are secrets until the background has hashed them, so this one never touches the queue on disk.
  | { type: 'orders'; at: number; zoneMinutes: number; purchases: Purchase[] };

/** What the page in front says of a link, for an item that the ledger does not know (recording was off, or all erased). */
export interface SeenLink {
  site: SiteId;
  /** https origin and path. */
  url: string;
  note: NoteReading;
  link: LinkReading;
}

/** From our own pages to the background: what the person changes. */
export type OwnMessage =
  | { type: 'want'; key: string; wanted: boolean; seen?: SeenLink }
  | { type: 'mark'; key: string; mark: 'bought' | 'dropped' | 'none'; seen?: SeenLink }
  | { type: 'recording'; on: boolean }
  | { type: 'erase-all' };

/** From the popup to the page in front of the person. */
export interface DescribeMessage {
  type: 'describe';
}

/** Anything but an explicit `ok` means: not saved. */
export interface Answers {
  hello: { tab?: number; opener?: number };
  append: { ok: string[] };
  orders: { ok: number };
  own: { ok: boolean };
  describe: PageReading;
}

export const queuePrefix = 'q:';

/** Posted to our own open pages after each write, so that they read again. */
export const changesChannel = 'bacao-changes';
