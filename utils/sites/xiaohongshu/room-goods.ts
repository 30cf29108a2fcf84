import type { CardReading, Unread } from '../../core/types';
import { closest, found, readEach } from '../dom';
import type { PagePlace, UnitFinder } from '../reader';
import { linkedElements, readLinks } from './links';
import { inLive } from './places';
import * as rules from './rules';
import { resolveElement } from './targets';
import { titleAt } from './titles';
import { toUnitLinks } from './unit-links';

/** A card carries its goods itself, and words of users sell nothing of the room's. */
const noGoods = `${rules.card}, ${rules.userText}, ${rules.comment}`;

export function isRoom({ kind, part }: PagePlace): boolean {
  return kind === 'live' && part !== 'list';
}

export function isGoods(element: Element): boolean {
  return !closest(element, noGoods) && resolveElement(element) !== undefined;
}

/** Where it leads says which it is: what is explained at the moment stands in the list as well. */
function keyOf(element: Element): string {
  const link = resolveElement(element);
  return link ? `goods:${link.platform}:${link.key}`.slice(0, 100) : '';
}

/** Of an opaque link nobody knows yet that it leads to goods. */
function kindOf(element: Element): 'product' | 'other' {
  return resolveElement(element)?.itemKey === undefined ? 'other' : 'product';
}

/**
 * What a live room sells. No capture shows one, so no name is asked of it: each element that leads to a shop is one of its
 * goods, and a thing that several of them lead to is one.
 */
export function listGoods(document: Document): Element[] {
  const known = new Set<string>();
  return linkedElements(document).filter((element) => isGoods(element) && known.size < known.add(keyOf(element)).size);
}

export function readGoods(document: Document, unread: Unread[]): CardReading[] {
  return readEach(listGoods(document), unread, (element, position) =>
    found<CardReading>({ position, kind: kindOf(element), title: titleAt(element) }),
  );
}

/** @param placeOf where it stands among the goods of the room */
export function goodsUnits(placeOf: (element: Element) => number): UnitFinder {
  return {
    root: undefined,
    find: (part) => linkedElements(part).filter(isGoods),
    keyOf,
    listed: () => undefined,
    read: (element) => ({
      key: keyOf(element),
      kind: kindOf(element),
      position: placeOf(element),
      authorRole: 'unknown',
      surfaces: ['live-goods'],
      links: toUnitLinks(readLinks(element, []).slice(0, 1).map(inLive)),
    }),
  };
}
