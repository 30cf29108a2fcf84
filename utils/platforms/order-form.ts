import { asCount, asText, withoutAbsent } from '../core/decode';
import type { PlatformId, Purchase, PurchaseStatus, Reading } from '../core/types';
import type { Amount } from '../core/money';
import { readYuan } from '../core/money';
import { readItemId, readOrderId } from './page-ids';
import type { Places } from './places';
import { amountAt, firstAt, listAt } from './places';
import { withoutEntities } from '../core/plain-text';
import { isServiceLine } from '../core/service-line';
import { readStatus } from '../core/status';
import { readTime } from '../core/time';

/** Where one form of order page keeps what. A field without a place is not stated by the form. */
export interface OrderForm {
  /** For reports, with the order's place in the list; never the order's number. */
  name: string;
  orderId: Places;
  status: Places;
  /** The order that was split into this one and others. */
  partOf?: Places;
  shop?: Places | ((order: unknown) => string | undefined);
  /** Words that may say how much came back, where the status has none of them. */
  refunded?: Places;
  paid?: Places;
  readMoney?: (value: unknown) => Amount;
  /** A code other than CNY makes every amount of the order unread. */
  currency?: Places;
  orderedAt?: Places;
  paidAt?: Places;
  /** The platform of one order, where it is not the page's. */
  platform?: (order: unknown) => PlatformId | undefined;
  /** Pieces of the whole order: the line's only where there is one line. */
  pieces?: Places;
  lines: string;
  /** An id, a class name that ends in it, or the item's address. */
  itemId?: Places;
  skuId?: Places;
  title: Places;
  quantity?: Places;
  /** Counts only for a refund of this line while the order is open. */
  lineStatus?: Places;
  /** Where the order says nothing, each line's word is its own. */
  doLinesSpeak?: true;
}

export function emptyReading(): Reading<Purchase> {
  return { found: [], unread: [], skipped: 0 };
}

/** A fee that is there without its value, `{prefix: "实付款", value: ""}`, states none. */
function readFee(value: unknown): Amount {
  return typeof value === 'object' && value !== null && 'value' in value ? undefined : readYuan(value);
}

function readPaid(order: unknown, form: OrderForm): Amount {
  const currency = firstAt(order, form.currency, asText) ?? 'CNY';
  return /^(?:CNY|RMB)$/i.test(currency) ? amountAt(order, form.paid, form.readMoney ?? readFee) : 'foreign-currency';
}

// A closed or unpaid order still shows what would have been due (fixture taobao-bought-tm1.html, fourth order), and an
// order that says nothing of its status may be one of those. New words are kept with their amount.
function isPaid(order: unknown, form: OrderForm, status: PurchaseStatus): boolean {
  const isSaid = firstAt(order, form.status, asText) !== undefined;
  return isSaid && status !== 'unpaid' && status !== 'cancelled';
}

/** "已退款1.00元", "退款成功（￥1.00）", "已退款￥12,其余", "已退款12"; "已退款2件" is no sum. */
const givenBack =
  /(?:已(?:部分)?退款|退款(?:成功|完成))[\s:：(（]*([￥¥]\s?\d+(?:,\d{3})*(?:\.\d+)?|\d[\d,]*(?:\.\d\d|(?:\.\d)?(?=\s?元|[)）]?\s*$)))[\s元)）]*/;

/** Fen that came back of an order that was not given back whole, and what else its words say of it. */
function readPart(order: unknown, { status, refunded = status }: OrderForm, paid: Amount) {
  const back = firstAt(order, refunded, (words) => {
    const fen = readYuan(givenBack.exec(String(words))?.[1]);
    return typeof fen === 'number' && fen > 0 ? fen : undefined;
  });
  if (back === undefined) return undefined;
  const rest = firstAt(order, status, (words) => readStatus(String(words ?? '').replace(givenBack, '')));
  // Against foreign money the sum says nothing: an order that is closed was given back whole
  if (paid === 'foreign-currency') return rest && rest !== 'cancelled' ? { status: rest } : undefined;
  return typeof paid === 'number' && back < paid ? { back, status: rest ?? 'paid' } : undefined;
}

