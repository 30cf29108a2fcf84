import { at } from '../../core/decode';
import type { Purchase, Reading } from '../../core/types';
import { emptyReading } from '../order';
import type { OrderPage } from '../order-page';

/** lazy/getOrderProductInfo.action brings names for the list, which the page writes into its rows: no order, nothing unread. */
export function readLateNames(page: OrderPage): Reading<Purchase> | undefined {
  return at(page.answer, 0, 'productId') === undefined ? undefined : emptyReading();
}
