import type { ClickWay } from '../core/events';

/** Two events of one gesture come this close together; a second look at the same link takes longer. */
const oneGestureMs = 2_000;

/** Enter on a link is a trusted click that no pointer made. Its `detail` is 0 in Chromium alone (Firefox 153 says 1). */
function isByKeyboard(event: MouseEvent): boolean {
  return event.detail === 0 || ('pointerType' in event && event.pointerType === '');
}

/** How the person followed a link. Shift and Meta open elsewhere as Ctrl does. */
export function readWay(event: MouseEvent): ClickWay {
  if (event.type === 'auxclick') return 'middle';
  if (event.ctrlKey || event.metaKey || event.shiftKey) return 'ctrl';
  if (isByKeyboard(event)) return 'keyboard';
  const isNewTab = (part: EventTarget) =>
    part instanceof Element && part.localName === 'a' && part.getAttribute('target') === '_blank';
  return event.composedPath().some(isNewTab) ? 'new-tab' : 'same-tab';
}

/** A click by the person's own hand: pages can forge events, not `isTrusted`. The middle button never fires `click`. */
export function isFollowing(event: MouseEvent): boolean {
  return event.isTrusted && (event.type === 'click' || (event.type === 'auxclick' && event.button === 1));
}

/** Remembers the last link followed, to drop the second event of one gesture. A clock that was put back drops nothing. */
export function gestureFilter(now: () => number): (visit: string, key: string) => boolean {
  let last = { visit: '', key: '', at: 0 };
  return (visit, key) => {
    const at = now();
    const isSame = last.visit === visit && last.key === key && Math.abs(at - last.at) < oneGestureMs;
    if (!isSame) last = { visit, key, at };
    return !isSame;
  };
}