/** What stands on every line of an order. */
type Shared = Omit<Purchase, 'title'>;

function readShared(order: unknown, form: OrderForm, platform: PlatformId): Shared | undefined {
  const orderId = firstAt(order, form.orderId, readOrderId);
  if (orderId === undefined) return undefined;
  return withoutAbsent<Shared>({
    platform: form.platform?.(order) ?? platform,
    orderId,
    partOf: firstAt(order, form.partOf, readOrderId),
    shop: typeof form.shop === 'function' ? form.shop(order) : firstAt(order, form.shop, asReadable),
    orderedAt: firstAt(order, form.orderedAt, readTime),
    paidAt: firstAt(order, form.paidAt, readTime),
    status: firstAt(order, form.status, readStatus) ?? 'unknown',
    source: 'page',
  });
}

// A refund case of one line, on an order that is itself neither refunded nor cancelled.
function readLineStatus(line: unknown, form: OrderForm, order: PurchaseStatus): PurchaseStatus {
  const own = firstAt(line, form.lineStatus, readStatus);
  const isOpen = order !== 'cancelled' && order !== 'refunded';
  if (form.doLinesSpeak && order === 'unknown') return own ?? order;
  return isOpen && (own === 'refunding' || own === 'refunded') ? own : order;
}

// A text in another encoding than its page says: what is left of it names nothing.
function asReadable(value: unknown): string | undefined {
  const text = asText(typeof value === 'string' ? withoutEntities(value) : value);
  return text?.includes('\uFFFD') ? undefined : text;
}

function readLine(line: unknown, form: OrderForm, shared: Shared): Purchase | undefined {
  const itemId = firstAt(line, form.itemId, readItemId);
  const title = firstAt(line, form.title, asReadable);
  if (itemId === undefined && title === undefined) return undefined;
  return withoutAbsent<Purchase>({
    ...shared,
    itemId,
    skuId: firstAt(line, form.skuId, readItemId),
    title: title ?? '',
    quantity: firstAt(line, form.quantity, asCount) ?? shared.quantity,
    status: readLineStatus(line, form, shared.status),
  });
}

function addOrder(
  reading: Reading<Purchase>,
  order: unknown,
  { form, platform, where }: { form: OrderForm; platform: PlatformId; where: string },
): void {
  const lines = listAt(order, form.lines);
  const shared = readShared(order, form, platform);
  if (!shared || lines.length === 0) {
    reading.unread.push({ where, reason: 'shape' });
    return;
  }
  const paid = readPaid(order, form);
  const part = readPart(order, form, paid);
  if (part) shared.status = part.status;
  // What came back is of one line only where there is one
  if (part?.back && lines.length === 1 && part.status !== 'refunded') shared.refundedFen = part.back;
  if (typeof paid === 'string') reading.unread.push({ where, reason: paid });
  if (typeof paid === 'number' && isPaid(order, form, shared.status)) shared.orderPaidFen = paid;
  const pieces = lines.length === 1 ? firstAt(order, form.pieces, asCount) : undefined;
  if (pieces !== undefined) shared.quantity = pieces;
  for (const line of lines) {
    const purchase = readLine(line, form, shared);
    if (!purchase) reading.unread.push({ where, reason: 'shape' });
    else if (isServiceLine(purchase.title)) reading.skipped++;
    else reading.found.push(purchase);
  }
}

/** Every order line; what cannot be read is counted, and the rest still found. */
export function readOrderForm(orders: readonly unknown[], form: OrderForm, platform: PlatformId): Reading<Purchase> {
  const reading = emptyReading();
  for (const [index, order] of orders.entries()) {
    addOrder(reading, order, { form, platform, where: `${form.name}[${index}]` });
  }
  return reading;
}
