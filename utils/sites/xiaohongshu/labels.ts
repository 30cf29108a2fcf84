import type { Label } from '../../core/types';
import { all, closest, textOf } from '../dom';
import { selectors, words } from './rules';

/** The order of contracts: the law's own word, its equals, what the author declares; other words stay as they are. */
export function labelKind(text: string): Label['kind'] {
  if (text === '') return 'none';
  if (words.statutory.test(text)) return 'statutory';
  if (words.equivalent.test(text)) return 'equivalent';
  return words.declared.test(text) ? 'declared' : 'other';
}

/** A label is short and stands alone; "广告" in a sentence of the author's is not one. */
const longestLabel = 6;

function isLabel(text: string): boolean {
  return text !== '' && text.length <= longestLabel && labelKind(text) !== 'other';
}

/** The ad or cooperation label shown in `root` outside all words of users; absent when none was seen, which is not "no ad". */
export function readLabel(root: Element, userText: string): Label | undefined {
  const text = all(root, selectors.labelPart)
    .filter((part) => part.childElementCount === 0)
    .map((part) => (isLabel(textOf(part)) && !closest(part, userText) ? textOf(part) : ''))
    .find((label) => label !== '');
  return text === undefined ? undefined : { text, kind: labelKind(text) };
}
