import { withoutAbsent } from '../core/decode';
import type { PlatformId, Purchase, PurchaseStatus, Reading } from '../core/types';
import type { Amount } from './money';
import { isServiceLine } from './service-line';

/** One line as a form states it; `undefined` is "not stated". */
export interface OrderLine {
  itemId?: string | undefined;
  skuId?: string | undefined;
  title?: string | undefined;
  quantity?: number | undefined;
  /** Only where the line has a status of its own. */
  status?: PurchaseStatus | undefined;
}

export interface Order {
  /** Place on the page, never the order's number: it ends up in reports. */
  where: string;
  platform: PlatformId;
  orderId: string | undefined;
  shop?: string | undefined;
  paid?: Amount;
  orderedAt?: number | undefined;
  paidAt?: number | undefined;
  status: PurchaseStatus;
  lines: readonly OrderLine[];
}

export function emptyReading(): Reading<Purchase> {
  return { found: [], unread: [], skipped: 0 };
}

// A closed or unpaid order still shows what would have been due (fixture taobao-bought-tm1.html, fourth order).
function paidFen({ paid, status }: Order): number | undefined {
  return typeof paid === 'number' && status !== 'unpaid' && status !== 'cancelled' ? paid : undefined;
}

function toPurchase(order: Order, orderId: string, line: OrderLine): Purchase {
  return withoutAbsent<Purchase>({
    platform: order.platform,
    orderId,
    itemId: line.itemId,
    skuId: line.skuId,
    title: line.title ?? '',
    shop: order.shop,
    quantity: line.quantity,
    orderPaidFen: paidFen(order),
    orderedAt: order.orderedAt,
    paidAt: order.paidAt,
    status: line.status ?? order.status,
    source: 'page',
  });
}

/** Adds an order's lines to the reading; what cannot be read is counted and the rest still added. */
export function addOrder(reading: Reading<Purchase>, order: Order): void {
  const { orderId, where, paid } = order;
  if (orderId === undefined || order.lines.length === 0) {
    reading.unread.push({ where, reason: 'shape' });
    return;
  }
  if (typeof paid === 'string') reading.unread.push({ where, reason: paid });
  for (const line of order.lines) {
    if (line.title === undefined && line.itemId === undefined) reading.unread.push({ where, reason: 'shape' });
    else if (isServiceLine(line.title ?? '')) reading.skipped++;
    else reading.found.push(toPurchase(order, orderId, line));
  }
}
