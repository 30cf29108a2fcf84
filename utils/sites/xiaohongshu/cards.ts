import type { CardReading, Unread } from '../../core/types';
import { all, attribute, closest, contains, first, found, hrefAt, readEach, textOf } from '../dom';
import { readLabel } from './labels';
import * as rules from './rules';
import { readPlace, readUserId } from './urls';

function noteIdOf(card: Element): string | undefined {
  return all(card, 'a')
    .map((anchor) => readPlace(attribute(anchor, 'href')).noteId)
    .find((id) => id !== undefined);
}

/** Counted apart: what is no note must not water down the density of the feed. */
function kindOf(card: Element, noteId: string | undefined): CardReading['kind'] {
  if (first(card, rules.query)) return 'query';
  if (first(card, rules.ai)) return 'ai';
  if (first(card, rules.live)) return 'live';
  if (noteId !== undefined) return 'note';
  return closest(card, rules.product) ? 'product' : 'other';
}

/** `data-index` counts the whole feed; a virtual list keeps only some twenty cards of it. */
function positionOf(card: Element, index: number): number {
  const position = attribute(card, 'data-index');
  return /^\d{1,6}$/.test(position) ? Number(position) : index;
}

function mediaOf(card: Element): string | undefined {
  if (first(card, rules.cardVideo)) return 'video';
  return first(card, rules.cardImage) && 'image';
}

function readCard(card: Element, index: number): CardReading {
  const noteId = noteIdOf(card);
  const kind = kindOf(card, noteId);
  return found<CardReading>({
    position: positionOf(card, index),
    kind,
    noteId,
    authorId: readUserId(hrefAt(card, rules.person)),
    title: textOf(first(card, rules.cardTitle)) || undefined,
    media: kind === 'note' ? mediaOf(card) : undefined,
    label: readLabel(card),
  });
}

/** A virtual list keeps some twenty; more than this were made to keep us busy. */
const mostCards = 1000;

/** The cards of the feed, in the order of the page; those inside the open note are the note's. */
export function readCards(document: Document, note: Element | undefined, unread: Unread[]): CardReading[] {
  const elements = all(document, rules.card).filter((card) => !note || !contains(note, card));
  if (elements.length > mostCards) unread.push({ where: 'cards', reason: 'shape' });
  return readEach(elements.slice(0, mostCards), unread, (card, index) => {
    const reading = readCard(card, index);
    if (reading.kind === 'other') unread.push({ where: 'card', reason: 'unknown-form' });
    return reading;
  });
}
