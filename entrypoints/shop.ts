import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageDoor } from '@/utils/messages/page-door';
import { readItemPage } from '@/utils/platforms/item-page';
import { watchRecording } from '@/utils/settings';
import { ItemWatcher } from '@/utils/watch/item-page';

/** Item pages of connected shops: what was landed on. */
export default defineUnlistedScript(() => {
  if (window.top !== window) return;
  const door = { ...pageDoor, window, isRecording: watchRecording() };
  void new ItemWatcher(door, readItemPage).start();
});
