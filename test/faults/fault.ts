import type { BrowserKind } from '../e2e/browsers';
import type { Lab } from './lab';

/**
 * What must hold however the fault goes. `all`: every deed of the person is stored. `acked`: everything the extension
 * acknowledged is stored. `told`: what is lost, if anything, is told to the person by the extension itself.
 */
export type Expected = 'all' | 'acked' | 'told';

/** Deeds counted by whoever did them, never by the extension, against what lies in the database. */
export interface Tally {
  sent: number;
  acked: number;
  stored: number;
  /** Stored rows beyond the deeds they stand for. */
  duplicates: number;
  /** Acknowledged, and not in the database. */
  missing: number;
}

export interface Injected extends Tally {
  /** Tries in which the fault is known to have happened. */
  tries: number;
  /** What shows that the fault happened. */
  proof: string;
  /** The words by which the extension told of it. */
  told?: string | undefined;
  /** What else is not as it must be, in words; what was lost is counted above. */
  wrong?: readonly string[];
}

/** `short`: with every `npm test`; `usual`: where all rows are asked for; `full`: only there, since it adds nothing to the other browser. */
export type Place = 'short' | 'usual' | 'full';

export interface Fault {
  id: string;
  /** For people, and for `--only`. */
  name: string;
  expected: Expected | Readonly<Record<BrowserKind, Expected>>;
  /** Told, and nothing may be lost all the same. */
  keepsAll?: true;
  /** Spoiling the database itself takes what was acknowledged with it; then telling is all there is. */
  spoils?: true;
  /** `not`: why it cannot be injected there. */
  on: Readonly<Record<BrowserKind, Place | { not: string }>>;
  inject: (lab: Lab) => Promise<Injected>;
}

/** A line of the report, as outsiders read it. */
export interface Row extends Omit<Tally, 'missing'> {
  id: string;
  name: string;
  browser: BrowserKind;
  injected: boolean;
  why: string;
  proof: string;
  /** The words by which the extension told of it. */
  told?: string;
  tries: number;
  expected: Expected;
  ok: boolean;
}
