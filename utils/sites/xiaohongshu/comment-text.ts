import { all, childCount, hasOwnWords, isA, isLeaf, textOf, textWithout } from '../dom';
import * as rules from './rules';

/** A comment has a few mentions and faces in it; one of more parts was made to keep us busy. */
const mostParts = 100;

/** A word by itself, which may have an icon. */
export function isWord(part: Element): boolean {
  return isLeaf(part) || (childCount(part) === 1 && hasOwnWords(part));
}

export function inOneScript(text: string): string {
  const [from, to] = rules.scripts;
  return text.replace(/\p{Script=Han}/gu, (letter) => to.charAt(from.indexOf(letter)) || letter);
}

const siteWords = [
  ...[rules.labelForm, rules.buttonForm],
  ...[rules.authorTag, rules.merchantTag, rules.pinnedTag, rules.buyerTag],
];

/** Who writes makes no elements: a label's or a tag's word that has one to itself is the site's. */
function isSiteWord(part: Element): boolean {
  return isWord(part) && siteWords.some((form) => form.test(textOf(part)));
}

/**
 * What the person wrote, without buttons and without the site's own labels and tags among it. A text that is nothing but
 * such a word is the person's.
 */
export function commentTextIn(part: Element | undefined): string {
  const parts = part && !isLeaf(part) ? all(part, '*') : [];
  if (!part || parts.length === 0 || parts.length > mostParts) return textOf(part);
  const buttons = parts.filter((each) => isA(each, rules.ownButton));
  const written = textWithout(part, buttons);
  return textWithout(part, [...buttons, ...parts.filter(isSiteWord)]) || written;
}
