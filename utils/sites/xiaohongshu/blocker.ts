import { all, isA, own, textOf } from '../dom';
import * as rules from './rules';

/** A virtual list keeps some twenty cards. */
const mostLooked = 60;

/** Blockers hide by a style sheet of the browser's, or by a style that must win; a page's own style on its card is neither. */
function isHiddenByPage(card: HTMLElement): boolean {
  return isA(card, rules.hidden) && own(card, 'style').getPropertyPriority('display') === '';
}

/**
 * Whether ads are hidden from the person, as far as it shows on a page that nobody touches: the site's own bait is not
 * laid out, the site says so itself, or a card of a list is hidden by other hands than the page's. What is thrown away
 * leaves no sign, so `false` is "no sign".
 * @returns undefined where there is nothing to tell it by
 */
export function seeBlocker(window: Window): boolean | undefined {
  const { document } = window;
  const isGone = (element: Element) => window.getComputedStyle(element).display === 'none';
  const baits = all(document, rules.bait);
  const cards = all(document, rules.card).slice(0, mostLooked) as HTMLElement[];
  const notices = all(document, rules.blockerNotice).filter((each) => rules.blockerWords.test(textOf(each)));
  if (baits.length + cards.length + notices.length === 0) return undefined;
  if (baits.some(isGone) || !notices.every(isGone)) return true;
  return cards.some((card) => isGone(card) && !isHiddenByPage(card));
}
