import type { LinkReading, ResolvedLink, Surface } from '../../core/types';
import { all, attribute, closest, contains, first, found, isBefore, own, parentOf, type Root } from '../dom';
import { isLiveCard } from './cards';
import { findTotals } from './root';
import * as rules from './rules';

/** Where on the page an element sits, as far as a link's surface depends on it: the surface, where it does not depend on the link. */
export interface Place {
  surface?: Surface;
  rule: string;
  commentId?: string;
}

/** `comment-69d140b8000000000903521a`; guess: the same said beside it */
export function commentIdOf(comment: Element): string | undefined {
  return /[0-9a-f]{24}$/i.exec(attribute(comment, 'id') || attribute(comment, 'data-comment-id'))?.[0];
}

/** By avatars: a name in the text of a comment is a mention. */
function countPeople(part: Element): number {
  return new Set(all(part, rules.avatar).map((image) => closest(image, rules.person))).size;
}

/**
 * By make-up alone, for pages whose names nobody knows: after the line that counts the comments, the smallest part
 * around the link that shows an avatar is a comment, if it shows one avatar only and no feed card's cover. It errs on
 * a link that stands between comments where there is only one of them.
 */
function isInShapedComment(element: Element, root: Root, totals: () => Element[]): boolean {
  if (first(root, rules.comment)) return false; // the names are known, and this is in none
  const total = totals().findLast((line) => isBefore(line, element));
  let part: Element | undefined = element;
  while (part && !first(part, rules.avatar)) part = parentOf(part);
  return !!total && !!part && !contains(part, total) && !first(part, rules.cover) && countPeople(part) === 1;
}

/** In the card of a room, or on the room's own page. */
function isInLive(element: Element): boolean {
  const card = closest(element, rules.liveBox);
  return (!!card && isLiveCard(card)) || rules.liveRoom.test(own(element, 'ownerDocument').URL);
}

/** What the page of a live room shows is the room's, also in a file, whose own address is another. */
export function inLive(link: LinkReading): LinkReading {
  return link.rule === rules.byTarget ? { ...link, surface: 'live-goods', rule: rules.byLive } : link;
}

/** @param totals the lines that count the comments; looked for once however many links ask */
export function placeOf(element: Element, root: Root, totals = () => findTotals(root)): Place {
  const comment = closest(element, rules.comment);
  if (comment) return found<Place>({ surface: 'blue-link', rule: rules.byComment, commentId: commentIdOf(comment) });
  if (closest(element, rules.userText)) return { surface: 'text-link', rule: rules.byTarget };
  if (isInLive(element)) return { surface: 'live-goods', rule: rules.byLive };
  return isInShapedComment(element, root, totals)
    ? { surface: 'blue-link', rule: rules.byShape }
    : { rule: rules.byTarget };
}

/** Contracts: outside shop, the site's own goods, its own shops; a short link or bare deep link names none of them. */
export function surfaceOf({ platform, itemId, shopId }: ResolvedLink): Surface {
  if (platform !== 'xiaohongshu') return 'ad-link';
  if (itemId !== undefined) return 'goods-card';
  return shopId === undefined ? 'ad-link' : 'shop-entry';
}
