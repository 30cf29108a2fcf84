import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageDoor } from '@/utils/messages/page-door';
import { readItemPage } from '@/utils/platforms/item-page';
import { readShopPage } from '@/utils/platforms/shop-page';
import { readShopSignals } from '@/utils/platforms/shop-signals';
import { watchSettings } from '@/utils/settings';
import { ItemWatcher } from '@/utils/watch/item-page';
import { whenShown } from '@/utils/watch/prerender';

/** Item and shop pages of connected shops: what was landed on, and what was done there. */
export default defineUnlistedScript(() => {
  if (window.top !== window) return;
  const switches = watchSettings();
  const door = { ...pageDoor(switches), window, ...switches };
  whenShown(
    document,
    () =>
      void new ItemWatcher(door, {
        readItem: readItemPage,
        readShop: readShopPage,
        readSignals: readShopSignals,
      }).start(),
  );
});
