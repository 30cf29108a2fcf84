import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageDoor } from '@/utils/messages/page-door';
import { readItemPage } from '@/utils/platforms/item-page';
import { watchSettings } from '@/utils/settings';
import { ItemWatcher } from '@/utils/watch/item-page';
import { whenShown } from '@/utils/watch/prerender';

/** Item pages of connected shops: what was landed on. */
export default defineUnlistedScript(() => {
  if (window.top !== window) return;
  const door = { ...pageDoor, window, ...watchSettings() };
  whenShown(document, () => void new ItemWatcher(door, readItemPage).start());
});
