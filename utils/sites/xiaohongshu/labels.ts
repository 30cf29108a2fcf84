import type { Label } from '../../core/types';
import { all, closest, first, textOf } from '../dom';
import * as rules from './rules';

/** A label is short and stands alone: 广告 in a sentence of the author's is not one. */
const longestLabel = 6;

export function labelKind(text: string): Label['kind'] {
  return rules.labelWords.find(([, form]) => form.test(text))?.[0] ?? (text === '' ? 'none' : 'other');
}

function isLabel(part: Element): boolean {
  const text = textOf(part);
  if (text.length > longestLabel || ['none', 'other'].includes(labelKind(text))) return false;
  return !closest(part, rules.noLabel) && !first(part, rules.noLabel);
}

// A note is read again with every change of its page, and most changes are not the note's.
const known = new WeakMap<Element, { says: string; label: Label | undefined }>();

/** The ad or cooperation label that `root` shows outside all words of users; absent when none was seen, which is not "no ad". */
export function readLabel(root: Element): Label | undefined {
  const says = textOf(root);
  const before = known.get(root);
  if (before?.says === says) return before.label;
  const label = findLabel(root);
  known.set(root, { says, label });
  return label;
}

function findLabel(root: Element): Label | undefined {
  const text = textOf(all(root, rules.shortText).find(isLabel));
  return text === '' ? undefined : { text, kind: labelKind(text) };
}
