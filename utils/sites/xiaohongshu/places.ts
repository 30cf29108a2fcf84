import type { ResolvedLink, Surface } from '../../core/types';
import { all, attribute, closest, contains, first, found, isBefore, parentOf } from '../dom';
import { findTotals } from './root';
import { linkRules, selectors, type Rule } from './rules';
import { readUserId } from './urls';

/** Where on the page an element sits, as far as a link's surface depends on it. */
export interface Place {
  part: 'comment' | 'live' | 'text' | 'page';
  rule: Rule;
  commentId?: string;
}

/** `comment-69d140b8000000000903521a` */
export function commentIdOf(comment: Element): string | undefined {
  return /[0-9a-f]{24}$/i.exec(attribute(comment, 'id'))?.[0];
}

function commentPlace(comment: Element, rule: Rule): Place {
  return found<Place>({ part: 'comment', rule, commentId: commentIdOf(comment) });
}

/**
 * By make-up alone, for pages whose names nobody knows: after the line that counts the comments, the smallest part
 * around the link that shows an avatar is a comment, if it shows one person only and no feed card's cover.
 */
function shapedPlace(element: Element, root: Document | Element): Place | undefined {
  const total = findTotals(root).findLast((line) => isBefore(line, element));
  if (!total) return undefined;
  let part: Element | undefined = element;
  while (part && !first(part, selectors.avatar)) part = parentOf(part);
  if (!part || contains(part, total) || first(part, selectors.cardCover)) return undefined;
  return countPeople(part) === 1 ? commentPlace(part, linkRules.commentShape) : undefined;
}

/** By avatars: a name in the text of a comment is a mention. */
function countPeople(part: Element): number {
  const anchors = all(part, selectors.avatar).map((image) => closest(image, selectors.person));
  return new Set(anchors.map((person) => person && readUserId(attribute(person, 'href')))).size;
}

export function placeOf(element: Element, root: Document | Element): Place {
  const comment = closest(element, selectors.comment);
  if (comment) return commentPlace(comment, linkRules.comment);
  if (closest(element, selectors.userText)) return { part: 'text', rule: linkRules.target };
  if (inLiveCard(element)) return { part: 'live', rule: linkRules.live };
  return shapedPlace(element, root) ?? { part: 'page', rule: linkRules.target };
}

function inLiveCard(element: Element): boolean {
  const card = closest(element, selectors.liveBox);
  return !!card && !!first(card, selectors.liveCard);
}

const surfaceOfPart = { comment: 'blue-link', live: 'live-goods', text: 'text-link' } as const;

/** Contracts: outside shop, the site's own goods, its own shops; a short link or bare deep link names none of them. */
export function surfaceAt(part: Place['part'], link: ResolvedLink): Surface {
  if (part !== 'page') return surfaceOfPart[part];
  if (link.platform !== 'xiaohongshu') return 'ad-link';
  if (link.itemId !== undefined) return 'goods-card';
  return link.shopId === undefined ? 'ad-link' : 'shop-entry';
}
