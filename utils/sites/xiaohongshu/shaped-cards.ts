import { all, attribute, closest, contains, first, isBefore, parentOf } from '../dom';
import * as rules from './rules';
import { readNoteId } from './urls';

/** What a cover leads to: a note or a live room. */
function subjectOf(anchor: Element): string | undefined {
  const href = attribute(anchor, 'href');
  return readNoteId(href) ?? (/\/livestream\//.test(href) ? href : undefined);
}

/** Every picture that leads to a note or a live room, once in a row: a card may show several of one. */
function listCovers(document: Document, isOutside: (cover: Element) => boolean): Element[] {
  const anchors = all(document, 'a[href] img').flatMap((image) => closest(image, 'a') ?? []);
  const covers = anchors.filter((anchor) => subjectOf(anchor) !== undefined && isOutside(anchor));
  return covers.filter((cover, index) => {
    const before = covers[index - 1];
    return !before || subjectOf(before) !== subjectOf(cover);
  });
}

/**
 * By make-up alone, for cards whose names nobody knows: the widest part around a cover that holds neither the one before
 * nor the one behind, nor the open note, nor a card that is known. A cover that stands alone has no such part.
 */
function shapedCards(covers: Element[], isList: boolean, note: Element | undefined): Element[] {
  return covers.map((cover, index) => {
    const others = [covers[index - 1], covers[index + 1], note].filter((other) => other !== undefined);
    let card = cover;
    for (let next = parentOf(card); next && (isList || others.length > 0); next = parentOf(next)) {
      const part = next;
      if (others.some((other) => contains(part, other)) || first(part, rules.card)) break;
      card = part;
    }
    return card;
  });
}

/** A search's answer by machine shows notes that are no cards of its list. */
const noCard = `${rules.card}, ${rules.ai}, ${rules.query}`;

/** All cards in the order of the page: the known ones and, between them, those that only their make-up tells. */
export function withShapedCards(document: Document, known: Element[], note: Element | undefined): Element[] {
  const isOutside = (part: Element) => !(note && contains(note, part));
  const covers = listCovers(document, (cover) => isOutside(cover) && !closest(cover, noCard));
  const shaped = shapedCards(covers, known.length > 0, note);
  if (shaped.length === 0) return known;
  return [...known, ...shaped].sort((one, other) => (isBefore(one, other) ? -1 : 1));
}
