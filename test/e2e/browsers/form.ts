import type { Driver } from './driver';

export type BrowserKind = Driver['kind'];

/** `BACAO_FULL=1` asks for more rounds of what is a matter of luck, and for both browsers everywhere. */
export const isFull = process.env['BACAO_FULL'] === '1';

/** `BACAO_SHORT=1` is what `npm test` asks for: minutes, and no suite that is named `*.long.e2e.ts`. */
export const isShort = process.env['BACAO_SHORT'] === '1';

export const browserKinds: readonly BrowserKind[] = ['chromium', 'firefox'];

/** For suites of our own pages, which ask little of the browser: the full form runs them in both, any other in this one. */
export function mainly(kind: BrowserKind): readonly BrowserKind[] {
  return isFull ? browserKinds : [kind];
}

/** For what reads, watches or stores: in both, and only in the short form in this one alone. */
export function inBothOr(kind: BrowserKind): readonly BrowserKind[] {
  return isShort ? [kind] : browserKinds;
}
