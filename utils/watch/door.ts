import type { PageSideEvent } from '../core/events';
import type { Subject } from '../core/switches';

export interface TabPlace {
  tab?: number;
  opener?: number;
}

/** What a page's script may do to the outside; handed in, so that tests watch a page without a browser. */
export interface PageDoor {
  window: Window;
  send: (rows: PageSideEvent[]) => void;
  /** Which tab this is and which one opened it; empty when nobody answered. @param visit what it shows now, if anything */
  hello: (visit?: { id: string; inFront: boolean }) => Promise<TabPlace>;
  /** Wakes the background while the button is still down, and asks the same once more. */
  wake: () => Promise<TabPlace>;
  /** False once the extension was updated or removed under this page. */
  isConnected: () => boolean;
  /** The person's switches. A tab that does not know which one it is may be a paused one. */
  isRecording: (tab?: number) => boolean;
  /** Whether the person wants nothing recorded of it. */
  isExcluded: (subject: Subject) => boolean;
  /** Calls back whenever a switch was turned. */
  onSwitch: (turned: () => void) => void;
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
