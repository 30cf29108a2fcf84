import type { CardReading, NoteReading } from '../../core/types';
import { all, attribute, found, textOf } from '../dom';
import { readCards } from './cards';
import * as rules from './rules';
import { markedTabs } from './tabs';
import { pathId, readPlace, readUserId } from './urls';

/** Whose account this is: the side bar's own entry 我 leads to it (explore page, 2025-11). */
function readOwnId(document: Document): string | undefined {
  const own = all(document, rules.ownProfile).find((anchor) => rules.ownWords.test(textOf(anchor)));
  return own && readUserId(attribute(own, 'href'));
}

/** Whose tab it is says the address; where that names none, the one that is marked. Nobody else's list is told. */
function isSavedList(url: string, document: Document): boolean {
  const { kind, part } = readPlace(url);
  const isOwn = kind === 'profile' && readOwnId(document) === pathId(url);
  return isOwn && /^fav(?:\/note)?$/.test(part ?? markedTabs(document).join('/'));
}

type ReadCards = () => CardReading[];

/** See `SiteReader.readFormerSaved`. Those by the person themselves may stand there from the tab before. */
export function readFormerSaved(
  url: string,
  document: Document,
  cards: ReadCards = () => readCards(document, undefined, { unread: [], signals: [] }),
): NoteReading[] | undefined {
  if (!isSavedList(url, document)) return undefined;
  return cards().flatMap(({ noteId: id, authorId, title, media }) =>
    id === undefined || authorId === pathId(url) ? [] : found<NoteReading>({ id, authorId, title, media, saved: true }),
  );
}

/** The address changes first: while another tab is marked its list is still on screen. Under 收藏 there is a 笔记 as well. */
function isOtherMarked(document: Document): boolean {
  return !/^(?:fav|$)/.test(markedTabs(document).find((tab) => /^(?:note|fav|liked)$/.test(tab)) ?? '');
}

/**
 * The notes on the person's own list of collected ones, of which a list keeps those near the screen; undefined on every
 * other page.
 */
export function readSaved(url: string, document: Document, cards?: ReadCards): NoteReading[] | undefined {
  return isOtherMarked(document) ? undefined : readFormerSaved(url, document, cards);
}
