import { labelKindOf } from '../../core/labels';
import type { Label, Signal } from '../../core/types';
import {
  all,
  attribute,
  childCount,
  closest,
  contains,
  first,
  found,
  hasOwnWords,
  isA,
  matching,
  own,
  parentOf,
  parentsOfTexts,
  textOf,
} from '../dom';
import { isLegible, isShown } from '../sight';
import * as rules from './rules';

/** What a card or a note shows outside all words of users. */
export interface Marks {
  label: Element | undefined;
  /** Layer and rule of each sign that something is an ad. */
  signs: [Signal['layer'], string][];
  /** The author is marked as a merchant. */
  role: 'merchant' | undefined;
}

const mostChildren = 4;
const mostLevels = 3;

/** A word may be in pieces, so the parts around a short text are looked at as long as they are short themselves. */
function* shortAround(part: Element | undefined, root: Element, userWords: string): Generator<Element> {
  for (let level = 0; level < mostLevels && part && part !== root; level++) {
    const isSmall = childCount(part) <= mostChildren && !first(part, userWords);
    if (!isSmall || textOf(part).length > rules.longestMark) return;
    yield part;
    part = parentOf(part);
  }
}

/** Short texts that stand alone, `userWords` being selectors of what users wrote in `root`: what holds words of users, or is held by them, is passed over. */
function shortTexts(root: Element, userWords: string): Element[] {
  const parents = Array.from(parentsOfTexts(root, userWords, rules.longestMark));
  return [...new Set(parents.flatMap((part) => Array.from(shortAround(part, root, userWords))))];
}

/** With every word in it: a part with a box may hold nothing but words that nobody sees. */
function isSeen(part: Element, root: Element): boolean {
  return [part, ...all(part, '*')].every(
    (each) => textOf(each) === '' || (isShown(each) && (!hasOwnWords(each) || isLegible(each, root))),
  );
}

/** A word alone, without what may stand in it unread and the sign that closes it. */
function wordOf(part: Element | undefined): string {
  return textOf(part).replace(/[\s\u200b-\u200d×]/g, '');
}

/** The innermost of the first that fits; an element that nobody can see carries nothing. */
function firstShown(root: Element, parts: Element[], form: RegExp): Element | undefined {
  const fitting = parts.filter((part) => form.test(wordOf(part)) && isSeen(part, root));
  return fitting.find((part) => !fitting.some((other) => other !== part && contains(part, other)));
}

function namesAdHost(addresses: string): boolean {
  return addresses.split(/[\s,]+|url\(|["')]/i).some((url) => rules.adHosts.test(url));
}

function isAdImage(image: Element): boolean {
  return rules.mediaAttributes.some((name) => namesAdHost(attribute(image, name)));
}

/** Each costs a hundredth of a millisecond. */
const mostBackdrops = 3;

/** Some parsers have a window that knows no styles. */
type StyledWindow = Partial<Pick<Window, 'getComputedStyle'>>;

/**
 * What a style sheet puts behind the card or some parts of it is in no attribute. Whether the page is laid out is not asked:
 * that lays it out, and the card before may have just been thrown away (0.4 ms a card).
 */
function isAdBehind(card: Element): boolean {
  const view: StyledWindow | null = own(own(card, 'ownerDocument'), 'defaultView');
  const parts = [card, ...all(card, rules.backdrop).slice(0, mostBackdrops)];
  return parts.some((part) => namesAdHost(view?.getComputedStyle?.(part).backgroundImage ?? ''));
}

/** @param parts short texts of `root` that no user wrote */
function marksIn(root: Element, parts: Element[]): Marks {
  const label = firstShown(root, parts, rules.labelForm);
  const signs: Marks['signs'] = [];
  if (label) signs.push(['L3', rules.byLabel]);
  if (firstShown(root, parts, rules.buttonForm)) signs.push(['L3', rules.byButton]);
  const ofAuthor = parts.filter((part) => closest(part, rules.authorBox));
  return { label, signs, role: firstShown(root, ofAuthor, rules.merchantTag) && 'merchant' };
}

/** By structure: the widest part around the film that holds nothing else of the note. */
function filmIn(root: Element): Element | undefined {
  const isFilms = (part: Element) => part !== root && !first(part, rules.besideFilm);
  let film = first(root, rules.video);
  for (let next = film && parentOf(film); next && isFilms(next); next = parentOf(next)) film = next;
  return film;
}

export function readNoteMarks(root: Element): Marks {
  const film = filmIn(root);
  const parts = shortTexts(root, rules.wordsInNote);
  return marksIn(root, film ? parts.filter((part) => !contains(film, part)) : parts);
}

/** The same of a card, whose pictures tell as well. */
export function readCardMarks(card: Element): Marks {
  const marks = marksIn(card, shortTexts(card, rules.wordsInCard));
  if (matching(card, rules.media).some(isAdImage) || isAdBehind(card)) marks.signs.push(['L4', rules.byAdHost]);
  return marks;
}

/** The marks of a card, else of the open note. */
export function unitMarks(unit: Element): Marks {
  return isA(unit, rules.card) ? readCardMarks(unit) : readNoteMarks(unit);
}

/** Absent when none was seen, which is not "no ad". */
export function toLabel(element: Element | undefined): Label | undefined {
  const text = wordOf(element);
  return text === '' ? undefined : { text, kind: labelKindOf(text) };
}

export function toSignals(signs: Marks['signs'], where: Signal['where'], noteId: string | undefined): Signal[] {
  return signs.map(([layer, rule]) =>
    found<Signal>({ layer, rule, verified: rules.verifiedRules.includes(rule), where, noteId }),
  );
}
