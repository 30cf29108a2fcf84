import type { LinkReading, Unread } from '../../core/types';
import { all, attribute, found, isElement, readEach, textOf } from '../dom';
import { placeOf, surfaceAt } from './places';
import { linkAttributes, words } from './rules';
import { resolveElement } from './targets';

/** Outside the open note: anchors that are no way within the site, picked by the browser, so that a feed costs next to nothing. */
const pageTargets =
  'a[href]:not([href^="/"], [href^="#"]), a[href^="//"], a[href^="/goods"], a[href^="/shop/"], a[href^="/vendor/"], area[href]';
const guesses = linkAttributes.slice(1).map((name) => `[${name}]`);
const noteTargets = `${pageTargets}, ${guesses.join(', ')}`;

const longestTitle = 120;

/** Where a link's element sits, and where what could not be read is counted. */
export interface LinkScope {
  root: Document | Element;
  unread: Unread[];
}

function hasOwnText(element: Element): boolean {
  return Array.from(element.childNodes).some((node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '');
}

/** What the page calls the product: at a card the longest text that is neither a button's nor a price's. */
function titleAt(element: Element): string | undefined {
  const parts = hasOwnText(element) ? [element] : all(element, '*').filter(hasOwnText);
  const texts = [...parts.map(textOf), attribute(element, 'title').trim(), attribute(element, 'aria-label').trim()]
    .map((text) => text.replace(/\s+/g, ' ').slice(0, longestTitle))
    .filter((text) => /\p{L}/u.test(text) && !words.button.test(text));
  return texts.sort((a, b) => b.length - a.length)[0];
}

function readLink(element: Element, root: Document | Element): LinkReading | undefined {
  const link = resolveElement(element);
  if (!link) return undefined;
  const { rule, commentId, ...place } = placeOf(element, root);
  return found<LinkReading>({
    surface: surfaceAt(place.part, link),
    link,
    commentId,
    title: titleAt(element),
    layer: 'L1',
    rule: rule.id,
    verified: rule.verified,
  });
}

function readElements(elements: Element[], { root, unread }: LinkScope): LinkReading[] {
  return readEach(
    elements,
    (element) => readLink(element, root),
    () => unread.push({ where: 'link', reason: 'shape' }),
  );
}

/** Layer L1: everything in the open note (or, without one, on the page) that leads to a shop. */
export function readLinks(scope: LinkScope): LinkReading[] {
  return readElements(all(scope.root, noteTargets), scope);
}

/** The same for parts that were just added outside the open note: one question to the browser per part, no element read in vain. */
export function readAddedLinks(added: Node[], scope: LinkScope): LinkReading[] {
  return readElements(
    added.filter(isElement).flatMap((part) => all(part, pageTargets)),
    scope,
  );
}

/** The link that a click on this path follows: its innermost anchor, or an element around it that carries a target itself. */
export function linkAt(path: EventTarget[], root: Document | Element): LinkReading | undefined {
  for (const element of path.filter(isElement)) {
    const link = readLink(element, root);
    if (link ?? isAnchor(element)) return link;
  }
  return undefined;
}

function isAnchor(element: Element): boolean {
  return element.localName === 'a' && attribute(element, 'href') !== '';
}
