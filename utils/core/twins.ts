/** An order line as far as it may be one purchase with another: lines of one house and of one amount are compared. */
export interface PricedLine {
  key: string;
  /** Lines of one order share it. */
  orderKey: string;
  /** Epoch ms. */
  at: number;
  /** Told by a bill, which names no item and may have a number of its own for the order. */
  isBill: boolean;
  /** A bill has told of it already, under its own number or by the person's word: another bill means another purchase. */
  isTold: boolean;
  /** Keys of items and lines that the person has said it is not. */
  denied: readonly string[];
}

/** How far the time of a bill and that of the order it pays for lie apart, at most. */
export const twinsWithinMs = 2 * 3_600_000;

/**
 * Which line of a bill may be the same purchase as an order that was told under another number: the same amount within two
 * hours, and no other order on either side that it could be. Of an order of several lines the first one stands for it.
 * @param lines of one house and one amount
 * @returns by the key of the bill's line, that of the order's
 */
export function twinsAmong(lines: readonly PricedLine[]): Map<string, string> {
  const bills = lines.filter(({ isBill }) => isBill);
  const orders = groupByOrder(lines.filter(({ isBill, isTold }) => !isBill && !isTold));
  const twins = new Map<string, string>();
  for (const bill of bills) {
    const [order, ...others] = orders.filter((each) => mayBeOne(bill, each));
    if (!order || others.length > 0 || bills.some((each) => each !== bill && mayBeOne(each, order))) continue;
    const [first] = order;
    if (first) twins.set(bill.key, first.key);
  }
  return twins;
}

function mayBeOne(bill: PricedLine, order: readonly PricedLine[]): boolean {
  if (order.some(({ key }) => bill.denied.includes(key))) return false;
  return order.some(({ at }) => Math.abs(bill.at - at) <= twinsWithinMs);
}

function groupByOrder(lines: readonly PricedLine[]): PricedLine[][] {
  const orders = new Map<string, PricedLine[]>();
  for (const line of lines) orders.set(line.orderKey, [...(orders.get(line.orderKey) ?? []), line]);
  return [...orders.values()];
}
