import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerDescribe, pageDoor } from '@/utils/messages/page-door';
import { watchSettings } from '@/utils/settings';
import { readerAt, siteAt } from '@/utils/sites';
import { readOwnItem, readOwnTitles } from '@/utils/sites/own-item';
import { NoteWatcher } from '@/utils/watch/note-page';
import { whenShown } from '@/utils/watch/prerender';

/** Note pages: reads what they show and what the person does there. Changes nothing on them. */
export default defineUnlistedScript(() => {
  const { href } = window.location;
  const [site, reader] = [siteAt(href), readerAt(href)];
  if (!site || !reader || window.top !== window) return;
  const switches = watchSettings();
  const door = { ...pageDoor(switches), window, ...switches };
  whenShown(document, () => {
    const watcher = new NoteWatcher(door, { ...reader, id: site.id, readOwnItem, readOwnTitles });
    watcher.start();
    answerDescribe(() => watcher.describe());
  });
});
