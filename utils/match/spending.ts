import type { SpendCategory, Spending, SpendMonth } from '../core/overview';
import { backIn } from '../core/payments';
import { backFen, countsAsBought, orderTime } from '../core/purchases';
import type { CountedLine } from './overview';

type Spent = Omit<Spending, 'unanswered'>;

/** One order, while its lines come by: what was paid stands on every line and counts once. */
interface OpenOrder {
  orderKey: string;
  paidFen?: number;
  at?: number;
  /** Money changed hands, whatever came back. */
  counts: boolean;
  seeded: boolean;
  category: string;
  lines: number;
  refundedFen: number;
  /** Of the whole order, as bills and another telling say. */
  toldBackFen: number;
  /** Lines given back in full; what they note of it may be the part that came back first. */
  refundedWhole: number;
}

/** How orders are sorted: by the person's month, and by what their titles say they are of. */
export interface SpendingSorts {
  monthOf: (at: number) => string;
  /** Undefined where no word tells. */
  categoryOf: (title: string) => string | undefined;
}

/**
 * Sums orders by month and by category; the lines of one order come one after another. Both are few, so nothing else is
 * kept.
 */
export function spendingTally({ monthOf, categoryOf }: SpendingSorts) {
  const months = new Map<string, SpendMonth>();
  const categories = new Map<string, SpendCategory>();
  const rest = { unpriced: 0, undated: 0, unknownRefunds: 0 };
  let open: OpenOrder | undefined;
  const close = () => {
    if (open?.counts) addOrder(open, { months, categories, rest, monthOf });
    open = undefined;
  };
  return {
    add(line: CountedLine, seeded: boolean): void {
      if (open?.orderKey !== line.orderKey) close();
      const category = categoryOf(line.title ?? '') ?? 'unknown';
      open = withLine(open ?? newOrder(line, category), line, { seeded, category });
    },
    end(): Spent {
      close();
      const byMonth = [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
      const dearestFirst = [...categories.values()].sort((a, b) => b.paidFen - a.paidFen);
      return { months: byMonth, categories: dearestFirst, ...rest };
    },
  };
}

function newOrder({ orderKey }: CountedLine, category: string): OpenOrder {
  return {
    orderKey,
    category,
    counts: false,
    seeded: false,
    lines: 0,
    refundedFen: 0,
    toldBackFen: 0,
    refundedWhole: 0,
  };
}

type OfLine = Pick<OpenOrder, 'seeded' | 'category'>;

function withLine(order: OpenOrder, line: CountedLine, { seeded, category }: OfLine): OpenOrder {
  const paidFen = order.paidFen ?? line.orderPaidFen;
  const at = order.at ?? orderTime(line);
  const told = Math.max(order.toldBackFen, line.twin?.refundedFen ?? 0, toldOfAll(line));
  const isWhole = line.status === 'refunded';
  return {
    ...order,
    ...(paidFen !== undefined && { paidFen }),
    ...(at !== undefined && { at }),
    toldBackFen: told,
    counts: order.counts || countsAsBought(line.status) || line.status === 'refunded',
    seeded: order.seeded || seeded,
    category: order.category === category ? category : 'several',
    lines: order.lines + 1,
    refundedFen: order.refundedFen + (line.refundedFen ?? 0),
    refundedWhole: order.refundedWhole + Number(isWhole),
  };
}

/** Bills tell what came back of an order and not of which of its lines, so it stands on all of them alike. */
function toldOfAll({ refunds, payments }: CountedLine): number {
  return Math.max(backFen(undefined, refunds) ?? 0, backIn(payments) ?? 0);
}

interface Sums {
  months: Map<string, SpendMonth>;
  categories: Map<string, SpendCategory>;
  rest: Omit<Spent, 'months' | 'categories'>;
  monthOf: (at: number) => string;
}

function addOrder(order: OpenOrder, { months, categories, rest, monthOf }: Sums): void {
  const { paidFen, at, refundedWhole, lines, toldBackFen: told } = order;
  if (paidFen === undefined) rest.unpriced += 1;
  else if (at === undefined) rest.undated += 1;
  if (paidFen === undefined || at === undefined) return;
  // Every line went back: so did all that was paid. Of some lines nobody knows the share.
  const isAll = refundedWhole > 0 && refundedWhole === lines;
  if (!isAll) rest.unknownRefunds += refundedWhole;
  const month = monthOf(at);
  const sum = months.get(month) ?? { month, orders: 0, paidFen: 0, seededFen: 0, refundedFen: 0 };
  sum.orders += 1;
  sum.paidFen += paidFen;
  sum.seededFen += order.seeded ? paidFen : 0;
  const refundedFen = isAll ? paidFen : Math.min(paidFen, Math.max(order.refundedFen, told));
  sum.refundedFen += refundedFen;
  months.set(month, sum);
  addToCategory(categories, { name: order.category, orders: 1, paidFen, refundedFen });
}

function addToCategory(
  categories: Map<string, SpendCategory>,
  { name, orders, paidFen, refundedFen }: SpendCategory,
): void {
  const sum = categories.get(name) ?? { name, orders: 0, paidFen: 0, refundedFen: 0 };
  categories.set(name, {
    name,
    orders: sum.orders + orders,
    paidFen: sum.paidFen + paidFen,
    refundedFen: sum.refundedFen + refundedFen,
  });
}
