import type { PageSideEvent } from '../core/events';

export interface TabPlace {
  tab?: number;
  opener?: number;
}

/** What a page's script may do to the outside; handed in, so that tests watch a page without a browser. */
export interface PageDoor {
  window: Window;
  send: (rows: PageSideEvent[]) => void;
  /** Which tab this is and which one opened it; empty when nobody answered. */
  hello: () => Promise<TabPlace>;
  /** Wakes the background while the button is still down, and asks the same once more. */
  wake: () => Promise<TabPlace>;
  /** False once the extension was updated or removed under this page. */
  isConnected: () => boolean;
  /** The person's recording switch. */
  isRecording: () => boolean;
  /** Epoch ms of the person's last "erase all"; 0 for never. */
  erasedAt: () => number;
  now: () => number;
}

/** Origin and path: the query holds tokens, and those are never kept. */
export function plainUrl(location: Location): string {
  return location.origin + location.pathname;
}

/** Minutes to add to UTC for the person's clock at that moment. */
export function zoneMinutesAt(at: number): number {
  return -new Date(at).getTimezoneOffset();
}
