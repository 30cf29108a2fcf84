import type { Amount } from '../core/money';
import type { Purchase } from '../core/types';

/** One line of a bill, as its form reads it. */
export type BillLine = PaymentLine | RefundLine | { is: 'other' };

export interface PaymentLine {
  is: 'payment';
  purchase: Purchase;
  /** What was paid, before refunds. */
  amount: Amount;
  /** What the line itself says of money that came back. */
  refund: Refund;
  /** Numbers under which a refund names this payment. */
  keys: string[];
  /** Numbers by which the bill of the shop, or of the wallet, may name the order. */
  alsoIds: string[];
  /** The wallet's own, which no other payment has; absent where the form has none but the order's. */
  number?: string;
  /** A table program rounded or dropped the wallet's own number: two payments of one order differ in their time alone. */
  isNumberLost?: true;
}

export interface RefundLine {
  is: 'refund';
  amount: Amount;
  keys: string[];
  /** What tells this line from every other of its time and amount. */
  id: string;
  /** Those of its numbers that are whole. */
  numbers: string[];
  /** The wallet's own, which no other refund has; absent where the form has none, or a table program rounded it. */
  number?: string;
  at: number | undefined;
  /** Of the order that the line names, as a line of its payment would name it. */
  platform?: string | undefined;
  orderId?: string | undefined;
  /** Only where the form's refunds do not name their payment: it is known by its title. */
  title?: string;
}

/** Fen that came back, all of it, some of it in a figure that cannot be read, or nothing that the line tells. */
export type Refund = number | 'all' | 'bad-amount' | undefined;

/** The text under a column's name, trimmed; `''` where the line has none. */
export type Cell = (column: string) => string;

/** What a file in `forms/` exports as `form`. */
export interface BillForm {
  id: string;
  /** Columns that together tell this bill from every other: the header is the first line that has them all. */
  columns: readonly string[];
  /** The column of free text, which stands before 收/支. */
  goods: string;
  /** `undefined`: a purchase whose numbers cannot be trusted. */
  readLine: (cell: Cell) => BillLine | undefined;
}

/** Any other money matter: transfers, wages, meals, cards. */
export const other: BillLine = { is: 'other' };
