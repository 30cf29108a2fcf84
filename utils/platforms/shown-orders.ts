import type { Purchase } from '../core/types';

/** More than any list of orders has: what lies beyond is not looked through. */
const nodesAtMost = 50_000;

/** No row of a list holds more text; a larger part of the page holds other orders too. */
const rowAtMost = 3_000;

/** A shorter title stands by chance in many a row. */
const shortestTitle = 4;

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

/** Whether one row of the page shows both the line's title and what was paid for its order. */
function showsLine({ texts }: PageWords, { title, orderPaidFen }: Purchase): boolean {
  if (title.length < shortestTitle || orderPaidFen === undefined) return false;
  const amount = amountPattern(orderPaidFen);
  return texts.some(([text, element]) => text.includes(title) && rowsOf(element).some((row) => amount.test(row)));
}

/** The texts of ever larger parts of the page around an element, as long as they may be one row. */
function rowsOf(element: Element): string[] {
  const rows: string[] = [];
  for (let part: Element | null = element; part && part.localName !== 'body'; part = part.parentElement) {
    const text = part.textContent;
    if (text.length > rowAtMost) break;
    rows.push(text);
  }
  return rows;
}

/**
 * Tells whether the page on screen shows an order: by its number anywhere in text or attributes, else by the title of
 * each line with what was paid beside it. An answer alone is no proof: any script of the page could make one up.
 */
export function orderFinder(document: Document): (lines: readonly Purchase[]) => boolean {
  let words: PageWords | undefined; // read when first asked for
  return (lines) => {
    const [first] = lines;
    if (!first) return false;
    const shown = (words ??= readWords(document));
    return namesOrder(shown, first.orderId) || lines.every((line) => showsLine(shown, line));
  };
}
