import { all, attribute, closest, contains, first, isElement, isLeaf, parentOf, textOf, type Root } from '../dom';
import { readTotal } from './counts';
import * as rules from './rules';

/** The line stands before the comments, and a list behind the note keeps a few hundred texts. */
const mostTexts = 10_000;

/**
 * The lines that say how many comments there are. On a page whose class names are unknown the words are looked for, in
 * leaves only: the text of an element costs all that is under it.
 */
export function findTotals(root: Root): Element[] {
  const known = all(root, rules.total);
  return known.length > 0 ? known : all(root, rules.shortText).slice(0, mostTexts).filter(isTotal);
}

function isTotal(element: Element): boolean {
  return isLeaf(element) && readTotal(textOf(element)) !== undefined;
}

/** The overlay, when there is one, is the open note; the page behind it may be a note too. */
function knownRoot(document: Document, id: string | undefined): Element | undefined {
  const named = all(document, rules.overlay);
  const masks = named.length > 0 ? named : all(document, rules.mask);
  const mask = masks.find((element) => attribute(element, 'note-id') === id) ?? masks.at(-1);
  return first(mask ?? document, rules.container) ?? mask;
}

/**
 * Without known names: the widest part around the last comment count, else around the note's own words, that holds
 * neither another count nor a feed card.
 */
function shapedRoot(document: Document): Element | undefined {
  const totals = findTotals(document).filter((total) => !closest(total, rules.card));
  let root = totals.pop() ?? first(document, rules.userText);
  const isWider = (part: Element) => totals.some((total) => contains(part, total)) || first(part, rules.cover);
  for (let next = root; next && !isWider(next); next = parentOf(next)) root = next;
  return root;
}

/** Where the open note is read; `undefined` where no part of the page is known to be it. */
export function noteRoot(document: Document, id?: string): Element | undefined {
  return knownRoot(document, id) ?? shapedRoot(document);
}

/** See `SiteReader.noteAt`. */
export function noteAt(path: EventTarget[], document: Document, noteId: string | undefined): string | boolean {
  const target = path.find(isElement);
  if (!target) return false;
  const mask = closest(target, rules.mask);
  const named = mask && attribute(mask, 'note-id');
  if (named) return named;
  // Under a list's address only a note whose name is known can be told from the list.
  const root = noteId === undefined ? knownRoot(document, noteId) : noteRoot(document, noteId);
  if (!root) return noteId !== undefined && !isListStill(document);
  return contains(root, target) && !(noteId !== undefined && isOtherNote(root, noteId));
}

const inList = `${rules.card}, ${rules.cover}`;

/**
 * The address changes first: where no part is known to be the note, and the cards of a list are there, it is still the
 * list that one sees.
 */
export function isListStill(document: Document): boolean {
  return !!first(document, inList);
}

/** The address changes first: for a moment the overlay still shows the note before. */
export function isOtherNote(root: Element, id: string): boolean {
  const mask = closest(root, rules.mask);
  return !!mask && !['', id].includes(attribute(mask, 'note-id'));
}
