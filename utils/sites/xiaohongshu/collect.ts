import { all, attribute, closest, isElement } from '../dom';
import { collectIcons, selectors } from './rules';

function collectIcon(use: Element): boolean | undefined {
  return collectIcons[attribute(use, 'xlink:href') || attribute(use, 'href')];
}

/** Is the note collected 收藏: what the icon of the button in `root` says, `undefined` without button. */
export function readCollected(root: Document | Element): boolean | undefined {
  const wrappers = all(root, selectors.collect);
  const icons = (wrappers.length > 0 ? wrappers : [root]).flatMap((place) => all(place, 'use'));
  return icons.map(collectIcon).find((saved) => saved !== undefined);
}

/** The smallest part of the path that holds icons decides: the bar around it holds the other buttons as well. */
function hitsCollect(path: Element[]): Element | undefined {
  const part = path.find((element) => all(element, 'use').length > 0);
  const icons = part ? all(part, 'use') : [];
  return icons.length === 1 && icons.some((use) => collectIcon(use) !== undefined) ? part : undefined;
}

/** Does a click on this path hit the collect button; the id is there where the overlay tells it. */
export function collectTarget(path: EventTarget[]): { noteId?: string } | undefined {
  const button = hitsCollect(path.filter(isElement).slice(0, 8));
  if (!button) return undefined;
  const mask = closest(button, '[note-id]');
  const noteId = mask && attribute(mask, 'note-id');
  return noteId ? { noteId } : {};
}
