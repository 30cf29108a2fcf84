import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageDoor } from '@/utils/messages/page-door';
import { sendOrders } from '@/utils/messages/send';
import { readOrdersFrom } from '@/utils/platforms/orders';
import { watchSettings } from '@/utils/settings';
import { OrderWatcher } from '@/utils/watch/order-page';
import { whenShown } from '@/utils/watch/prerender';

/** Order pages of connected shops. A script of its own: it needs no link rules, and an item page needs no order forms. */
export default defineUnlistedScript(() => {
  if (window.top !== window) return;
  const door = { ...pageDoor, window, ...watchSettings(), sendOrders };
  whenShown(document, () => void new OrderWatcher(door, readOrdersFrom).start());
});
