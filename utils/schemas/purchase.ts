import * as v from 'valibot';
import { purchaseStatuses } from '../core/types';
import { matchWords } from '../core/events';
import { matchMethods } from '../core/rows';
import { count, fen, key, short, text, time } from './fields';

const refund = v.object({ at: time, fen, form: v.exactOptional(short), no: v.exactOptional(count) });

const payment = v.object({ at: time, fen, form: short, no: v.exactOptional(count), backFen: v.exactOptional(fen) });

/** One order line without its order's id, which a page tells in clear and the ledger keeps hashed. */
export const orderLine = {
  platform: short,
  itemId: v.exactOptional(short),
  skuId: v.exactOptional(short),
  title: text,
  shop: v.exactOptional(text),
  quantity: v.exactOptional(count),
  orderPaidFen: v.exactOptional(fen),
  paidFen: v.exactOptional(fen),
  refundedFen: v.exactOptional(fen),
  orderedAt: v.exactOptional(time),
  paidAt: v.exactOptional(time),
  status: v.picklist(purchaseStatuses),
  source: v.picklist(['page', 'bill', 'user']),
  refunds: v.exactOptional(v.pipe(v.array(refund), v.maxLength(100))),
  payments: v.exactOptional(v.pipe(v.array(payment), v.maxLength(100))),
};

/** The person's word on a line, as it is sent and as it is kept. */
export const matchWord = {
  line: key,
  platform: short,
  item: v.exactOptional(key),
  other: v.exactOptional(key),
  word: v.picklist(matchWords),
  by: v.picklist(matchMethods),
  score: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
};
