import { contrastIn } from './colors';
import { attribute, boxOf, isA, own, parentOf } from './dom';

/** Letters smaller than this are a trick; the smallest that browsers set by themselves are 6 px high. */
const leastPx = 4;
/** Below this nobody tells the text from what is behind it. */
const leastOpacity = 0.1;
const leastContrast = 1.1;

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function cut(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

function isLarge({ left, top, right, bottom }: Box): boolean {
  return right - left >= leastPx && bottom - top >= leastPx;
}

/** `rect(0px, 0px, 0px, 0px)`, `inset(50%)`, `circle(0px)`: forms in use to hide a text from all but screen readers. */
const hidingClip = /^rect\((?:[01]px,? ?){4}\)$|^inset\((?:5\d|[6-9]\d|100)%|^circle\(0(?:px|%)?(?: |\))/;

function isClipped({ clip, clipPath, position }: CSSStyleDeclaration): boolean {
  return hidingClip.test(clipPath) || (/absolute|fixed/.test(position) && hidingClip.test(clip));
}

/**
 * Whether all that is around an element leaves something of it to see. A part that scrolls may bring it into view; what
 * is out of the flow is not cut by a part that does not hold it.
 */
function isLeft(element: Element, view: Window): boolean {
  let [box, opacity, isFree]: [Box, number, boolean] = [boxOf(element), 1, false];
  for (let part: Element | undefined = element; part; part = parentOf(part)) {
    const style = view.getComputedStyle(part);
    const isHolder: boolean = !isFree || /absolute|relative|fixed|sticky/.test(style.position);
    opacity *= Number.parseFloat(style.opacity || '1');
    if (opacity < leastOpacity || isClipped(style)) return false;
    if (part !== element && isHolder && /auto|scroll/.test(style.overflow)) box = boxOf(part);
    if (part !== element && isHolder && /hidden|clip/.test(style.overflow)) box = cut(box, boxOf(part));
    if (!isLarge(box)) return false;
    if (style.position === 'fixed') return true;
    isFree = isHolder ? style.position === 'absolute' : isFree;
  }
  return true;
}

/** Inside the page, and not beyond its right edge: pages do not scroll that way. */
function isInside({ left, right, bottom }: DOMRect, view: Window): boolean {
  return right + view.scrollX > 0 && bottom + view.scrollY > 0 && left < view.innerWidth;
}

const hidingStyle =
  /(?:^|;)\s*(?:display:\s*none|visibility:\s*hidden|(?:opacity|font-size):\s*0(?:px)?\s*(?:[;!]|$))/i;

/** What the markup itself hides, with all that is in it. */
function isMarkedHidden(element: Element): boolean {
  for (let part: Element | undefined = element; part; part = parentOf(part))
    if (isA(part, '[hidden]') || hidingStyle.test(attribute(part, 'style'))) return true;
  return false;
}

/** The window of a page that is laid out; a parsed file has none that says anything. */
function viewOf(element: Element): Window | undefined {
  const document = own(element, 'ownerDocument');
  const view = own(document, 'defaultView');
  return view && boxOf(own(document, 'documentElement')).width > 0 ? view : undefined;
}

/**
 * Whether anybody can see it: it has a box, inside the page, and no style hides it. Only a page that is laid out can tell
 * the whole of it; in a parsed file everything counts as shown that its own markup does not hide.
 */
export function isShown(element: Element): boolean {
  const view = viewOf(element);
  if (!view) return !isMarkedHidden(element);
  const isVisible = own(element, 'checkVisibility').call(element, { checkOpacity: true, checkVisibilityCSS: true });
  return isVisible && isInside(boxOf(element), view) && isLeft(element, view);
}

/** The box of the words themselves: an indent may put them outside of their element. */
function wordsOf(element: Element): DOMRect {
  const range = own(element, 'ownerDocument').createRange();
  range.selectNodeContents(element);
  const box = range.getBoundingClientRect();
  return box.width > 0 ? box : boxOf(element);
}

/** Whether the words of an element that is shown can be read, on whatever `unit` puts behind them. */
export function isLegible(element: Element, unit: Element): boolean {
  const view = viewOf(element);
  if (!view) return true;
  return isInside(wordsOf(element), view) && (contrastIn(element, unit, view) ?? leastContrast) >= leastContrast;
}
