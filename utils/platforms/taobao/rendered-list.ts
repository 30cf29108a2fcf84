import { readStatus } from '../../core/status';
import type { OrderForm } from '../order-form';
import { asGivenBack, isRefund } from './closed';
import { tmallBy } from './tmall-mark';

/** What a list shows of an order, read off its elements by `new-rows` or `old-rows`. */
export interface RenderedOrder {
  id: string | undefined;
  shop: string | undefined;
  paid: string | undefined;
  /** With the time of day; a day alone is no time. */
  time: string | undefined;
  status: string | undefined;
  lines: RenderedLine[];
  isTmall: boolean;
}

export interface RenderedLine {
  href: string | null;
  title: string;
  quantity: string | undefined;
  /** A refund of this line alone. */
  status: string;
}

// Class names end in what a build makes of them: the word itself is looked for. Buttons say 取消订单 and 查看退款, which
// are no status.
const words =
  /^(?:等待买家付款|买家已付款|等待卖家发货|卖家已发货|等待买家确认收货|交易成功|交易关闭|待(?:付款|发货|收货|评价))$/;

/** An element's text without the space around it; `''` where there is no element. */
export function textOf(element: Element | null | undefined): string {
  return element?.textContent.trim() ?? '';
}

/** The innermost texts, each of which stands in one piece. */
export function piecesOf(part: Element): string[] {
  return [...part.querySelectorAll('*')].filter(({ childElementCount }) => childElementCount === 0).map(textOf);
}

/** The order's word; closed after the money came back is what its lines say, if all do. */
export function statusOf(order: Element, lines: readonly RenderedLine[]): string | undefined {
  const isBack = lines.length > 0 && lines.every(({ status }) => readStatus(status) === 'refunded');
  const word = piecesOf(order).find((text) => words.test(text));
  return isBack
    ? '退款成功'
    : (asGivenBack(
        word,
        lines.some(({ status }) => isRefund(status)),
      ) ?? word);
}

/**
 * "￥8.27" out of the pieces that the list cuts a price into; postage and former prices behind it are left out. Without a
 * point it counts only where sign and number are one piece: the page may have been cut between them.
 */
export function amountIn(part: Element | null | undefined): string | undefined {
  const said = textOf(part)
    .replace(/\s/g, '')
    .split(/实付款?[:：]?/)
    .at(-1);
  const [amount] = /^[^(（含原]+/.exec(said ?? '') ?? [];
  if (!part || /\.\d/.test(amount ?? '')) return amount;
  const pieces = part.childElementCount === 0 ? [textOf(part)] : piecesOf(part);
  return pieces.some((text) => /[￥¥]\s*\d/.test(text)) ? amount : undefined;
}

/** Goods to look at again, between the lines of an order. */
export const advice = '[class*="extBlank"] *';

const tmallHost = /^(?:https:)?\/\/[\w.-]+\.tmall\.(?:com|hk)(?![\w.])/;

/** Its shop, its detail or its goods are on Tmall's hosts. */
export function isOfTmall(order: Element): boolean {
  const links = [...order.querySelectorAll('a[href]')].filter((link) => !link.matches(advice));
  return links.some((link) => tmallHost.test(link.getAttribute('href') ?? ''));
}

/** Read where neither the page's data nor a copied answer tells of its orders: it has neither sku nor, mostly, time. */
export const renderedList: OrderForm = {
  name: 'rendered-list',
  platform: tmallBy('isTmall'),
  orderId: 'id',
  shop: 'shop',
  paid: 'paid',
  orderedAt: 'time',
  status: 'status',
  lines: 'lines',
  itemId: 'href',
  title: 'title',
  quantity: 'quantity',
  lineStatus: 'status',
};
