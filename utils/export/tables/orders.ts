import { may, must } from './columns';
import { key, platforms, provenance } from './common';

/** Purchased order lines. */
export const orders = {
  title: 'Purchased order lines',
  primaryKey: ['participant_id', 'order_h', 'line_no'],
  columns: [
    ...key,
    must.string(
      'order_h',
      'HMAC(device key, study + platform + order id): not linkable across participants or studies.',
    ),
    must.integer('line_no', '1-based line.', { unit: 'rank' }),
    must.string('platform', 'Platform.', { values: platforms }),
    may.string('item_h', 'HMAC item.'),
    may.string('shop_h', 'HMAC shop.'),
    may.datetime(
      'paid_at',
      'Payment time, truncated to the precision the study allows; empty where no form states it.',
      { unit: 'UTC' },
    ),
    must.string('paid_at_precision', 'Precision.', { values: ['ms', 'minute', 'hour', 'day'] }),
    must.integer('quantity', 'Units; 1 also where no form states how many.', { unit: 'count' }),
    may.bigint(
      'paid_fen',
      'Paid for the line after discounts; empty where an order of several lines states its total alone.',
      { unit: 'CNY fen' },
    ),
    must.bigint(
      'refunded_fen',
      'Refunded so far; 0 also where no form states a refund, and in every row of a study without amounts (paid_fen is empty there).',
      { unit: 'CNY fen' },
    ),
    must.string('status', 'State.', { values: ['paid', 'shipped', 'completed', 'refunded', 'cancelled'] }),
    must.boolean(
      'saved_before',
      'Item was on the saved list before payment; false also where nobody knows when it was bought.',
    ),
    may.datetime('first_save_at', 'First save; empty where it was before the consent.', { unit: 'UTC' }),
    must.string('source', 'How known.', { values: ['observed', 'imported', 'manual'] }),
    ...provenance,
  ],
} as const;
