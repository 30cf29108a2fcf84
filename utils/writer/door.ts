import type { Progress } from '../core/backup';
import type { PageSideEvent } from '../core/events';
import type { LedgerDb } from '../ledger/schema';
import type { SettingsArea } from '../settings';
import type { PassingDoor } from './passing';
import type { QueueArea } from './queue';

/** All the writer needs from outside, so that a test can hand it a fake browser and a clock. */
export interface WriterDoor extends PassingDoor {
  /** The open ledger; given a connection that was closed, another one. */
  openDb: (dead?: LedgerDb) => Promise<LedgerDb>;
  /** Removes the ledger whole, also one that does not open. */
  removeDb: () => Promise<void>;
  storage: QueueArea & SettingsArea;
  /** `chrome-extension://ID/`: who sends from there is a page of ours. */
  ownRoot: string;
  /** Match patterns of every page we read. */
  pages: readonly string[];
  /** Match patterns of the pages that may tell orders. */
  orderPages: readonly string[];
  /** Whether the person lets us read this address now: a shop may have been disconnected under its open pages. */
  mayRead: (url: string) => Promise<boolean>;
  /** `ali` for Taobao and Tmall; undefined for what is no platform. */
  spaceOf: (platform: string) => string | undefined;
  /** Ids of the imports that a page of ours is at. */
  liveImports: () => Promise<ReadonlySet<string>>;
  /** Whether a tab of that number is there. */
  hasTab: (tab: number) => Promise<boolean>;
  now: () => number;
  /** What a tab's page told just now, before any of it is written. */
  onTold: (tab: number, rows: readonly PageSideEvent[]) => void;
  /** Tells open pages to read again. */
  announce: () => void;
  /** Tells the page that asked for long work how far it is. */
  tellProgress: (work: string, progress: Progress) => void;
}

/** The item space of a platform; one without link rules is a space of its own. */
export function spaceOrId(door: WriterDoor, platform: string): string {
  return door.spaceOf(platform) ?? platform;
}
