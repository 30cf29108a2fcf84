import * as v from 'valibot';
import { purchaseStatuses, type PurchaseStatus } from '../core/types';
import { count, fen, key, short, time } from './fields';

const source = v.picklist(['page', 'bill', 'user']);
const knownStatus = v.picklist(purchaseStatuses);

/** What an export makes use of in a stored order line. Its status may be a word of a later version, which damages nothing. */
const storedLine = v.object({
  key,
  orderKey: key,
  platform: short,
  itemKey: v.optional(key),
  quantity: v.optional(count),
  orderPaidFen: v.optional(fen),
  paidFen: v.optional(fen),
  refundedFen: v.optional(fen),
  orderedAt: v.optional(time),
  paidAt: v.optional(time),
  placedAt: v.optional(time),
  firstSeenAt: time,
  status: short,
  source,
  twinOf: v.optional(key),
  mayBe: v.optional(key),
  twin: v.optional(v.object({ status: short, refundedFen: v.optional(fen) })),
});

/** Stored rows are asked and not copied, absent fields that are there as `undefined` among them. */
export function isStoredLine(row: unknown): boolean {
  return v.is(storedLine, row);
}

/** @returns undefined for a word that this version does not know */
export function asStatus(status: string): PurchaseStatus | undefined {
  return v.is(knownStatus, status) ? status : undefined;
}
