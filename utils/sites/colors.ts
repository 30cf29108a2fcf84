import { all, boxOf, contains, parentOf } from './dom';

/** More transparent than this, nobody sees it on anything. */
const leastAlpha = 0.1;

type Color = [red: number, green: number, blue: number, alpha: number];

/** `rgb(255, 36, 66)`, `rgba(0, 0, 0, 0.4)`: what a browser computes; newer spaces are not read. */
function readColor(text: string): Color | undefined {
  const parts = /^rgba?\(([\d., ]+)\)$/.exec(text)?.[1]?.split(',').map(Number) ?? [];
  const [red, green, blue, alpha = 1] = parts;
  return red === undefined || green === undefined || blue === undefined ? undefined : [red, green, blue, alpha];
}

/** WCAG 2.2, relative luminance. */
function luminance([red, green, blue]: Color): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrastOf(text: Color, ground: Color): number {
  const [red, green, blue, alpha] = text;
  const mix = (over: number, under: number) => over * alpha + under * (1 - alpha);
  const shown: Color = [mix(red, ground[0]), mix(green, ground[1]), mix(blue, ground[2]), 1];
  const [light = 0, dark = 0] = [luminance(shown), luminance(ground)].sort((a, b) => b - a);
  return Math.round(((light + 0.05) / (dark + 0.05)) * 100) / 100;
}

/** How far apart two boxes are; 0 when they touch. */
export function gapBetween(a: DOMRect, b: DOMRect): number {
  const x = Math.max(0, a.left - b.right, b.left - a.right);
  const y = Math.max(0, a.top - b.bottom, b.top - a.bottom);
  return Math.round(Math.hypot(x, y));
}

/** Whatever else is drawn there may be drawn over the ground: a picture beside the label, a part with a colour. */
function isCovered(element: Element, part: Element, window: Window): boolean {
  const box = boxOf(element);
  return all(part, '*').some((other) => {
    if (contains(other, element) || contains(element, other) || gapBetween(boxOf(other), box) > 0) return false;
    const { backgroundColor, backgroundImage } = window.getComputedStyle(other);
    const isDrawn = backgroundImage !== 'none' || (readColor(backgroundColor)?.[3] ?? 1) > 0;
    return isDrawn || /^(?:img|video|canvas|picture|svg|iframe)$/.test(other.localName);
  });
}

/** The first colour behind an element that nothing shines through; none where something else may be drawn. */
function groundOf(element: Element, unit: Element, window: Window): Color | undefined {
  let isInside = true;
  for (let part: Element | undefined = element; part; part = parentOf(part)) {
    const { backgroundColor, backgroundImage } = window.getComputedStyle(part);
    const color = readColor(backgroundColor);
    if (backgroundImage !== 'none' || !color || (color[3] > 0 && color[3] < 1)) return undefined;
    const isEnd = isInside && part !== element && (color[3] === 1 || part === unit);
    if (isEnd && isCovered(element, part, window)) return undefined;
    if (color[3] === 1) return color;
    isInside &&= part !== unit;
  }
  return [255, 255, 255, 1];
}

/** WCAG ratio of a text to what is behind it; undefined where nobody can tell. */
export function contrastIn(element: Element, unit: Element, window: Window): number | undefined {
  const { color, webkitTextFillColor, backgroundClip } = window.getComputedStyle(element);
  if (backgroundClip === 'text') return undefined; // letters cut out of a picture
  const text = readColor(webkitTextFillColor || color);
  if (text && text[3] < leastAlpha) return 1; // whatever is behind it
  const ground = groundOf(element, unit, window);
  return text && ground && contrastOf(text, ground);
}
