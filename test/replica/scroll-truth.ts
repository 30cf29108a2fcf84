/** In the address of any page of the note site it asks for a log of what was in view; see pages/scroll.js. */
export const scrollQuery = 'replica-scroll';

/** From a share on until the next one. Times are of the page's own clock, `performance`. */
type Share = [at: number, share: number];

export interface SeenUnit {
  kind: 'card' | 'product' | 'comment' | 'note';
  /** Cards: `data-index`, and the note that the card leads to. */
  position?: number;
  noteId?: string;
  /** x, y, width and height in px of the document, where it stood last. */
  rect: [number, number, number, number];
  /** Empty when it was in the page and never in view. */
  shares: Share[];
}

/** What `replicaScroll.log` holds. A state holds from the frame that is noted until the next one. */
export interface ScrollTruth {
  /** Added to a time it gives epoch ms, by the clock of `performance`. */
  timeOrigin: number;
  /** The browser's own time of each frame: what the length of a frame was in this run. */
  frames: number[];
  /** When each of them was laid out: while a page is being loaded that is many frames after the time it is named by. */
  ranAt: (number | null)[];
  jumps: { at: number; top: number }[];
  /** The document was visible and the window had the focus. */
  active: { at: number; active: boolean }[];
  /** By `card 3`, `comment comment-<id>`, `note <id>`, `product 0`. */
  units: Record<string, SeenUnit>;
}

/** The address of a page that logs what is in view from its first frame on. */
export function scrolled(url: string): string {
  const to = new URL(url);
  to.searchParams.set(scrollQuery, '1');
  return to.href;
}

/**
 * The script, for `page.evaluate`, that jumps to each place, holds it, and gives the log. The tab must be in front:
 * frames stop behind another one.
 * @param inside the selector of a part that scrolls in itself, instead of the window
 */
export function scrollScript(steps: readonly (readonly [top: number, heldMs: number])[], inside?: string): string {
  return `replicaScroll.run(${JSON.stringify(steps)}, ${JSON.stringify(inside)})`;
}
