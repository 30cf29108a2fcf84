import { at } from '../../core/decode';
import type { Purchase, Reading } from '../../core/types';
import type { OrderPage } from '../order-page';

/** A refused request answers with error_code: no data, never "no orders". */
export function readFailedAnswer(page: OrderPage): Reading<Purchase> | undefined {
  if (at(page.answer, 'error_code') === undefined) return undefined;
  return { found: [], unread: [{ where: 'answer', reason: 'no-data' }], skipped: 0 };
}
