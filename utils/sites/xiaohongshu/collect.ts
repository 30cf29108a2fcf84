import { all, attribute, closest, isElement, type Root } from '../dom';
import { noteRoot } from './root';
import * as rules from './rules';

/** The name of the drawing that a `use` shows; in a saved page the page's address may stand before it. */
export function iconOf(use: Element): string {
  return (attribute(use, 'xlink:href') || attribute(use, 'href')).replace(/^[^#]+/, '');
}

/** 0 not saved, 1 saved, -1 another button's icon. */
function collectIcon(use: Element): number {
  return rules.collectIcons.indexOf(iconOf(use));
}

/** Is the note collected 收藏: what the icon of the button says, `undefined` without button. */
export function readIcon(root: Root): boolean | undefined {
  const wrappers = all(root, rules.collect);
  const icons = (wrappers.length > 0 ? wrappers : [root]).flatMap((place) => all(place, 'use')).map(collectIcon);
  const state = icons.find((icon) => icon >= 0);
  return state === undefined ? undefined : state > 0;
}

/** The button of the open note, not that of a note behind it. */
export function readCollected(document: Document, noteId?: string): boolean | undefined {
  return readIcon(noteRoot(document, noteId) ?? document);
}

/**
 * Does a click on this path hit the collect button; the id is there where the overlay tells it. The smallest part of the
 * path that holds icons decides: the bar around it holds the other buttons as well.
 */
export function collectTarget(path: EventTarget[]): { noteId?: string } | undefined {
  const [button, icons] =
    path
      .filter(isElement)
      .map((part) => [part, all(part, 'use')] as const)
      .find(([, uses]) => uses.length > 0) ?? [];
  if (!button || icons?.length !== 1 || !icons.some((use) => collectIcon(use) >= 0)) return undefined;
  const mask = closest(button, rules.mask);
  const noteId = mask && attribute(mask, 'note-id');
  return noteId ? { noteId } : {};
}
