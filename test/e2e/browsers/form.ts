import type { Driver } from './driver';

export type BrowserKind = Driver['kind'];

/** `BACAO_FULL=1` asks for more rounds of what is a matter of luck, and for both browsers everywhere. */
export const isFull = process.env['BACAO_FULL'] === '1';

export const browserKinds: readonly BrowserKind[] = ['chromium', 'firefox'];

/**
 * For suites of our own pages, which ask little of the browser: the full form runs them in both, the short form in this
 * one. What reads, watches or stores runs in both always.
 */
export function mainly(kind: BrowserKind): readonly BrowserKind[] {
  return isFull ? browserKinds : [kind];
}
