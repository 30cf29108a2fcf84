import type { CardReading, Signal, Unread } from '../../core/types';
import {
  all,
  attribute,
  closest,
  contains,
  first,
  found,
  isA,
  isElement,
  matching,
  own,
  parentOf,
  readEach,
  textOf,
} from '../dom';
import { badShape } from '../unread';
import { iconOf } from './collect';
import { readCardMarks, toLabel, toSignals, type Marks } from './labels';
import * as rules from './rules';
import { alone, named, withShapedCards } from './shaped-cards';
import { resolveElement } from './targets';
import { markedTabs } from './tabs';
import { titleAt } from './titles';
import { pathId, readNoteId, readPlace, readUserId } from './urls';

/** The card with the anchor around it, which is its own where it holds no other (profile page, 2026-07). */
export function wholeOf(card: Element): Element {
  const around = closest(card, 'a');
  return around && all(around, rules.card).length === 1 ? around : card;
}

/** By what on it leads to a note, else by what it says itself, else by the anchor around it. */
export function noteIdOf(card: Element): string | undefined {
  const stated = attribute(card, rules.cardId);
  const [id] = matching(card, 'a').flatMap((anchor) => readNoteId(attribute(anchor, 'href')) ?? []);
  if (id !== undefined || rules.noteForm.test(stated)) return id ?? stated;
  return readNoteId(attribute(wholeOf(card), 'href'));
}

/** Whose page it is where all notes on it are theirs: a profile whose first tab is open. */
export function ownerOn(url: string, document: Document): string | undefined {
  const { kind, part = 'note' } = readPlace(url);
  const isPosted = kind === 'profile' && /^note/.test(part) && (markedTabs(document)[0] ?? 'note') === 'note';
  return isPosted ? pathId(url) : undefined;
}

/**
 * On a profile the cover too leads under `/user/profile/`, and there the id is the profile's: of notes that are not
 * theirs it says nothing.
 */
function authorIdOf(card: Element, owner: string | undefined): string | undefined {
  const hrefs = matching(wholeOf(card), rules.person).map((anchor) => attribute(anchor, 'href'));
  const named = readUserId(hrefs.find((href) => readNoteId(href) === undefined) ?? '');
  return named ?? hrefs.map(readUserId).find((id) => id === owner);
}

/** A note's author may be on air: then a link to the room stands on its card, and no badge. */
export function isLiveCard(card: Element, noteId = noteIdOf(card)): boolean {
  const isSign = (sign: Element) => noteId === undefined || attribute(sign, 'href') === '';
  return matching(wholeOf(card), rules.live).some(isSign);
}

/** Counted apart: what is no note must not water down the density of the feed. */
function kindOf(card: Element, noteId: string | undefined): CardReading['kind'] {
  const isOrHolds = (selector: string) => isA(card, selector) || first(card, selector) !== undefined;
  if (isOrHolds(rules.query)) return 'query';
  if (isOrHolds(rules.ai)) return 'ai';
  if (isLiveCard(card, noteId)) return 'live';
  if (noteId !== undefined) return 'note';
  const isOfItem = (anchor: Element) => resolveElement(anchor)?.itemKey !== undefined;
  return closest(card, rules.product) || matching(wholeOf(card), 'a').some(isOfItem) ? 'product' : 'other';
}

/** `data-index` counts the whole feed; a virtual list keeps only some twenty cards of it. */
export function statedPosition(card: Element): number | undefined {
  const position = attribute(card, 'data-index');
  return /^\d{1,6}$/.test(position) ? Number(position) : undefined;
}

/**
 * Where each card of a list stands. A card that does not say follows on the one before it. Unknown is where a card stands
 * before the first that says so, or where another says that it stands. Cards are counted where none says anything.
 */
function placesIn(cards: Element[], isCounted: boolean): [Element, number | undefined][] {
  const said = new Set(cards.map(statedPosition));
  let next = isCounted && said.size === 1 && said.has(undefined) ? 0 : undefined;
  return cards.map((card) => {
    const place = statedPosition(card) ?? (said.has(next) ? undefined : next);
    if (place !== undefined) next = place + 1;
    return [card, place];
  });
}

