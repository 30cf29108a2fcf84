import type { SightingEvent } from '../../core/events';
import type { PageKind, SiteId, Surface } from '../../core/types';
import type { ExposureEvent, UnitLink } from '../../core/units';
import type { ToldLink } from '../terms';

/** A unit of a page view, with all of its stays so far. */
export interface OpenUnit {
  no: number;
  stays: ExposureEvent[];
}

/**
 * A link that was rendered: with its sighting, or as its card told it. Of others it is only known that there is one: cards
 * of earlier versions said no more, and the sighting of a note's link may be kept no longer.
 */
export interface OpenLink {
  no: number;
  surface: Surface;
  renderedAt: number;
  unitKey: string;
  sighting?: SightingEvent;
  /** The sighting is of another visit of the same note. */
  isOlder?: boolean;
  /** Its sight is not told: that there is a link is, and not which. */
  isWithheld?: boolean;
  carried?: UnitLink;
  /** The id that its sighting had: by that it is left out, and nothing else is told of it. */
  formerId?: string;
}

/** A link that a unit shows, under the name that it has on its page view. */
export interface ShownLink {
  name: string;
  /** The name of one of which an earlier row of the same unit said only that there is one: it is this one. */
  wasNameless?: string;
  /** Where it leads, as far as that was told. */
  target?: Pick<UnitLink, 'link'>;
  link: Omit<OpenLink, 'no'>;
}

/** A page view that may still go on. */
export interface OpenPage {
  no: number;
  session: number;
  site: SiteId;
  kind: PageKind;
  startedAt: number;
  /** Of the last thing that happened in it. */
  lastAt: number;
  /** When it was left, where that was told. */
  leftAt?: number;
  ruleVersion: string;
  noteId?: string;
  units: Map<string, OpenUnit>;
  links: Map<string, OpenLink>;
  /** What is no shop link before a landing shows goods, by the name that it will have among the links. */
  candidates: Map<string, ShownLink>;
  /** Stays of the page itself: the time that it was in front of the person. */
  itself: ExposureEvent[];
  unread: number;
}

export interface PageStart extends Pick<OpenPage, 'no' | 'session' | 'site' | 'kind' | 'ruleVersion'> {
  at: number;
}

export function openPage({ no, session, site, kind, ruleVersion, at }: PageStart): OpenPage {
  const collected = { units: new Map(), links: new Map(), candidates: new Map(), itself: [], unread: 0 };
  return { no, session, site, kind, ruleVersion, startedAt: at, lastAt: at, ...collected };
}

/** Links of the open note and of its comments have sightings, those of cards have none. */
export function hasSightings({ kind }: ExposureEvent['unit']): boolean {
  return kind === 'open-note' || kind === 'comment';
}

export function isLeftOut(link: ToldLink): boolean {
  return link.isLeftOut === true;
}

/** The unit that carries a link: its comment, else the open note. */
export function carrierOf({ commentId, noteId }: SightingEvent): string {
  return commentId === undefined ? `open-note:${noteId ?? ''}` : `comment:${commentId}`;
}

/** Where it leads, as far as it was told. */
export function targetOf({ sighting, carried }: Pick<OpenLink, 'sighting' | 'carried'>) {
  return sighting?.link ?? carried?.link;
}

export function linkName({ surface, link, commentId = '' }: SightingEvent): string {
  return [surface, link.key, commentId].join('\u001f');
}
