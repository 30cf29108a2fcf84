import type { Spending, SpendMonth } from '../core/overview';
import { countsAsBought, orderTime } from '../core/purchases';
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
  lines: number;
  refundedFen: number;
  /** Of the whole order, as another telling says. */
  toldBackFen?: number;
  /** Lines given back in full; what they note of it may be the part that came back first. */
  refundedWhole: number;
}

/** Sums orders by month; the lines of one order come one after another. Months are few, so nothing else is kept. */
export function spendingTally(monthOf: (at: number) => string) {
  const months = new Map<string, SpendMonth>();
  const rest = { unpriced: 0, undated: 0, unknownRefunds: 0 };
  let open: OpenOrder | undefined;
  const close = () => {
    if (open?.counts) addOrder(open, { months, rest, monthOf });
    open = undefined;
  };
  return {
    add(line: CountedLine, seeded: boolean): void {
      if (open?.orderKey !== line.orderKey) close();
      open = withLine(open ?? newOrder(line), line, seeded);
    },
    end(): Spent {
      close();
      return { months: [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1)), ...rest };
    },
  };
}

function newOrder({ orderKey }: CountedLine): OpenOrder {
  return { orderKey, counts: false, seeded: false, lines: 0, refundedFen: 0, refundedWhole: 0 };
}

function withLine(order: OpenOrder, line: CountedLine, seeded: boolean): OpenOrder {
  const paidFen = order.paidFen ?? line.orderPaidFen;
  const at = order.at ?? orderTime(line);
  const told = order.toldBackFen ?? line.twin?.refundedFen;
  const isWhole = line.status === 'refunded';
  return {
    ...order,
    ...(paidFen !== undefined && { paidFen }),
    ...(at !== undefined && { at }),
    ...(told !== undefined && { toldBackFen: told }),
    counts: order.counts || countsAsBought(line.status) || line.status === 'refunded',
    seeded: order.seeded || seeded,
    lines: order.lines + 1,
    refundedFen: order.refundedFen + (line.refundedFen ?? 0),
    refundedWhole: order.refundedWhole + Number(isWhole),
  };
}

interface Sums {
  months: Map<string, SpendMonth>;
  rest: Omit<Spent, 'months'>;
  monthOf: (at: number) => string;
}

function addOrder(order: OpenOrder, { months, rest, monthOf }: Sums): void {
  const { paidFen, at, refundedWhole, lines, toldBackFen: told = 0 } = order;
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
  sum.refundedFen += isAll ? paidFen : Math.min(paidFen, Math.max(order.refundedFen, told));
  months.set(month, sum);
}