/** A page may show two lists, as the tabs of a profile do: each is counted by itself, and what stands in none beside one is not. */
export function positionsOf(cards: Element[]): (number | undefined)[] {
  const listOf = cards.map((card) => closest(card, rules.list));
  const lists = new Set(listOf);
  const ownOf = (list: Element | undefined) => cards.filter((_card, index) => listOf[index] === list);
  const places = new Map(Array.from(lists).flatMap((list) => placesIn(ownOf(list), !!list || lists.size === 1)));
  return cards.map((card) => places.get(card));
}

function mediaOf(card: Element): CardReading['media'] {
  if (first(card, rules.cardVideo) || all(card, 'use').some((use) => iconOf(use).startsWith(rules.playIcon)))
    return 'video';
  return first(card, rules.cardImage) && 'image';
}

/** A rule names it: what the users' own words on it are is known. */
export function isKnown(card: Element): boolean {
  return isA(card, named);
}

function titleOf(card: Element, kind: CardReading['kind']): string | undefined {
  const title = textOf(first(card, rules.cardTitle));
  return title || (kind === 'product' || !isKnown(card) ? titleAt(card) : undefined);
}

const noMarks: Marks = { label: undefined, signs: [], role: undefined };

/** A card, and what on it says that it is an ad. */
export function readCard(
  card: Element,
  owner: string | undefined,
  position?: number,
): { card: CardReading; signs: Marks['signs'] } {
  const noteId = noteIdOf(card);
  const kind = kindOf(card, noteId);
  // Where the users' own words are not known, any short word could be theirs, as could a machine's.
  const { label, signs, role } = isA(card, rules.card) ? readCardMarks(card) : noMarks;
  const title = titleOf(card, kind);
  const reading = found<CardReading>({
    position,
    kind,
    noteId,
    authorId: authorIdOf(card, owner),
    authorRole: role,
    // What goods are called is told by its length alone: on a card without another word it would be the label.
    title: label && title === textOf(label) ? undefined : title,
    media: kind === 'note' ? mediaOf(card) : undefined,
    label: toLabel(label),
  });
  return { card: reading, signs };
}

/** The card around what was clicked. */
export function cardAt(path: EventTarget[]): Pick<CardReading, 'noteId' | 'authorId'> | undefined {
  const target = path.find(isElement);
  const card = target && closest(target, rules.card);
  if (!card) return undefined;
  const document = own(card, 'ownerDocument');
  const authorId = authorIdOf(card, ownerOn(own(document, 'URL'), document));
  return found<Pick<CardReading, 'noteId' | 'authorId'>>({ noteId: noteIdOf(card), authorId });
}

/** Where a reading puts what it comes by. */
interface Found {
  unread: Unread[];
  signals: Signal[];
  /** See `ownerOn`. */
  owner?: string | undefined;
}

/** A virtual list keeps some twenty; more than this were made to keep us busy. */
export const mostCards = 1000;

/** Neither inside another card, nor in a tab's list that stands hidden beside the one on screen, nor a frame around cards. */
export function isOwnCard(card: Element): boolean {
  const isCard = isA(card, rules.card);
  const parent = parentOf(card);
  const isInner = parent && closest(parent, `${isCard ? rules.card : alone}, ${rules.hidden}`);
  return !isInner && (isCard || !first(card, rules.card));
}

/** The cards of the feed, in the order of the page; those inside the open note are the note's. */
function cardElements(document: Document, note: Element | undefined): Element[] {
  const known = all(document, named).filter((card) => !(note && contains(note, card)));
  const cards = known.length > mostCards ? known : withShapedCards(document, known, note);
  return cards.filter(isOwnCard);
}

/** Of the same, as many as are read. */
export function listCards(document: Document, note: Element | undefined): Element[] {
  return cardElements(document, note).slice(0, mostCards);
}

export function readCards(document: Document, note: Element | undefined, page: Found): CardReading[] {
  const elements = cardElements(document, note);
  if (elements.length > mostCards) page.unread.push(badShape('cards'));
  if (!elements.every(isKnown)) page.unread.push({ where: 'cards', reason: 'unknown-form' });
  const listed = elements.slice(0, mostCards);
  const positions = positionsOf(listed);
  return readEach(listed, page.unread, (element, index) => {
    const { card, signs } = readCard(element, page.owner, positions[index]);
    if (card.kind === 'other') page.unread.push({ where: 'card', reason: 'unknown-form' });
    page.signals.push(...toSignals(signs, 'card', card.noteId));
    return card;
  });
}
