import type { LinkReading, Unread } from '../../core/types';
import { attribute, found, isElement, matching, readEach, type Root } from '../dom';
import { badShape } from '../unread';
import { placeOf, surfaceOf } from './places';
import { findTotals, noteRoot } from './root';
import { linkAttributes, verifiedRules } from './rules';
import { resolveElement } from './targets';
import { titleAt } from './titles';

// A thread is full of anchors to people: the browser passes over them faster than we can.
const targets = `a[href]:not([href^="/user/"]), area[href], ${linkAttributes
  .slice(1)
  .map((name) => `[${name}]`)
  .join(', ')}`;

/** A note with its whole thread has a few hundred anchors; what is beyond is counted as unread. */
const mostTargets = 1_000;

function readLink(element: Element, root: Root, totals?: () => Element[]): LinkReading | undefined {
  const link = resolveElement(element);
  if (!link) return undefined;
  const { surface = surfaceOf(link), rule, commentId } = placeOf(element, root, totals);
  const title = titleAt(element);
  return found<LinkReading>({
    surface,
    link,
    commentId,
    title,
    layer: 'L1',
    rule,
    verified: verifiedRules.includes(rule),
  });
}

/** What in `root` leads to a shop; a card may be an anchor as a whole. */
export function linkedElements(root: Root): Element[] {
  return matching(root, targets).slice(0, mostTargets).filter(resolveElement);
}

/** Layer L1: everything in `root` that leads to a shop. */
export function readLinks(root: Root, unread: Unread[]): LinkReading[] {
  const elements = matching(root, targets);
  if (elements.length > mostTargets) unread.push(badShape('links'));
  let known: Element[] | undefined;
  const totals = () => (known ??= findTotals(root));
  return readEach(elements.slice(0, mostTargets), unread, (element) => readLink(element, root, totals));
}

/** The link that a click on this path follows: its innermost anchor, or an element around it that carries a target itself. */
export function linkAt(path: EventTarget[], document: Document): LinkReading | undefined {
  const root = noteRoot(document) ?? document;
  for (const element of path.filter(isElement)) {
    const link = readLink(element, root);
    if (link ?? (element.localName === 'a' && attribute(element, 'href'))) return link;
  }
  return undefined;
}
