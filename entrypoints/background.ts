import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { lazyLedger } from '@/utils/ledger/open';
import { identityOf } from '@/utils/links/list';
import { logger } from '@/utils/log';
import { changesChannel } from '@/utils/messages/protocol';
import { toListener } from '@/utils/messages/receive';
import { platforms } from '@/utils/platforms/list';
import { sites } from '@/utils/sites/list';
import { shopScriptSync, type ScriptDoor } from '@/utils/writer/connections';
import { ledgerWriter } from '@/utils/writer/handle';
import { isQueueKey } from '@/utils/writer/queue';

/** The only writer. Every listener is registered before anything is awaited, so that whatever woke us is heard. */
export default defineBackground({
  type: 'module',
  main() {
    const log = logger(browser.storage.session, () => Date.now());
    const channel = new BroadcastChannel(changesChannel);
    const { handle, drain } = ledgerWriter({
      openDb: lazyLedger(),
      storage: browser.storage.local,
      ownRoot: browser.runtime.getURL(''),
      pages: [...sites, ...platforms].flatMap(({ hosts }) => [...hosts]),
      spaceOf: (platform) => identityOf(platform)?.space,
      now: () => Date.now(),
      announce: () => channel.postMessage('changed'),
    });
    // The types of the polyfill know no `world` and no `persistAcrossSessions`; both browsers do.
    const syncScripts = shopScriptSync(browser as unknown as ScriptDoor, platforms);
    const start = () => {
      drain().catch((error: unknown) => log('drain', error));
      syncScripts().catch((error: unknown) => log('scripts', error));
    };
    browser.runtime.onMessage.addListener(toListener(handle));
    browser.runtime.onInstalled.addListener(start);
    browser.runtime.onStartup.addListener(start);
    browser.permissions.onAdded.addListener(start);
    browser.permissions.onRemoved.addListener(start);
    browser.storage.onChanged.addListener((changes, area) => {
      const hasNew = Object.entries(changes).some(([key, change]) => isQueueKey(key) && change.newValue !== undefined);
      if (area === 'local' && hasNew) drain().catch((error: unknown) => log('drain', error));
    });
    start();
  },
});
