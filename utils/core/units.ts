import type { PageEventBase } from './events';
import type { CommentReading, Label, LinkReading, PageKind, ResolvedLink, SiteId, Surface } from './types';

/**
 * What was on screen, as raw as it can be kept: times and ratios. Whether that was "viewable" is decided later by
 * thresholds with a name (decision 10 of the design); evidence does not change when they do.
 */

/**
 * Things shown that can be counted 曝光单元. What is no note is counted apart: it must not water down the density. `page`
 * is the page itself and in no denominator: its stays are the time that the visit was in front of the person.
 */
export const unitKinds = ['note', 'live', 'query', 'ai', 'product', 'other', 'open-note', 'comment', 'page'] as const;
type UnitKind = (typeof unitKinds)[number];

/** Where a link leads. */
interface Target extends Pick<ResolvedLink, 'platform' | 'key' | 'itemKey' | 'shopId'> {
  /** Absent on rows of earlier versions. */
  kind?: ResolvedLink['kind'];
}

/**
 * Evidence of one link that a unit carries 证据: its place, where it leads and what found it, as the page says it. A card's
 * is no sighting, since nobody has followed it nor opened its note; an open note's outlives its sighting.
 */
export interface UnitLink extends Pick<LinkReading, 'surface' | 'layer' | 'rule' | 'verified'> {
  link: Target;
}

/** A row holds so many of them: who carries more was made to fill the ledger. */
export const unitLinksAtMost = 20;

/** One thing on a page that can be counted, as the page shows it. Absent means that the page did not say. */
export interface Unit {
  /** Joins the stays of one unit within its visit. */
  key: string;
  kind: UnitKind;
  /** In feed order, from 0; comments in the order of the page. */
  position?: number;
  /** From 0, by the left edges of the cards on screen. */
  column?: number;
  /** x, y, width and height in CSS px of the document when the stay began, or was noticed; the page's own is the viewport's. */
  rect?: [number, number, number, number];
  media?: 'image' | 'video';
  noteId?: string;
  commentId?: string;
  authorId?: string;
  authorRole?: CommentReading['authorRole'];
  label?: Label;
  /** The link places it carries. */
  surfaces?: Surface[];
  /**
   * Those links; absent on rows of earlier versions, which told of cards alone. What an open note and its comments link has
   * sightings too, which say more and may be kept for less long.
   */
  links?: UnitLink[];
  /** Layers and rules of what says that it is an ad, `L3 label`; the class of the unit is decided later. */
  signals?: string[];
  /** Those of them whose rule was seen on real pages to mean what it is taken for; absent on rows of earlier versions. */
  verifiedSignals?: string[];
}

/** A state that holds until the next one, or until the end of the stay. */
interface Glance {
  /** ms since the exposure's `at`. */
  afterMs: number;
  /** The share of the unit's area that was inside the viewport, 0 to 1, to three decimals. */
  ratio: number;
  /** The document was visible and the window had the focus. */
  active: boolean;
  /** Whether the film ran: of video units that hold one. The card of a video note is a picture of it. */
  playing?: boolean;
  /** Where it has a label: the share of the label's own area that was in view. */
  label?: number;
}

/** One stay of one unit on screen 曝光: from the first pixel in view to the last, or to the end of the visit. */
export interface ExposureEvent extends PageEventBase {
  type: 'exposure';
  site: SiteId;
  pageKind: PageKind;
  ruleVersion: string;
  /**
   * Names the list that a card stands in: the visit that showed it first, `<visit>:2` for that one's second list. Closing a
   * note over a list is a new visit, and no new list.
   */
  feed?: string;
  unit: Unit;
  /** Epoch ms of when the unit was first noticed on the page, where that was before `at`. */
  renderedAt?: number;
  /**
   * 1 for the first stay of this unit in this visit; 0 when it was loaded and had not been shown when that was told, which
   * says nothing once the visit has another row of the unit.
   */
  entry: number;
  /** From 1, for the rest of a stay that was told before it was over, as when the tab was hidden: it is no new entry. */
  part?: number;
  /** Empty when it was never shown. */
  states: Glance[];
  /** ms from `at` to the end of the stay. */
  durationMs: number;
  /** ms from `at` to the person's first click inside the unit. */
  clickedAfterMs?: number;
  /** The page itself only: how far down the lower edge of the viewport came, in CSS px of the document. */
  reachedPx?: number;
}
