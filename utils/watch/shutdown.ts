/** One registry for all that must end when the extension goes away under the page: an orphaned script goes quiet by itself. */
export interface Shutdown {
  /** Listens until the end; passive and capturing, so that the page neither waits for us nor hides its events. */
  listen: (target: EventTarget, types: readonly string[], handler: (event: Event) => void) => void;
  onEnd: (end: () => void) => void;
  end: () => void;
  /**
   * To be told of every change of the page: `document.open()` takes every listener off window and document, ours too,
   * and leaves the observers. A listener that is still there is not added twice.
   */
  relisten: (records: readonly MutationRecord[]) => void;
}

/**
 * What a page fires when it goes away. By `pagehide` Firefox has often taken its process away: of eight visits that left
 * the site three were told, of eight closed tabs none; by `beforeunload` all were (Firefox 153, 2026-11). That one fires
 * too where nobody leaves in the end, at a download say: see `endRow`.
 */
export const leaving = ['beforeunload', 'pagehide'] as const;

/** @param isAlive asked before every event; after the first no, everything ends */
export function shutdownRegistry(isAlive: () => boolean): Shutdown {
  const controller = new AbortController();
  const end = () => controller.abort();
  const listening: (() => void)[] = [];
  return {
    listen: (target, types, handler) => {
      const guarded = (event: Event) => (isAlive() ? handler(event) : end());
      const options = { capture: true, passive: true, signal: controller.signal };
      const add = () => types.forEach((type) => target.addEventListener(type, guarded, options));
      listening.push(add);
      add();
    },
    onEnd: (finish) => controller.signal.addEventListener('abort', finish),
    end,
    relisten: (records) => {
      if (records.some(({ target }) => target.nodeType === Node.DOCUMENT_NODE)) listening.forEach((add) => add());
    },
  };
}
