import type { DropReason, ItemRow, NoteRef, OrderView, PageView, Summary } from '@/utils/core/rows';
import type { SearchQuery, SearchStanding } from '@/utils/core/search';
import type { Standing } from '@/utils/core/terms';
import type { PlatformId, ResolvedLink } from '@/utils/core/types';
import type { DashboardPlace, NoticeLine } from '../notices/notice-line';

/** The whole contract between the popup's entry point and its components: data in, wishes out. */

export const tabIds = ['page', 'saved', 'purchased'] as const;
export type TabId = (typeof tabIds)[number];

/** `error`: this list alone could not be read. */
type ReadState = 'loading' | 'ready' | 'error';

/** One list of the ledger, as far as it has been read. */
export interface ListView {
  state: ReadState;
  /** Newest first; they are put in groups here. */
  items: ItemRow[];
  /** More rows lie in the ledger than `items` holds. */
  more: boolean;
  /** Rows that stand among these and that nobody can read. */
  unreadable?: number;
}

/** What a search of the open list found. */
export interface FoundView {
  state: 'reading' | 'ready' | 'error';
  /** How many were looked at so far. */
  read: number;
  /** All that were found; `items` are the first of them. */
  total: number;
  items: ItemRow[];
  /** What there is to choose from. */
  platforms: PlatformId[];
  tags: string[];
  standings: SearchStanding[];
}

/** Bought, and on no note that was seen. */
export interface OrdersView {
  state: ReadState;
  /** Newest first. */
  orders: OrderView[];
  more: boolean;
  unreadable?: number;
}

/** Why nothing is recorded although recording is on. */
interface Pause {
  /** The tab in front is paused by itself. */
  tab: boolean;
  /** Everything is, until then (epoch ms). */
  until?: number;
}

export type LeftOutKind = 'author' | 'note';

/** Ids of notes and authors of which nothing new is recorded. */
export interface LeftOut {
  authors: readonly string[];
  notes: readonly string[];
}

/** A platform that can be connected; its name comes from `platformName`. */
export interface Connection {
  platform: PlatformId;
  connected: boolean;
  /** The hosts the browser will ask about. */
  hosts: readonly string[];
}

/**
 * Why the ledger did not open. `newer`: a later version of Bacao wrote it; `blocked`: another page of ours holds it;
 * `broken`: the browser cannot open it.
 */
export interface PopupError {
  kind: 'newer' | 'blocked' | 'broken';
}

/**
 * Every deed answers `true` once the ledger has stored it, `false` when it has not (a refused permission too):
 * the popup says nothing is done before that. `connect` is called inside the click handler with nothing awaited
 * before, so that it may ask for the permission at once.
 */
export interface PopupActions {
  save: (key: string) => Promise<boolean>;
  unsave: (key: string) => Promise<boolean>;
  markBought: (key: string) => Promise<boolean>;
  drop: (key: string) => Promise<boolean>;
  /** Takes back the person's mark, bought or dropped. */
  undo: (key: string) => Promise<boolean>;
  /** Asks again at `until` (epoch ms); 0 is not any more. */
  cool: (key: string, until: number) => Promise<boolean>;
  tag: (key: string, tag: string, on: boolean) => Promise<boolean>;
  /** An empty text takes it back. */
  remark: (key: string, text: string) => Promise<boolean>;
  /** Why it was dropped; `''` takes it back. */
  why: (key: string, why: DropReason | '') => Promise<boolean>;
  connect: (platform: PlatformId) => Promise<boolean>;
  disconnect: (platform: PlatformId) => Promise<boolean>;
  /** Leaves a note or an author out of the record from now on, or takes that back. */
  leaveOut: (what: LeftOutKind, id: string, on: boolean) => Promise<boolean>;
  /** Who wrote the note, by the id the site gives them; undefined where the ledger does not know. */
  authorOf: (note: NoteRef) => Promise<string | undefined>;
  setRecording: (on: boolean) => Promise<boolean>;
  /** Pauses the tab in front, or lets it go on. */
  pauseTab: (on: boolean) => Promise<boolean>;
  /** Pauses everything until then (epoch ms); 0 lets it go on. */
  pauseUntil: (until: number) => Promise<boolean>;
  /** Whether what order pages load may be copied. */
  setCopies: (on: boolean) => Promise<boolean>;
  /** All that was recorded of a shop. */
  erasePlatform: (platform: PlatformId) => Promise<boolean>;
  eraseAll: () => Promise<boolean>;
  search: (change: Partial<SearchQuery>) => void;
  /** The person is about to search. */
  beginSearch: () => void;
  open: (url: string) => void;
  /** Opens the full page, or one place of it. */
  openDashboard: (place?: DashboardPlace) => void;
  /** Opens what is recorded, to be agreed to or looked at again. */
  openWelcome: () => void;
  /** Opens the same beside the page, to stay there; absent where it is open there, and where the browser has no such place. */
  openPanel?: (() => void) | undefined;
  reloadPage: () => void;
  /** Opens what a diagnostic capture of the page in front would hold, to be looked over and saved. */
  capturePage: () => void;
  /** Reads again what could not be read. */
  retry: () => void;
  /** The next page of the list on screen. */
  loadMore: () => void;
}

export interface PopupProps {
  tab: TabId;
  onTab: (tab: TabId) => void;
  page: PageView;
  /** Absent until it is read. */
  summary?: Summary | undefined;
  saved: ListView;
  purchased: ListView;
  orders: OrdersView;
  /** Absent until it is known. */
  recording: boolean | undefined;
  /** Absent until it is known. */
  pause?: Pause | undefined;
  /** Absent until it is known. */
  leftOut?: LeftOut | undefined;
  /** Whether the person has agreed to what is recorded; absent until it is known. */
  consent?: Standing | undefined;
  /** Whether what order pages load may be copied; absent until it is known. */
  copies?: boolean | undefined;
  /** Empty until they are known. */
  connections: Connection[];
  /** What the open list is searched for. */
  query: SearchQuery;
  /** Absent until the person begins to search. */
  found?: FoundView | undefined;
  error?: PopupError | undefined;
  /** Small pictures of items by their key; absent where the person wants none. */
  thumbnails?: ReadonlyMap<string, string> | undefined;
  /** The most important thing to say of the ledger's health; absent where there is none, and until it is known. */
  notice?: NoticeLine | undefined;
  /** What a link tells its shop, in words; absent until it is known. */
  explain?: ((link: ResolvedLink) => string[]) | undefined;
  /** Epoch ms. */
  now: number;
  platformName: (id: PlatformId) => string;
  actions: PopupActions;
}
