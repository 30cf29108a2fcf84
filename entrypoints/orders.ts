import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageDoor } from '@/utils/messages/page-door';
import { sendOrders } from '@/utils/messages/send';
import { readOrderSignals } from '@/utils/platforms/order-signals';
import { readOrderAnswer, readOrdersFrom } from '@/utils/platforms/orders';
import { orderFinder } from '@/utils/platforms/shown-orders';
import { watchSettings } from '@/utils/settings';
import { OrderWatcher } from '@/utils/watch/order-page';
import { whenShown } from '@/utils/watch/prerender';
import { hearTap } from '@/utils/watch/tap';

/** Order pages of connected shops. A script of its own: it needs no link rules, and an item page needs no order forms. */
export default defineUnlistedScript(() => {
  if (window.top !== window) return;
  const switches = watchSettings();
  const door = { ...pageDoor(switches), window, ...switches, sendOrders };
  const watcher = new OrderWatcher(door, {
    readPage: readOrdersFrom,
    readAnswer: readOrderAnswer,
    readSignals: readOrderSignals,
    finderOn: orderFinder,
  });
  hearTap(window, (message) => watcher.takeCopy(message));
  whenShown(document, () => void watcher.start());
});
