import { attribute, closest, contains, first, isBefore, matching, parentOf, type Root } from '../dom';
import * as rules from './rules';
import { readNoteId } from './urls';

/** What is counted by its name. An answer by machine and 大家都在搜 may stand among cards with no card around them. */
export const named = `${rules.card}, ${rules.ai}, ${rules.query}`;

/** The same without frames around cards. */
export const alone = `${rules.card}, :is(${rules.ai}, ${rules.query}):not(:has(${rules.card}))`;

/** What a cover leads to: a note or a live room. */
function subjectOf(anchor: Element): string | undefined {
  const href = attribute(anchor, 'href');
  return readNoteId(href) ?? (/\/livestream\//.test(href) ? href : undefined);
}

/**
 * At or under `root`: every picture that leads to a note or a live room, once in a row: a card may show several of one. An
 * anchor around a known card is that card's.
 */
function listCovers(root: Root, isOutside: (cover: Element) => boolean): Element[] {
  const anchors = matching(root, 'a[href] img').flatMap((image) => closest(image, 'a') ?? []);
  const isCover = (anchor: Element) => subjectOf(anchor) !== undefined && !first(anchor, rules.card);
  const covers = anchors.filter((anchor) => isCover(anchor) && isOutside(anchor));
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

/**
 * All cards in the order of the page: the known ones and, between them, those that only their make-up tells. A search's
 * answer by machine shows notes that are no cards of its list.
 */
export function withShapedCards(document: Document, known: Element[], note: Element | undefined): Element[] {
  const isOutside = (part: Element) => !(note && contains(note, part));
  const covers = listCovers(document, (cover) => isOutside(cover) && !closest(cover, named));
  const shaped = shapedCards(covers, known.length > 0, note);
  if (shaped.length === 0) return known;
  return [...known, ...shaped].sort((one, other) => (isBefore(one, other) ? -1 : 1));
}

/** A card is not made deeper than this around its cover. */
const mostLevels = 8;

/** What is said to be no card's, whatever it shows. */
const noOdd = `${named}, ${rules.userText}, ${rules.comment}, ${rules.bait}`;

/** What a part around a cover holds beside it: known cards, the open note or other subjects, or nothing else. */
type Beside = 'cards' | 'others' | 'nothing';

/** Looks through each part once, however many covers stand in it. */
function besideCovers(note: Element | undefined): (around: Element) => Beside {
  const known = new Map<Element, Beside>();
  const look = (around: Element): Beside => {
    if (first(around, rules.card)) return 'cards';
    if (note && contains(around, note)) return 'others';
    return new Set(listCovers(around, () => true).map(subjectOf)).size > 1 ? 'others' : 'nothing';
  };
  return (around) => {
    const beside = known.get(around) ?? look(around);
    known.set(around, beside);
    return beside;
  };
}

/** The part around a cover that stands among known cards; undefined where there are none, or where it shows others too. */
function oddAround(cover: Element, besideIn: (around: Element) => Beside): Element | undefined {
  let odd = cover;
  for (let level = 0; level < mostLevels; level++) {
    const around = parentOf(odd);
    const beside = around && besideIn(around);
    if (!around || beside === 'others') return undefined;
    if (beside === 'cards') return odd;
    odd = around;
  }
  return undefined;
}

/**
 * At or under `part`: cards that no rule names, among others that are known. Cheaper than looking through the whole page,
 * which is asked for all that is added.
 */
export function listOdd(part: Root, note: Element | undefined): Element[] {
  const isOutside = (cover: Element) => !closest(cover, noOdd) && !(note && contains(note, cover));
  const besideIn = besideCovers(note);
  return [...new Set(listCovers(part, isOutside).flatMap((cover) => oddAround(cover, besideIn) ?? []))];
}
