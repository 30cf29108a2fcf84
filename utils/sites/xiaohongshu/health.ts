import type { PageReading, Unread } from '../../core/types';
import { all, closest, first, isA, parentOf, textOf, type Root } from '../dom';
import { readItemAt } from '../own-item';
import { isShown } from '../sight';
import { badShape, noData } from '../unread';
import { inOneScript, isWord } from './comment-text';
import * as rules from './rules';
import { isRoom } from './room-goods';
import { readWholeStates, stringAt } from './state';

/** What every card of a list lacks is no accident; of a few cards it may be one. */
const fewCards = 3;

/** On a profile the page itself says whose notes they are. */
const fieldsOf = (kind: PageReading['kind']) =>
  kind === 'profile' ? (['title', 'media'] as const) : (['title', 'authorId', 'media'] as const);

function missingInCards({ kind: pageKind, cards }: PageReading): Unread[] {
  const notes = cards.filter(({ kind }) => kind === 'note');
  if (notes.length <= fewCards) return [];
  const lacks = fieldsOf(pageKind).filter((field) => notes.every((card) => card[field] === undefined));
  return lacks.map((field) => noData(`cards.${field}`));
}

const isList: ReadonlySet<string> = new Set(['feed', 'search', 'profile', 'board', 'shop']);

/** A goods page shows its item, and what that is called. */
function missingInGoods(url: string, document: Document): Unread[] {
  const item = readItemAt(url, document);
  if (!item) return [noData('goods')];
  return item.title === undefined ? [noData('goods.title')] : [];
}

/** What is longer says something else. */
const longestSaying = 100;

/** What is rightly empty says so where one sees it. */
function saysNothing(document: Document, form = rules.nothingHere): boolean {
  const says = (part: Element) =>
    form.test(inOneScript(textOf(part).slice(0, longestSaying))) && !closest(part, rules.ofPerson) && isShown(part);
  return all(document, rules.shortText).some((part) => isWord(part) && says(part));
}

/** What is open is no list of cards. A lock at a tab is that of a list that may not be open. */
function isNoList(part: Element): boolean {
  if (isA(part, rules.tab)) return true;
  const around = parentOf(part);
  return isShown(part) && !(closest(part, rules.tab) ?? (around && first(around, rules.tab)));
}

/** A live room shows a film, or the page's state names it. Many sell nothing, and one that is over says so. */
function missingInRoom({ cards }: PageReading, document: Document): Unread[] {
  const isStated = (state: unknown) => rules.roomStates.some((path) => stringAt(state, path) !== undefined);
  const isThere = cards.length > 0 || first(document, rules.video) || readWholeStates(document).some(isStated);
  return isThere || saysNothing(document) ? [] : [noData('live')];
}

/** What a page of this kind should have shown, and did not. A note is judged by who reads it. */
export function missingOn(url: string, page: PageReading, document: Document): Unread[] {
  if (page.kind === 'goods') return missingInGoods(url, document);
  if (isRoom(page)) return missingInRoom(page, document);
  const isFeed = page.kind === 'feed';
  const isOther = !isFeed && all(document, rules.noList).some(isNoList);
  const isListed = isList.has(page.kind) ? !isOther : page.part === 'list';
  const isEmpty = isListed && !page.cards.some(({ kind }) => kind !== 'ai' && kind !== 'query');
  const isNameless = page.kind === 'shop' && page.shop?.name === undefined;
  // A feed is never rightly empty.
  const says = page.kind === 'search' ? rules.nothingFound : rules.nothingHere;
  const isMissing = isEmpty && (isFeed || !saysNothing(document, says));
  return [
    ...(isMissing ? [noData('cards')] : []),
    ...(isNameless ? [noData('shop.name')] : []),
    ...missingInCards(page),
  ];
}

/** None is there, although some are declared, or nobody knows of any: neither how many there are nor that this is all. */
function isThreadMissing(note: PageReading['note']): boolean {
  return note?.commentsDeclared === undefined ? note?.commentsComplete !== true : note.commentsDeclared > 0;
}

/** The same of an open note. A note may do without a title; unless its state says so, nothing tells it from half a note. */
export function missingIn(
  { note, comments }: Pick<PageReading, 'note' | 'comments'>,
  root: Root,
  isStated: boolean,
): Unread[] {
  const missing: Unread[] = [];
  if (!note?.title && !isStated) missing.push(noData('note.title'));
  if (!note?.authorId) missing.push(noData('note.authorId'));
  if (comments.length === 0 && isThreadMissing(note)) missing.push(noData('comments'));
  if (note?.saved === undefined && first(root, rules.engageBar)) missing.push(badShape('note.saved'));
  return missing;
}
