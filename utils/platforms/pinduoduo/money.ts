import { asCount } from '../../core/decode';
import { type Amount, isWhole, readerOfUnit, readYuan } from '../../core/money';
import { firstAt, listAt, valueAt } from '../places';

/** Where an order states what it cost. */
export const amounts = ['order_amount', 'orderAmount', 'display_amount', 'displayAmount'];

const prices = ['goods_price', 'goodsPrice'];

const goodsOf = (order: unknown) => [...listAt(order, 'order_goods'), ...listAt(order, 'orderGoods')];
const insideOf = (order: unknown) => listAt(order, 'orders');
const amountsOf = (order: unknown) => amounts.map((name) => valueAt(order, name));
const pricesOf = (order: unknown) => goodsOf(order).flatMap((one) => prices.map((name) => valueAt(one, name)));

/** Fen, where a point or a sign leaves no doubt. */
function plain(value: unknown): number | undefined {
  const amount = isWhole(value) ? undefined : readYuan(value);
  return typeof amount === 'number' ? amount : undefined;
}

/**
 * Fen that an order plainly states beside a whole one: another amount, or the prices of all its goods. A price as text
 * tells nothing of a number, whose unit is its own.
 */
function stated(order: unknown, whole: unknown): number | undefined {
  const amount = amountsOf(order).map(plain).find(Boolean);
  if (amount !== undefined) return amount;
  const goods = [order, ...insideOf(order)].flatMap(goodsOf);
  const priceOf = (value: unknown) =>
    typeof whole === 'number' && typeof value === 'string' ? undefined : plain(value);
  const each = goods.map((one) => {
    const price = firstAt(one, prices.join('|'), priceOf);
    return price === undefined ? NaN : price * (firstAt(one, 'goods_number|goodsNumber', asCount) ?? 1);
  });
  const sum = each.reduce((all, price) => all + price, 0);
  return sum > 0 ? sum : undefined;
}

/** Discounts and pieces that nobody counted change a sum less than another unit does. */
const isNear = (fen: number, sum: number | undefined) => sum !== undefined && fen >= sum / 5 && fen <= sum * 5;

type ReadMoney = (value: unknown) => Amount;

/** A whole number that the prices of goods alone make yuan is so only where it fits those of its own order. */
function readWhole(
  value: unknown,
  sum: number | undefined,
  [byAmounts, byAll]: readonly [ReadMoney, ReadMoney],
): Amount {
  const [asFen, asYuan] = [Number(value), Number(value) * 100];
  if (isNear(asFen, sum)) return asFen;
  // 2026-08: whole numbers are fen, unless a number says otherwise
  if (typeof value === 'number' && sum === undefined) return byAmounts(value);
  const told = byAll(value);
  return (isNear(asYuan, sum) ? asYuan : byAmounts(value)) === told ? told : 'bad-amount';
}

/**
 * The orders of a page or an answer, with every whole amount as text in yuan; one whose unit is in doubt as a text that is
 * no amount. A page has one unit for its amounts ({@link readerOfUnit}), but those of goods may have the other one.
 */
export function ordersInYuan(orders: readonly unknown[]): unknown[] {
  const all = orders.flatMap((order) => [order, ...insideOf(order)]);
  const units = [
    readerOfUnit(all.flatMap(amountsOf)),
    readerOfUnit(all.flatMap((order) => [...amountsOf(order), ...pricesOf(order)])),
  ] as const;
  const textOf = (value: unknown, order: unknown) => {
    const fen = readWhole(value, stated(order, value), units);
    return typeof fen === 'number' ? (fen / 100).toFixed(2) : '?';
  };
  const inYuan = (order: unknown): unknown => {
    if (typeof order !== 'object' || order === null) return order;
    const whole = amounts.filter((name) => isWhole(valueAt(order, name)));
    const texts = whole.map((name) => [name, textOf(valueAt(order, name), order)] as const);
    const inside = insideOf(order);
    return { ...order, ...Object.fromEntries(texts), ...(inside.length > 0 && { orders: inside.map(inYuan) }) };
  };
  return orders.map(inYuan);
}
