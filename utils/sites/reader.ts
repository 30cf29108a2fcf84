import type { LabelMeasure, LinkReading, NoteReading, PageKind, PageReading, ShopReading } from '../core/types';
import type { Unit } from '../core/units';
import type { Root } from './dom';

/** Where a card stands. */
export interface Listed {
  list: Element;
  /** Where the page states it: another note at the same place is another list. */
  place: number | undefined;
}

/** What can be counted on a page, for who follows it: places are measured there. */
export interface UnitFinder {
  /** The open note: when it is another one, other things can be counted. */
  root: Element | undefined;
  /**
   * Everything at or under `part` that may be counted; nothing that an overlay covers. Cheap enough for all that is added,
   * and looked at one by one: there may be twenty thousand.
   */
  find: (part: Root) => Iterable<Element>;
  /** Tells a unit from the others of its page. Cheap as well, since lists use their elements again. */
  keyOf: (element: Element) => string;
  /** Absent where it is no card of a list. */
  listed: (element: Element) => Listed | undefined;
  /** What the unit is; undefined when it breaks, which the reading of the page counts. */
  read: (element: Element) => Unit | undefined;
}

/** A label on a living page: its element, to see how long it is in view, and how it stands there. */
export interface SeenLabel {
  element: Element;
  measured: LabelMeasure;
}

/** Where a page's address says we are. */
export interface PagePlace {
  kind: PageKind;
  noteId?: string;
  /** Which part of it: a feed's channel, a profile's tab, of live pages the room, the list or the host. */
  part?: string;
}

/** What a site's `index.ts` exports as `reader`. All of it reads and none of it writes, calls or keeps anything. */
export interface SiteReader {
  /** Stamped into every record. */
  ruleVersion: string;
  /** The attribute by which a card says which note it is, beside what leads to it. */
  cardId: string;
  readPlace: (url: string) => PagePlace;
  /**
   * Tells a page from the others of its document: two addresses of one name are one page. Where the address does not say
   * which tab is open, `tabs` may.
   */
  namePage: (url: string, tabs?: Document) => string;
  /** Whether a click on this path hits a tab of the page. */
  isTab: (path: EventTarget[]) => boolean;
  readPage: (url: string, document: Document) => PageReading;
  /** The same without the cards of a feed behind the note: what is read again whenever the page changes. */
  readOpen: (url: string, document: Document) => PageReading;
  /**
   * What has changed on a page, texts in their places too: what it said before is remembered from the first call on, and
   * read again only where something has.
   */
  noteChanges: (document: Document, records: readonly MutationRecord[]) => void;
  /** The notes on the person's own list of collected ones, as their cards tell them. */
  readSaved: (url: string, document: Document) => NoteReading[] | undefined;
  /** The same whatever tab is marked: what stands there when its address has just come. */
  readFormerSaved: (url: string, document: Document) => NoteReading[] | undefined;
  /** The shop of the site itself whose page this is. */
  readShop: (url: string, document: Document) => ShopReading | undefined;
  /** As the page stands: what is open may change, and places in a list without numbers move. */
  unitsOn: (url: string, document: Document) => UnitFinder;
  /** Of a card or an open note that has a label. Measuring lays the page out: for what was found to carry one. */
  seeLabel: (unit: Element, window: Window) => SeenLabel | undefined;
  /** Whether ads are hidden from the person; undefined where nothing tells. Cheap on a page that is laid out. */
  seeBlocker: (window: Window) => boolean | undefined;
  /** The link that a click on this path follows, with its surface. */
  linkAt: (path: EventTarget[], document: Document) => LinkReading | undefined;
  /**
   * The open note that a click on this path hits: its id where the page says it, true where it is the one that the address
   * names as far as the page can tell, false where it is none.
   */
  noteAt: (path: EventTarget[], document: Document, noteId?: string) => string | boolean;
  /** The card that a click on this path hits, by whom and of which note; undefined outside of cards. */
  cardAt: (path: EventTarget[]) => { noteId?: string; authorId?: string } | undefined;
  /** Whether a click on this path hits the collect button; the id where the page tells it. */
  collectTarget: (path: EventTarget[]) => { noteId?: string } | undefined;
  /** Whether the open note is collected, undefined while the page does not say. */
  readCollected: (document: Document, noteId?: string) => boolean | undefined;
}
