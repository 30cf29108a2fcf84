import { i18n } from '#i18n';
import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { lazyLedger } from '@/utils/ledger/open';
import { resolveLink } from '@/utils/links';
import { identityOf, platformIdentities } from '@/utils/links/list';
import { logger } from '@/utils/log';
import { changesChannel } from '@/utils/messages/protocol';
import { toListener } from '@/utils/messages/receive';
import { platforms } from '@/utils/platforms/list';
import { sites } from '@/utils/sites/list';
import { shopScriptSync, type ScriptDoor } from '@/utils/writer/connections';
import { ledgerWriter } from '@/utils/writer/handle';
import { saveLinkMenu, wantOfLink } from '@/utils/writer/menu';
import { hasNewRows } from '@/utils/writer/queue';

/** The only writer. Every listener is registered before anything is awaited, so that whatever woke us is heard. */
export default defineBackground({
  type: 'module',
  main() {
    const log = logger(browser.storage.session, () => Date.now());
    const channel = new BroadcastChannel(changesChannel);
    const pages = sites.flatMap(({ hosts }) => [...hosts]);
    const { handle, drain, obey } = ledgerWriter({
      openDb: lazyLedger(),
      storage: browser.storage.local,
      ownRoot: browser.runtime.getURL(''),
      pages: [...pages, ...platforms.flatMap(({ hosts }) => [...hosts])],
      orderPages: platforms.flatMap(({ orderPages }) => [...orderPages]),
      mayRead: (url) => browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] }),
      spaceOf: (platform) => identityOf(platform)?.space,
      now: () => Date.now(),
      announce: () => channel.postMessage('changed'),
    });
    // The types of the polyfill know no `persistAcrossSessions`; both browsers do.
    const syncScripts = shopScriptSync(browser as unknown as ScriptDoor, platforms);
    const noting = (place: string) => (error: unknown) => log(place, error);
    const tend = () => {
      drain().catch(noting('drain'));
      syncScripts().catch(noting('scripts'));
    };
    const install = () => {
      tend();
      // A row that could not be written (the ledger was held by an old page) waits in the queue for this.
      void browser.alarms.create('tend', { periodInMinutes: 30 });
      const menu = saveLinkMenu({ title: i18n.t('menu.saveLink'), pages, platforms: platformIdentities, sites });
      browser.contextMenus.create(menu, () => void browser.runtime.lastError); // it may be there from before
    };
    browser.runtime.onMessage.addListener(toListener(handle));
    browser.runtime.onInstalled.addListener(install);
    browser.runtime.onStartup.addListener(install);
    browser.alarms.onAlarm.addListener(tend);
    browser.permissions.onAdded.addListener(tend);
    browser.permissions.onRemoved.addListener(tend);
    browser.contextMenus.onClicked.addListener(({ linkUrl }) => {
      const wish = wantOfLink(resolveLink(linkUrl ?? ''));
      if (wish) obey(wish).catch(noting('menu'));
    });
    browser.storage.onChanged.addListener((changes, area) => {
      if (hasNewRows(changes, area)) drain().catch(noting('drain'));
    });
    tend();
  },
});
