/** Whose orders a page shows: a browser may be used by several people, and each has their own account. */
export interface Buyers {
  /** 32 random bytes in hex, made once: a mark says nothing to whoever has not got them. */
  salt: string;
  /** Marks of accounts that are the person's own, and of those that they say are not. */
  mine: string[];
  others: string[];
  asked?: AskedBuyer;
}

/** An account that waits for the person's word; its orders are not counted meanwhile. */
export interface AskedBuyer {
  mark: string;
  platform: string;
  orders: number;
  /** Epoch ms. */
  at: number;
}

interface BuyerTail {
  digits: string;
  orders: number;
}

const tailLength = 6;

/** Fewer orders than this share their last digits by chance, or are of a form nobody knows. */
const fewest = 2;

/**
 * 2025-11: all order ids of one buyer of Taobao and Tmall end in the same six digits, which are the buyer's. Seen of one
 * buyer only, so it decides nothing by itself: the person is asked. No other shop's ids are known to say whose they are.
 */
export function buyerTail(orderIds: Iterable<string>): BuyerTail | undefined {
  const ids = [...new Set(orderIds)];
  const tails = new Set(ids.map((id) => (/^\d{18,20}$/.test(id) ? id.slice(-tailLength) : '')));
  const [digits] = tails;
  return digits && tails.size === 1 && ids.length >= fewest ? { digits, orders: ids.length } : undefined;
}
