import type { ItemRow, OrderView, PageView, Summary } from '@/utils/core/rows';
import type { PlatformId } from '@/utils/core/types';

/** The whole contract between the popup's entry point and its components: data in, wishes out. */

export const tabIds = ['page', 'saved', 'purchased'] as const;
export type TabId = (typeof tabIds)[number];

/** One list of the ledger, as far as it has been read. */
export interface ListView {
  state: 'loading' | 'ready' | 'error';
  /** Newest first; they are put in groups here. */
  items: ItemRow[];
  /** More rows lie in the ledger than `items` holds. */
  more: boolean;
}

/** A platform that can be connected; its name comes from `platformName`. */
export interface Connection {
  platform: PlatformId;
  connected: boolean;
  /** The hosts the browser will ask about. */
  hosts: readonly string[];
}

export interface PopupError {
  kind: 'database';
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
  connect: (platform: PlatformId) => Promise<boolean>;
  disconnect: (platform: PlatformId) => Promise<boolean>;
  setRecording: (on: boolean) => Promise<boolean>;
  eraseAll: () => Promise<boolean>;
  open: (url: string) => void;
  reloadPage: () => void;
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
  /** Bought, and on no note that was seen. */
  orders: OrderView[];
  recording: boolean;
  connections: Connection[];
  error?: PopupError | undefined;
  /** Epoch ms. */
  now: number;
  platformName: (id: PlatformId) => string;
  actions: PopupActions;
}
