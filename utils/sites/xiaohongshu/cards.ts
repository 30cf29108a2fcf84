import type { CardReading, Unread } from '../../core/types';
import { all, attribute, contains, first, found, matches, readEach, textAt } from '../dom';
import { readLabel } from './labels';
import { selectors } from './rules';
import { readPlace, readUserId } from './urls';

function noteIdOf(card: Element): string | undefined {
  return all(card, selectors.cardNote)
    .map((anchor) => readPlace(attribute(anchor, 'href')).noteId)
    .find((id) => id !== undefined);
}

function authorIdOf(card: Element): string | undefined {
  const anchor = first(card, selectors.cardAuthor) ?? first(card, selectors.person);
  return anchor && readUserId(attribute(anchor, 'href'));
}

/** Counted apart: what is no note must not water down the density of the feed. */
function kindOf(card: Element, noteId: string | undefined): CardReading['kind'] {
  if (first(card, selectors.queryCard)) return 'query';
  if (matches(card, selectors.aiCard) || first(card, selectors.aiCard)) return 'ai';
  if (first(card, selectors.liveCard)) return 'live';
  if (noteId !== undefined) return 'note';
  return matches(card, selectors.product) || first(card, selectors.goods) ? 'product' : 'other';
}

/** `data-index` counts the whole feed; a virtual list keeps only some twenty cards of it. */
function positionOf(card: Element, index: number): number {
  const position = attribute(card, 'data-index');
  return /^\d{1,6}$/.test(position) ? Number(position) : index;
}

function mediaOf(card: Element): string | undefined {
  if (first(card, selectors.cardVideo)) return 'video';
  return first(card, selectors.cardCover) && 'image';
}

function readCard(card: Element, index: number): CardReading {
  const noteId = noteIdOf(card);
  const kind = kindOf(card, noteId);
  return found<CardReading>({
    position: positionOf(card, index),
    kind,
    noteId,
    authorId: authorIdOf(card),
    title: kind === 'query' ? undefined : textAt(card, selectors.cardTitle) || undefined,
    media: kind === 'note' ? mediaOf(card) : undefined,
    label: readLabel(card, selectors.cardText),
  });
}

/** The cards of the feed, in the order of the page; those inside the open note are the note's. */
export function readCards(document: Document, note: Element | undefined, unread: Unread[]): CardReading[] {
  const elements = all(document, selectors.card).filter((card) => !note || !contains(note, card));
  const cards = readEach(elements, readCard, () => unread.push({ where: 'card', reason: 'shape' }));
  cards.forEach((card) => {
    if (card.kind === 'other') unread.push({ where: 'card', reason: 'unknown-form' });
  });
  return cards;
}
