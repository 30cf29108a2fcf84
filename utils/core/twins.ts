/** An order line as far as it may be one purchase with another: lines of one house and of one amount are compared. */
export interface PricedLine {
  key: string;
  /** Lines of one order share it. */
  orderKey: string;
  /** Epoch ms. */
  at: number;
  /** Key of the order that was split into the line's. */
  partOf?: string;
}

/** A line of a bill, which names no item and may have a number of its own for the order. */
export interface BillLine extends PricedLine {
  /** Keys of items and lines that the person has said it is not. */
  denied: readonly string[];
}

/** How far the time of a bill and that of the order it pays for lie apart, at most. */
export const twinsWithinMs = 2 * 3_600_000;

/** What the bill is not, no part of that is it either. */
function isDenied({ key, partOf }: PricedLine, denied: readonly string[]): boolean {
  return denied.some((each) => each === key || (partOf !== undefined && each.startsWith(`${partOf}:`)));
}

/**
 * The orders that a bill's line may be once more: within two hours, and not denied. Whichever other bill may be one of
 * them as well, each bill is asked about by itself: two of one amount are two purchases or one, and only the person knows.
 * @param lines of the bill's house and amount, and of orders of which no bill has told yet
 * @returns keys of lines, one of each order: its first stands for it. The nearest in time comes first, of two as near the
 * smaller key.
 */
export function twinsOf({ at, denied }: BillLine, lines: readonly PricedLine[]): string[] {
  const orders = new Map<string, PricedLine[]>();
  for (const line of lines) orders.set(line.orderKey, [...(orders.get(line.orderKey) ?? []), line]);
  return [...orders.values()]
    .filter((order) => !order.some((line) => isDenied(line, denied)))
    .map((order) => ({
      key: order.reduce((first, { key }) => (key < first ? key : first), order[0]?.key ?? ''),
      away: Math.min(...order.map((line) => Math.abs(line.at - at))),
    }))
    .filter(({ away }) => away <= twinsWithinMs)
    .sort((a, b) => a.away - b.away || (a.key < b.key ? -1 : 1))
    .map(({ key }) => key);
}
