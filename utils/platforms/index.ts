/** All that is known of shop pages. A script that needs one of the three imports its file: the rest stays out of it. */
export { readItemPage } from './item-page';
export { readOrders, readOrdersFrom } from './orders';
export { readShopSignals } from './shop-signals';
