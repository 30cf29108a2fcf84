import { all, closest, isLeaf, textOf } from '../dom';
import { buttonWords, person } from './rules';

const longestTitle = 120;

/** What the page calls the thing that `element` shows: the longest text that is no button's, no price's and no name's. */
export function titleAt(element: Element): string | undefined {
  return [element, ...all(element, '*').slice(0, 50)]
    .filter((part) => isLeaf(part) && !closest(part, person))
    .map((part) => textOf(part).replace(/\s+/g, ' ').slice(0, longestTitle))
    .filter((text) => /\p{L}/u.test(text) && !buttonWords.test(text))
    .sort((a, b) => b.length - a.length)[0];
}
