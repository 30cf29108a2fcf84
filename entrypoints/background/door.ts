import browser from 'webextension-polyfill';
import { deleteLedger } from '@/utils/ledger/erase';
import { lazyLedger } from '@/utils/ledger/open';
import { identityOf } from '@/utils/links/list';
import { changesChannel, workChannel } from '@/utils/messages/protocol';
import { platforms } from '@/utils/platforms/list';
import type { WriterDoor } from '@/utils/writer/door';
import { liveImports } from '@/utils/writer/open-imports';
import { notePages } from './note-pages';
import type { toolbarButton } from './toolbar';

/** The browser, as the writer takes it. */
export function backgroundDoor({ showTrouble, onTold }: ReturnType<typeof toolbarButton>): WriterDoor {
  const channel = new BroadcastChannel(changesChannel);
  const news = new BroadcastChannel(workChannel);
  return {
    openDb: lazyLedger(),
    removeDb: deleteLedger,
    storage: browser.storage.local,
    session: browser.storage.session,
    ownRoot: browser.runtime.getURL(''),
    pages: [...notePages, ...platforms.flatMap(({ hosts }) => [...hosts])],
    orderPages: platforms.flatMap(({ orderPages }) => [...orderPages]),
    // Without a port: Firefox takes none in a pattern.
    mayRead: (url) => browser.permissions.contains({ origins: [`https://${new URL(url).hostname}/*`] }),
    spaceOf: (platform) => identityOf(platform)?.space,
    liveImports,
    hasTab: (tab) =>
      browser.tabs.get(tab).then(
        () => true,
        () => false,
      ),
    now: () => Date.now(),
    announce: () => channel.postMessage('changed'),
    tellProgress: (work, progress) => news.postMessage({ work, ...progress }),
    showTrouble,
    onTold,
  };
}
