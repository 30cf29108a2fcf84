import * as names from '../names';
import type { RowIn } from '../tables';
import type { ExportTerms, OrderLine, Precision, UntoldLine } from '../terms';
import { orderKey } from '../redaction';
import { keyOf, provenanceOf, rowFor, withOrigin } from './base';
import { itemPseudonym, type Pseudonyms } from './pseudonyms';

const stepMs: Record<Precision, number> = { ms: 1, minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Cut, never rounded: in UTC, as everything here. */
export function coarsened(at: number, precision: Precision): number {
  return at - (at % stepMs[precision]);
}

/** Who gets no orders gets not how many there are either. */
export function getsOrders({ study }: ExportTerms): boolean {
  return study.tier !== 'T0' && study.tables.includes('orders');
}

/** An order line as it is exported, and what stays here for crediting it. */
export interface Order {
  row: RowIn<'orders'>;
  itemKey: string | undefined;
  /** Epoch ms, as exact as it is known. */
  at: number | undefined;
}

interface OrderCounts {
  lines: number;
  exported: number;
  /** Nobody knows what became of them, or not when or for how much. */
  leftOut: number;
}

/** By the UTC day on which they were first read, which is the same in every export. */
export type OrderTally = Map<number, OrderCounts>;

/** When it was bought, as far as it is known. */
function momentOf({ paidAt, orderedAt }: OrderLine): number | undefined {
  return paidAt ?? orderedAt;
}

/** The order's total stands on every line of it: it is this line's where there is no other. */
function paidFenOf({ status, paidFen, orderPaidFen }: OrderLine, lines: number): number | null {
  // What stands there was due before it was cancelled
  if (status === 'cancelled') return null;
  return paidFen ?? (lines === 1 ? orderPaidFen : undefined) ?? null;
}

/**
 * Fully refunded is everything that was paid, whatever part of it came back first. What came back of the whole order is
 * this line's where there is no other.
 */
function refundedFenOf({ refundedFen = 0, status, twin }: OrderLine, paid: number | null, lines: number): number {
  const told = Math.max(refundedFen, (lines === 1 ? twin?.refundedFen : undefined) ?? 0);
  if (paid === null) return told;
  return status === 'refunded' ? paid : Math.min(told, paid);
}

const sources = { page: 'observed', bill: 'imported', user: 'user' } as const;

interface Known {
  terms: ExportTerms;
  hashed: Pseudonyms;
}

/** @param lines all lines of one order */
export function orderRows(lines: readonly (OrderLine | UntoldLine)[], known: Known, tally: OrderTally): Order[] {
  const made: Order[] = [];
  for (const [place, line] of lines.entries()) {
    if ('isUntold' in line || !isWithin(line, known.terms)) continue;
    // Read before the consent and told since, or after the last day: on which day that was is not theirs to know.
    const { observedFrom, observedTo } = known.terms.participant;
    const readAt = Math.min(Math.max(line.firstSeenAt, observedFrom), observedTo);
    const counts = countsOf(tally, coarsened(readAt, 'day'));
    counts.lines += 1;
    const status = line.status && names.statusName(line.status);
    const hasAll = momentOf(line) !== undefined && (line.paidFen ?? line.orderPaidFen) !== undefined;
    if (line.status === undefined || (line.status === 'unknown' && !hasAll)) counts.leftOut += 1;
    else if (status !== undefined) {
      counts.exported += 1;
      made.push(orderRow({ line, status, no: place + 1, of: lines.length }, known));
    }
  }
  return made;
}

function countsOf(tally: OrderTally, day: number): OrderCounts {
  const counts = tally.get(day) ?? { lines: 0, exported: 0, leftOut: 0 };
  tally.set(day, counts);
  return counts;
}

/** Nothing from before the person agreed. What nobody dates is dated by when it was first read. */
function isWithin(line: OrderLine, terms: ExportTerms): boolean {
  return isTold(momentOf(line) ?? line.firstSeenAt, terms);
}

/** That something stood on the list when it was bought may be told, and not since when, if that was before. */
function isTold(at: number, { participant }: ExportTerms): boolean {
  return at >= participant.observedFrom && at <= participant.observedTo;
}

interface Line {
  line: OrderLine;
  status: string;
  no: number;
  of: number;
}

function orderRow({ line, status, no, of }: Line, { terms, hashed }: Known): Order {
  const { study } = terms;
  const paid = paidFenOf(line, of);
  const at = momentOf(line);
  const { firstSavedAt } = line;
  const paidAt = line.paidAt === undefined ? null : coarsened(line.paidAt, study.paidAt);
  // Not by the export: two of them would put one order into two months.
  const row = rowFor('orders', at ?? line.firstSeenAt, {
    ...keyOf(terms),
    order_h: hashed.ofDevice('order', line.orderKey),
    line_no: no,
    platform: names.platformName(line.platform),
    item_h: itemPseudonym(hashed, line.itemKey),
    shop_h: null,
    paid_at: paidAt,
    paid_at_precision: study.paidAt,
    quantity: line.quantity ?? 1,
    paid_fen: study.amounts === 'exact' ? paid : null,
    refunded_fen: study.amounts === 'exact' ? refundedFenOf(line, paid, of) : 0,
    status,
    saved_before: firstSavedAt !== undefined && at !== undefined && firstSavedAt <= at,
    first_save_at: firstSavedAt === undefined || !isTold(firstSavedAt, terms) ? null : firstSavedAt,
    source: names.sourceName(sources[line.source]),
    ...provenanceOf(terms, terms.device.detectorVersion),
  });
  const { itemKey } = line;
  return { row: withOrigin(row, () => ({ keys: [orderKey(line)], itemKey })), itemKey, at };
}
