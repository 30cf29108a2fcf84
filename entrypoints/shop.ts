import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageDoor } from '@/utils/messages/page-door';
import { sendOrders } from '@/utils/messages/send';
import { isOrderPage, readItemPage, readOrdersFrom } from '@/utils/platforms';
import { watchRecording } from '@/utils/settings';
import { ShopWatcher } from '@/utils/watch/shop-page';

/** Pages of connected shops: the item that was landed on, and the person's own orders. */
export default defineUnlistedScript(() => {
  if (window.top !== window) return;
  const door = { ...pageDoor, window, isRecording: watchRecording(), sendOrders };
  void new ShopWatcher(door, { readItem: readItemPage, isOrderPage, readOrders: readOrdersFrom }).start();
});
