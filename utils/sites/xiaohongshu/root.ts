import { all, attribute, closest, contains, first, parentOf, textOf } from '../dom';
import { readTotal } from './counts';
import { selectors } from './rules';

/**
 * The lines that say how many comments there are. On a page whose class names are unknown the words are looked for,
 * in leaves only: the text of an element costs all that is under it.
 */
export function findTotals(root: Document | Element): Element[] {
  const known = all(root, selectors.total);
  return known.length > 0 ? known : all(root, 'div, span, p, h2, h3').filter(isTotal);
}

function isTotal(element: Element): boolean {
  return element.childElementCount === 0 && readTotal(textOf(element)) !== undefined;
}

function hasNoteId(mask: Element, id: string | undefined): boolean {
  return id !== undefined && attribute(mask, 'note-id') === id;
}

/** The overlay, when there is one, is the open note; the page behind it may be a note too. */
function knownRoot(document: Document, id: string | undefined): Element | undefined {
  const masks = all(document, selectors.mask);
  const mask = masks.find((element) => hasNoteId(element, id)) ?? masks.at(-1);
  return (mask && (first(mask, selectors.note) ?? mask)) ?? first(document, selectors.note);
}

/** Without known names: the widest part around the last comment count that holds neither another one nor a feed card. */
function shapedRoot(document: Document): Element | undefined {
  const totals = findTotals(document);
  let root = totals.at(-1);
  for (let next = root && parentOf(root); next && !isWider(next, totals); next = parentOf(next)) root = next;
  return root;
}

function isWider(part: Element, totals: Element[]): boolean {
  return (
    totals.some((total, index) => index < totals.length - 1 && contains(part, total)) ||
    !!first(part, selectors.cardCover)
  );
}

/** The overlay still shows the note before: the address changes first. */
export function isOtherNote(root: Element, id: string): boolean {
  const mask = closest(root, '[note-id]');
  return !!mask && !['', id].includes(attribute(mask, 'note-id'));
}

/** Where the open note is read; `undefined` where no part of the page is known to be it. */
export function noteRoot(document: Document, id?: string): Element | undefined {
  return knownRoot(document, id) ?? shapedRoot(document);
}
