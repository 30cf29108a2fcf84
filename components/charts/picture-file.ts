import { type KeyEntry, keyRowPx, layKey } from './picture-key';
import { linesWithin } from './text-width';

/** What a saved picture says above itself: away from the page nobody would know what it shows. */
export interface Caption {
  title: string;
  /** Unit and n. */
  facts: string;
  /** What its colours stand for. */
  key?: readonly KeyEntry[] | undefined;
  /** What is marked in it by a number. */
  dates?: readonly string[] | undefined;
  /** What its numbers rest on; below the picture, in as many lines as it takes. */
  foot?: string | undefined;
}

const svgSpace = 'http://www.w3.org/2000/svg';
const headPx = 56;
const edgePx = 16;
const footLinePx = 15;

/** What a file must carry along, since it leaves the style sheets behind. */
const carried = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'text-anchor', 'dominant-baseline'];
const carriedText = ['font-family', 'font-size', 'font-weight'];

/** A drawing as a file of its own: with its caption, its ground, and the colours of the theme it was seen in. */
export function svgFile(svg: SVGSVGElement, caption: Caption): string {
  const { width, height } = sizeOf(svg);
  const size = sheetOf({ width, height }, caption);
  const file = frame(size.width, size.height, caption);
  const copy = withStyles(svg);
  copy.setAttribute('x', String(edgePx));
  copy.setAttribute('y', String(headPx));
  file.append(copy);
  return new XMLSerializer().serializeToString(file);
}

/** The same as pixels, twice as fine as a plain screen shows. */
export async function svgToPng(svg: SVGSVGElement, caption: Caption): Promise<Blob> {
  const { width, height } = sizeOf(svg);
  const size = sheetOf({ width, height }, caption);
  const image = await loadImage(svgFile(svg, caption));
  return paint(size, 2, (context) => context.drawImage(image, 0, 0, size.width, size.height));
}

/** A painting with its caption. */
export async function canvasToPng(canvas: HTMLCanvasElement, caption: Caption): Promise<Blob> {
  // Not by its box on screen: it has none while the table is shown in its place.
  const scale = Math.max(1, window.devicePixelRatio);
  const { width, height } = { width: canvas.width / scale, height: canvas.height / scale };
  const size = sheetOf({ width, height }, caption);
  const head = await loadImage(new XMLSerializer().serializeToString(frame(size.width, size.height, caption)));
  return paint(size, scale, (context) => {
    context.drawImage(head, 0, 0, size.width, size.height);
    context.drawImage(canvas, edgePx, headPx, width, height);
  });
}

function sizeOf(svg: SVGSVGElement): { width: number; height: number } {
  return { width: Number(svg.getAttribute('width')), height: Number(svg.getAttribute('height')) };
}

function footLines({ dates = [], foot = '' }: Caption, width: number): string[] {
  return [...dates, foot].flatMap((text) => (text === '' ? [] : linesWithin(text, width)));
}

function keyHeight({ key = [] }: Caption, width: number): number {
  const last = layKey(key, width).at(-1);
  return last ? (last.row + 1) * keyRowPx : 0;
}

/** A picture with its edges, its head, its key and its foot. */
function sheetOf({ width, height }: { width: number; height: number }, caption: Caption) {
  const foot = footLines(caption, width).length * footLinePx;
  return { width: width + 2 * edgePx, height: height + headPx + edgePx + keyHeight(caption, width) + foot };
}

/** The empty sheet: ground, title, unit and n, the key, and the foot. */
function frame(width: number, height: number, caption: Caption): SVGSVGElement {
  const { title, facts } = caption;
  const foot = footLines(caption, width - 2 * edgePx);
  const sheet = element('svg', { width, height, viewBox: `0 0 ${String(width)} ${String(height)}` });
  const style = getComputedStyle(document.body);
  const text = (words: string, look: { x?: number; y: number; size: number; fill: string; weight: number }) => {
    const { x = edgePx, y, size, fill, weight } = look;
    const line = { x, y, fill, 'font-family': style.fontFamily, 'font-size': size, 'font-weight': weight };
    const place = element('text', line);
    place.textContent = words;
    return place;
  };
  const keyY = height - edgePx - foot.length * footLinePx - keyHeight(caption, width - 2 * edgePx);
  const key = layKey(caption.key ?? [], width - 2 * edgePx).flatMap(({ name, mark, x, row, nameX }) => {
    const y = keyY + row * keyRowPx + keyRowPx / 2;
    const words = { x: edgePx + nameX, y: y + 4, size: 12, fill: tokenOf('--text-soft'), weight: 400 };
    return [drawnMark(mark, edgePx + x, y), text(name, words)];
  });
  sheet.append(
    element('rect', { width, height, fill: tokenOf('--surface') }),
    text(title, { y: 24, size: 15, fill: tokenOf('--text'), weight: 600 }),
    text(facts, { y: 44, size: 12, fill: tokenOf('--text-soft'), weight: 400 }),
    ...key,
    ...foot.map((line, place) => {
      const y = height - edgePx / 2 - (foot.length - 1 - place) * footLinePx;
      return text(line, { y, size: 11, fill: tokenOf('--text-soft'), weight: 400 });
    }),
  );
  return sheet;
}

/** @param middle of its height */
function drawnMark(mark: Element, x: number, middle: number): Element {
  if (mark instanceof SVGSVGElement) {
    const copy = withStyles(mark);
    copy.setAttribute('x', String(x));
    copy.setAttribute('y', String(middle - sizeOf(mark).height / 2));
    return copy;
  }
  const { width, height, backgroundColor } = getComputedStyle(mark);
  const [wide, high] = [width, height].map((size) => Number.parseFloat(size) || 0) as [number, number];
  return element('rect', { x, y: middle - high / 2, width: wide, height: high, rx: 2, fill: backgroundColor });
}

function element<K extends keyof SVGElementTagNameMap>(name: K, attributes: Record<string, string | number>) {
  const made = document.createElementNS(svgSpace, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  return made;
}

/** A colour of the theme, as it stands now. */
export function tokenOf(name: `--${string}`): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function withStyles(svg: SVGSVGElement): SVGSVGElement {
  const copy = document.importNode(svg, true);
  const copies = copy.querySelectorAll('*');
  svg.querySelectorAll('*').forEach((seen, place) => {
    const style = getComputedStyle(seen);
    const names = seen.localName === 'text' || seen.localName === 'tspan' ? [...carried, ...carriedText] : carried;
    for (const name of names) {
      const value = style.getPropertyValue(name);
      if (value) copies[place]?.setAttribute(name, value);
    }
    copies[place]?.removeAttribute('class');
  });
  return copy;
}

/** By a data address: the pages' policy lets pictures come from nowhere else. */
async function loadImage(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

interface Size {
  width: number;
  height: number;
}

async function paint({ width, height }: Size, scale: number, draw: (on: CanvasRenderingContext2D) => void) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas');
  context.scale(scale, scale);
  draw(context);
  return new Promise<Blob>((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no picture'))), 'image/png');
  });
}
