import {
  advice,
  amountIn,
  isOfTmall,
  piecesOf,
  type RenderedLine,
  type RenderedOrder,
  statusOf,
  textOf,
} from './rendered-list';

// 2026-05 to 2026-09, code: one #shopOrderContainer_<order> per order, class names like titleText--pLEC2yiw, prices in
// pieces (fixture made-taobao-new-rows.html).
const container = 'shopOrderContainer_';

// 2026-05, code: links to goods alone, and their order in the text around them (fixture made-taobao-loose-rows.html).
const looseTitle = 'a[href*="item.taobao.com"][href*="mi_id"]';
const snapshot = /\[?交易快照\]?/g;
const orderNumber = /订单号[\s:：]*(\d+)/g;
const paidWords = /实付\D{0,12}\d/;

interface Part {
  id: string;
  order: Element;
  titles: readonly Element[];
}

/** The largest part of an order that holds this title and no other. */
function rowOf(title: Element, { order, titles }: Part): Element {
  let row = title;
  for (let part = title.parentElement; part && order.contains(part); part = part.parentElement) {
    if (titles.some((other) => other !== title && part.contains(other))) break;
    row = part;
  }
  return row;
}

function readLine(title: Element, row: Element): RenderedLine {
  const named = textOf(title.querySelector('[class*="titleText"]'));
  return {
    href: title.getAttribute('href'),
    title: named || textOf(title).replace(snapshot, '').trim(),
    quantity:
      textOf(row.querySelector('[class*="quantity"]')) || piecesOf(row).find((text) => /^[x×]\s*\d+$/i.test(text)),
    status: textOf(row.querySelector('[class*="refundStatus"]')),
  };
}

function paidPart(order: Element): Element | null | undefined {
  const named = order.querySelector('[class*="priceReal"]');
  return named ?? [...order.querySelectorAll('*')].filter((part) => paidWords.test(textOf(part))).at(-1);
}

function readOrder(part: Part): RenderedOrder {
  const { id, order } = part;
  const lines = part.titles.map((title) => readLine(title, rowOf(title, part)));
  return {
    id,
    shop: textOf(order.querySelector('[class*="shopInfoName"], [data-spm="order_shopname"]')),
    paid: amountIn(paidPart(order)),
    time: textOf(order.querySelector('[class*="shopInfoOrderTime"]')),
    status: statusOf(order, lines),
    lines,
    isTmall: isOfTmall(order),
  };
}

function goodsIn(order: ParentNode, titles: string): Element[] {
  const links = [...order.querySelectorAll(titles)].filter((link) => !link.matches(advice));
  // The picture leads there too
  return links.filter((link) => textOf(link).replace(snapshot, '') !== '');
}

/** The smallest part around a link that names one order, with what was paid for it if that stands near. */
function partAround(title: Element): Omit<Part, 'titles'> | undefined {
  let around: Omit<Part, 'titles'> | undefined;
  for (let order = title.parentElement; order; order = order.parentElement) {
    const [id, ...others] = new Set([...textOf(order).matchAll(orderNumber)].map((match) => match[1]));
    if (others.length > 0) break;
    if (id !== undefined) around ??= { id, order };
    if (id !== undefined && paidWords.test(textOf(order))) return { id, order };
  }
  return around;
}

function looseParts(page: Document): Part[] {
  const parts = new Map<Element, Part>();
  for (const title of goodsIn(page, looseTitle)) {
    const part = partAround(title);
    if (part) parts.set(part.order, { ...part, titles: [...(parts.get(part.order)?.titles ?? []), title] });
  }
  return [...parts.values()];
}

/** The orders that today's list shows. */
export function readNewRows(page: Document): RenderedOrder[] {
  const orders = [...page.querySelectorAll(`[id^="${container}"]`)];
  const parts = orders.map((order) => ({
    id: order.id.slice(container.length),
    order,
    titles: goodsIn(order, 'a[class*="title--"], a:has([class*="titleText"])'),
  }));
  return (parts.length > 0 ? parts : looseParts(page)).map(readOrder);
}
