import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openPageDoor } from '@/utils/messages/page-door';
import { sendOrders } from '@/utils/messages/send';
import { isOrderPage, readItemPage, readOrdersFrom } from '@/utils/platforms';
import { ShopWatcher } from '@/utils/watch/shop-page';

/** Pages of connected shops: the item that was landed on, and the person's own orders. */
export default defineUnlistedScript(() => {
  if (window.top !== window) return;
  const door = { ...openPageDoor(window), sendOrders };
  void new ShopWatcher(door, { readItem: readItemPage, isOrderPage, readOrders: readOrdersFrom }).start();
});
