import type { OrderRow } from './schema';

const compared = [
  'skuId',
  'status',
  'title',
  'shop',
  'quantity',
  'orderPaidFen',
  'paidFen',
  'refundedFen',
  'orderedAt',
  'paidAt',
  'itemKey',
  'refunds',
  'sources',
] as const;

/** What pages and bills say of an order line, as one text. A reading that leaves it as it is says nothing new. */
export function saidOf(row: OrderRow): string {
  return JSON.stringify(compared.map((field) => row[field]));
}
