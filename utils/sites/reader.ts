import type { LinkReading, PageKind, PageReading } from '../core/types';

/** What a site's `index.ts` exports as `reader`. All of it reads and none of it writes, calls or keeps anything. */
export interface SiteReader {
  /** Stamped into every record. */
  ruleVersion: string;
  readPlace: (url: string) => { kind: PageKind; noteId?: string };
  readPage: (url: string, document: Document) => PageReading;
  /** The same without the cards of a feed behind the note: what is read again whenever the page changes. */
  readOpen: (url: string, document: Document) => PageReading;
  /** The link that a click on this path follows, with its surface. */
  linkAt: (path: EventTarget[], document: Document) => LinkReading | undefined;
  /** Whether a click on this path hits the collect button; the id where the page tells it. */
  collectTarget: (path: EventTarget[]) => { noteId?: string } | undefined;
  /** Whether the open note is collected, undefined while the page does not say. */
  readCollected: (document: Document, noteId?: string) => boolean | undefined;
}
