import type { LinkReading, Unread } from '../../core/types';
import { all, attribute, found, isElement, isLeaf, readEach, textOf, type Root } from '../dom';
import { placeOf, surfaceOf } from './places';
import { findTotals, noteRoot } from './root';
import { buttonWords, linkAttributes, verifiedRules } from './rules';
import { resolveElement } from './targets';

// A thread is full of anchors to people: the browser passes over them faster than we can.
const targets = `a[href]:not([href^="/user/"]), area[href], ${linkAttributes
  .slice(1)
  .map((name) => `[${name}]`)
  .join(', ')}`;

const longestTitle = 120;

/** A note with its whole thread has a few hundred anchors; what is beyond is counted as unread. */
const mostTargets = 1_000;

/** What the page calls the product: at a card the longest text that is neither a button's nor a price's. */
function titleAt(element: Element): string | undefined {
  return [element, ...all(element, '*').slice(0, 50)]
    .filter(isLeaf)
    .map((part) => textOf(part).replace(/\s+/g, ' ').slice(0, longestTitle))
    .filter((text) => /\p{L}/u.test(text) && !buttonWords.test(text))
    .sort((a, b) => b.length - a.length)[0];
}

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

/** Layer L1: everything in `root` that leads to a shop. */
export function readLinks(root: Root, unread: Unread[]): LinkReading[] {
  const elements = all(root, targets);
  if (elements.length > mostTargets) unread.push({ where: 'links', reason: 'shape' });
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
