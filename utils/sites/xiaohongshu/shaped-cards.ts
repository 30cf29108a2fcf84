import { all, attribute, closest, contains, parentOf } from '../dom';
import { readNoteId } from './urls';

/** What a cover leads to: a note or a live room. */
function subjectOf(anchor: Element): string | undefined {
  const href = attribute(anchor, 'href');
  return readNoteId(href) ?? (/\/livestream\//.test(href) ? href : undefined);
}

/** Every picture that leads to a note or a live room, once in a row: a card may show several of one. */
function listCovers(document: Document, note: Element | undefined): Element[] {
  const anchors = all(document, 'a[href] img').flatMap((image) => closest(image, 'a') ?? []);
  const covers = anchors.filter((anchor) => subjectOf(anchor) !== undefined && !(note && contains(note, anchor)));
  return covers.filter((cover, index) => {
    const before = covers[index - 1];
    return !before || subjectOf(before) !== subjectOf(cover);
  });
}

/**
 * By make-up alone, for pages whose names nobody knows: the widest part around a cover that holds neither the one before
 * nor the one behind. A cover without a neighbour has no such part and is taken alone.
 */
export function shapedCards(document: Document, note: Element | undefined): Element[] {
  const covers = listCovers(document, note);
  return covers.map((cover, index) => {
    const others = [covers[index - 1], covers[index + 1]].filter((other) => other !== undefined);
    let card = cover;
    for (let next = parentOf(card); next && others.length > 0; next = parentOf(next)) {
      const part = next;
      if (others.some((other) => contains(part, other))) break;
      card = part;
    }
    return card;
  });
}
