import type { ItemRow, OrderView, PageView, Summary } from '@/utils/core/rows';
import type { PlatformId } from '@/utils/core/types';

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
}

/** Bought, and on no note that was seen. */
export interface OrdersView {
  state: ReadState;
  /** Newest first. */
  orders: OrderView[];
  more: boolean;
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
  connect: (platform: PlatformId) => Promise<boolean>;
  disconnect: (platform: PlatformId) => Promise<boolean>;
  setRecording: (on: boolean) => Promise<boolean>;
  eraseAll: () => Promise<boolean>;
  open: (url: string) => void;
  reloadPage: () => void;
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
  /** Empty until they are known. */
  connections: Connection[];
  error?: PopupError | undefined;
  /** Epoch ms. */
  now: number;
  platformName: (id: PlatformId) => string;
  actions: PopupActions;
}
