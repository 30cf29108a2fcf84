import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import type { TruthNote } from '../../replica/truth';
import type { TruthCard } from '../../replica/truth-pages';
import type { Reading } from './describe';

type CardFields = Reading['cards'][number] | TruthCard;

function cardOf({ position, kind, noteId, authorId, title, media, label }: CardFields) {
  return { position, kind, noteId, authorId, title, media, label };
}

/** The cards of a reading, by position. */
export function readCards({ cards }: Pick<Reading, 'cards'>) {
  return cards.toSorted((a, b) => Number(a.position) - Number(b.position)).map((card) => cardOf(card));
}

// A string: a handle for each of 20,000 elements would take puppeteer a minute.
const stated = `[...document.querySelectorAll('[data-index]')].map((card) => ({
  position: Number(card.dataset.index),
  hasBox: card.getClientRects().length > 0,
}))`;

/** The cards that state their place in the list, which says how a virtual list names them. */
export async function statedCards(page: Page): Promise<{ position: number; hasBox: boolean }[]> {
  return v.parse(v.array(v.object({ position: v.number(), hasBox: v.boolean() })), await page.evaluate(stated));
}

/**
 * Those cards of the truth that the page holds at the moment: a virtual list holds some, a list of products all. What
 * nobody can see carries no label.
 */
export async function shownCards(page: Page, cards: readonly TruthCard[]) {
  const shown = new Map((await statedCards(page)).map(({ position, hasBox }) => [position, hasBox]));
  const isThere = ({ position, kind }: TruthCard) => kind === 'product' || shown.has(position);
  return cards.filter(isThere).map((card) => {
    const { label, ...rest } = cardOf(card);
    return { ...rest, label: shown.get(card.position) === false ? undefined : label };
  });
}

/** Where reading and truth differ, by position; both are asked for anew, since a list may be on the move. */
export async function wrongCards(page: Page, ask: () => Promise<Reading>, cards: readonly TruthCard[]) {
  const found = readCards(await ask());
  const wanted = await shownCards(page, cards);
  const places = new Set([...found, ...wanted].map(({ position }) => position));
  const at = (list: typeof found, place: number) => list.filter(({ position }) => position === place);
  const pairs = Array.from(places, (place) => ({ found: at(found, place), wanted: at(wanted, place) }));
  return pairs.filter((pair) => !isDeepStrictEqual(pair.found, pair.wanted));
}

export function readComments({ comments }: Pick<Reading, 'comments'>) {
  return comments.map((comment) => commentOf(comment, comment.authorRole));
}

/** The comments that stand in the page before anything is scrolled or expanded. */
export function firstComments({ comments }: TruthNote) {
  return comments.filter(({ later }) => !later).map((comment) => commentOf(comment, comment.role));
}

type CommentFields = Omit<Reading['comments'][number], 'authorRole'>;

function commentOf({ id, reply, pinned, text, asksForLink }: CommentFields, role: string) {
  return { id, role, reply, pinned, text, asksForLink };
}

/** The open note, before anything was pressed. */
export function noteFields({ id, authorId, title, media, label, commentsDeclared }: TruthNote) {
  const words = { ...(title !== '' && { title }), ...(label && { label }) };
  return { id, authorId, media, commentsDeclared, saved: false, ...words };
}
