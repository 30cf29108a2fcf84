import type { LandingEvent } from '../core/events';
import type { LinkReading, PageKind, PageReading, SiteId } from '../core/types';

/** What a site's readers give to the watcher, which knows no selector itself. */
export interface SiteReader {
  id: SiteId;
  ruleVersion: string;
  readPlace: (url: string) => { kind: PageKind; noteId?: string };
  readPage: (url: string, document: Document) => PageReading;
  /** The open note: an overlay above its feed, or the page. */
  noteRoot: (document: Document, noteId?: string) => Element | undefined;
  /** The link that a click on this path follows. */
  linkAt: (path: EventTarget[], root: Document | Element) => LinkReading | undefined;
  /** Whether a click on this path hits the collect button. */
  collectTarget: (path: EventTarget[]) => object | undefined;
  /** Whether the note is collected, undefined while the page does not say. */
  readCollected: (root: Document | Element) => boolean | undefined;
  /** The item of the site's own goods page. */
  readOwnItem: (window: Window) => ItemPage | undefined;
}

/** What an item page says of its item. */
export type ItemPage = Pick<LandingEvent, 'platform' | 'itemKey' | 'itemUrl' | 'title' | 'shop' | 'priceFen'>;
