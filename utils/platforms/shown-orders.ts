import { readStatus } from '../core/status';
import type { Purchase } from '../core/types';

/** More than any list of orders has: what lies beyond is not looked through. */
const nodesAtMost = 50_000;

/** No row of a list holds more text; a larger part of the page holds other orders too. */
const rowAtMost = 3_000;

/** A shorter title stands by chance in many a row. */
const shortestTitle = 4;

/** A status is a word or two; a sentence may name one that is not the order's. */
const longestStatus = 12;

const unseen = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT']);

interface PageWords {
  /** Texts and the elements they stand in. */
  texts: [text: string, element: Element][];
  /** All texts and values of attributes, one in each line. */
  all: string;
}

/** What the page shows, scripts left out: what they hold is the page's data, and may be anything. */
function readWords(document: Document): PageWords {
  const accept = (node: Node) => (unseen.has(node.nodeName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, accept);
  const texts: PageWords['texts'] = [];
  const lines: string[] = [];
  for (let seen = 0; seen < nodesAtMost && walker.nextNode(); seen += 1) {
    const node = walker.currentNode;
    if (node instanceof Element) lines.push(...attributesOf(node));
    const { nodeValue: text, parentElement } = node;
    if (!text?.trim() || !parentElement) continue;
    texts.push([text, parentElement]);
    lines.push(text);
  }
  return { texts, all: lines.join('\n') };
}

/** Not `element.attributes`: a form's input of that name would stand in its place. */
function attributesOf(element: Element): string[] {
  const names = Element.prototype.getAttributeNames.call(element);
  return names.map((name) => Element.prototype.getAttribute.call(element, name) ?? '');
}

function namesOrder({ all }: PageWords, orderId: string): boolean {
  return new RegExp(`(?<!\\d)${orderId}(?!\\d)`).test(all);
}

/** "1098.00" as rows word it: with or without a thousands mark and the zeros at the end. */
function amountPattern(fen: number): RegExp {
  const [yuan = '', part = ''] = (fen / 100).toFixed(2).split('.');
  const whole = Number(yuan).toLocaleString('en-US').replaceAll(',', ',?');
  const rest = part === '00' ? '(?:\\.00?)?' : `\\.${part.replace(/0$/, '0?')}`;
  return new RegExp(`(?<![\\d.,])${whole}${rest}(?![\\d,]|\\.\\d)`);
}

/** "2" pieces as rows word them. */
function countPattern(count: number): RegExp {
  return new RegExp(`(?:[x×*]|数量[:：]?|共)\\s*${String(count)}(?!\\d)|(?<!\\d)${String(count)}\\s*件`, 'i');
}

/**
 * What a row must show beside the title: the amount that was paid for the order. A form that states none, or an order that
 * was never paid, is known by its status, in whatever words, and by how many pieces there are where they are several.
 */
function proofOf({ title, orderPaidFen, status, quantity = 1 }: Purchase): ((row: RowText) => boolean) | undefined {
  if (orderPaidFen !== undefined) {
    const amount = amountPattern(orderPaidFen);
    return ({ text }) => amount.test(text);
  }
  if (status === 'unknown') return undefined;
  const count = countPattern(quantity);
  const isSaid = (piece: string) => readStatus(piece) === status && !title.includes(piece);
  return ({ text, part }) => (quantity === 1 || count.test(text)) && piecesOf(part).some(isSaid);
}

interface RowText {
  part: Element;
  text: string;
}

/** Texts that stand in one piece, such as a status does; a title or a sentence that names one is longer. */
function piecesOf(part: Element): string[] {
  return [part, ...part.querySelectorAll('*')]
    .flatMap((element) => [...element.childNodes])
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.nodeValue?.trim() ?? '')
    .filter((text) => text.length <= longestStatus);
}

/** The smallest part of the page around an element that shows the line, as long as it may be one row. */
function rowAround(element: Element, isProof: (row: RowText) => boolean): Element | undefined {
  for (let part: Element | null = element; part && part.localName !== 'body'; part = part.parentElement) {
    const text = part.textContent;
    if (text.length > rowAtMost) return undefined;
    if (isProof({ part, text })) return part;
  }
  return undefined;
}

/**
 * Tells whether the page on screen shows an order: by its number anywhere in text or attributes, else by the title of
 * each line with what proves it beside it. An answer alone is no proof: any script of the page could make one up, and as
 * many as it likes, so that a row shows one order and no second one.
 */
export function orderFinder(document: Document): (lines: readonly Purchase[]) => boolean {
  let words: PageWords | undefined; // read when first asked for
  const taken = new Map<Element, string>();
  const rowOf = ({ texts }: PageWords, line: Purchase): Element | undefined => {
    const { title, orderId } = line;
    const isProof = title.length < shortestTitle ? undefined : proofOf(line);
    if (!isProof) return undefined;
    const around = texts.filter(([text]) => text.includes(title)).map(([, element]) => rowAround(element, isProof));
    return around.find((row) => row && (taken.get(row) ?? orderId) === orderId);
  };
  return (lines) => {
    const [first] = lines;
    if (!first) return false;
    const shown = (words ??= readWords(document));
    const rows = lines.map((line) => rowOf(shown, line));
    const isShown = namesOrder(shown, first.orderId) || !rows.includes(undefined);
    if (isShown) for (const row of rows) if (row) taken.set(row, first.orderId);
    return isShown;
  };
}
