import type { JSX } from 'preact';
import type { HealthFacts } from '@/components/notices/facts';
import type { IconName } from '@/components/parts/icon';
import type { OpenLedger } from '@/utils/ledger/read-twice';

/** What every view is given. */
export interface Desk {
  open: OpenLedger;
  facts: () => HealthFacts;
  now: () => number;
  /** Reads the facts again, and what the open view shows. */
  refresh: () => void;
  /** Draws the page with what the view now knows. */
  redraw: () => void;
  /** @param params what the view shows, as in its address: `{ item: 'jd:1' }` */
  goTo: (view: string, section?: string, params?: Record<string, string>) => void;
}

/** A view that has been opened: what it keeps outlives a look at another view, so that long work goes on. */
export interface Screen {
  draw: () => JSX.Element;
  /** Reads again what is on screen. */
  read: () => void;
}

/** One file in `views`; nothing else is edited to add it. */
export interface View {
  /** As in the address: `dashboard.html?view=<id>`. */
  id: string;
  /** Its place among the others; the first one opens when the address names none. */
  order: number;
  icon: IconName;
  name: () => string;
  /** True while something there waits for the person. */
  alert?: (facts: HealthFacts, now: number) => boolean;
  /** It says itself when the ledger does not open, or does without it: in place of all others a card says so. */
  tellsClosed?: true;
  start: (desk: Desk) => Screen;
}
