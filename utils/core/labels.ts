import type { Label } from './types';

type LabelKind = Exclude<Label['kind'], 'unknown'>;

/**
 * In this order, on trimmed text. Law: 互联网广告管理办法 art. 9 asks for the literal 广告; the rest is kept apart. The same
 * words in the other script are the same words.
 */
const kinds: readonly [LabelKind, RegExp][] = [
  ['statutory', /[广廣]告/],
  ['equivalent', /[赞贊]助|推[广廣]|Sponsored/i],
  ['declared', /品牌合作|利益相[关關]/],
  ['none', /^$/],
];

/** Each of the words above that a label may hold. */
export const labelWords = /广告|廣告|赞助|贊助|推广|推廣|Sponsored|品牌合作|利益相[关關]/gi;

export function labelKindOf(text: string): LabelKind {
  return kinds.find(([, form]) => form.test(text.trim()))?.[0] ?? 'other';
}
