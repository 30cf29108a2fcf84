import { least, most } from '../../core/numbers';
import { isAd } from '../../density/classes';
import { pageDensity } from '../../density/page-density';
import * as names from '../names';
import type { Row } from '../tables';
import type { ExportTerms } from '../terms';
import { keyOf, provenanceOf } from './base';
import type { OpenPage } from './page';
import type { Pseudonyms } from './pseudonyms';
import { activeMs } from './screen';

interface Known {
  terms: ExportTerms;
  hashed: Pseudonyms;
  /** Rows of its units. */
  exposures: readonly Row<'exposures'>[];
  links: readonly Row<'links'>[];
}

const isAdRow = ({ ad_class }: Row<'exposures'>) => isAd({ class: ad_class });

/** Of the page's own stays where there are any; else as far as its units tell. */
function activeMsOf({ itself, units }: OpenPage): number {
  return activeMs(itself.length > 0 ? itself : [...units.values()].flatMap(({ stays }) => stays));
}

export function pageRow(page: OpenPage, { terms, hashed, exposures, links }: Known): Row<'page_views'> {
  const viewable = exposures.filter((row) => row.viewable);
  return {
    ...keyOf(terms),
    page_view_no: page.no,
    session_no: page.session,
    surface: names.surfaceNames[page.kind],
    query_h: null,
    note_h: hashed.ofStudy('note', page.noteId),
    started_at: page.startedAt,
    ended_at: page.leftAt ?? null,
    active_ms: activeMsOf(page),
    units_loaded: exposures.length,
    ads_loaded: exposures.filter(isAdRow).length,
    units_viewable: viewable.length,
    ads_viewable: viewable.filter(isAdRow).length,
    ...heightCells(page, exposures),
    sticky_video_ad: null,
    ...commentCells(page, { exposures, links }),
    notes_unparsed: page.unread,
    ...provenanceOf(terms, page.ruleVersion),
  };
}

function commentCells({ kind }: OpenPage, { exposures, links }: Pick<Known, 'exposures' | 'links'>) {
  if (kind !== 'note') return { comments_seen: null, comments_with_blue_link: null };
  const comments = exposures.filter(({ unit_kind }) => unit_kind === 'comment').map(({ exposure_no }) => exposure_no);
  const marked = new Set(
    links.filter(({ link_kind }) => link_kind === 'blue_link').map(({ exposure_no }) => exposure_no),
  );
  return { comments_seen: comments.length, comments_with_blue_link: comments.filter((no) => marked.has(no)).length };
}

const unknownHeights = { content_height_px: null, ad_height_px: null, height_density: null, area_density: null };

interface Card {
  x: number;
  y: number;
  w: number;
  h: number;
  isAd: boolean;
}

function cardOf(row: Row<'exposures'>): Card[] {
  const { rect_x: x, rect_y: y, rect_w: w, rect_h: h } = row;
  return x === null || y === null || w === null || h === null ? [] : [{ x, y, w, h, isAd: isAdRow(row) }];
}

/** Of lists of cards: how much of the way down to where the person got was ads. */
function heightCells({ itself }: OpenPage, exposures: readonly Row<'exposures'>[]) {
  const cards = exposures.filter(({ unit_kind }) => /_card$/.test(unit_kind)).flatMap(cardOf);
  const reached = most(itself.map(({ reachedPx = 0 }) => reachedPx)) ?? 0;
  const content = { top: least(cards.map(({ y }) => y)) ?? 0, bottom: reached, ...sidesOf(cards) };
  if (cards.length === 0 || content.bottom <= content.top) return unknownHeights;
  return pageDensity(
    content,
    cards.filter((card) => card.isAd),
  );
}

function sidesOf(cards: readonly Card[]) {
  return { left: least(cards.map(({ x }) => x)) ?? 0, right: most(cards.map(({ x, w }) => x + w)) ?? 0 };
}
