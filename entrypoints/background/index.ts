import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { logger } from '@/utils/log';
import { toListener } from '@/utils/messages/receive';
import { platforms } from '@/utils/platforms/list';
import { hasNewSettings, readSettings } from '@/utils/settings';
import { shopScriptSync, type ScriptDoor } from '@/utils/writer/connections';
import { ledgerWriter } from '@/utils/writer/handle';
import { hasNewRows } from '@/utils/writer/queue';
import { runCommand } from './commands';
import { backgroundDoor } from './door';
import { greet } from './greet';
import { createMenus, wishOf } from './menus';
import { toolbarButton } from './toolbar';

/** The only writer. Every listener is registered before anything is awaited, so that whatever woke us is heard. */
export default defineBackground({
  type: 'module',
  main() {
    const log = logger(browser.storage.session, () => Date.now());
    const button = toolbarButton();
    const { handle, drain, begin, tidy, obey, retain } = ledgerWriter(backgroundDoor(button));
    // The types of the polyfill know no `persistAcrossSessions`; both browsers do.
    const copies = async () => (await readSettings(browser.storage.local)).copiesAnswers;
    const { permissions, scripting } = browser as unknown as ScriptDoor;
    const syncScripts = shopScriptSync({ permissions, scripting, copies }, platforms);
    // Firefox on a phone has neither keys nor menus: what is asked of them there would stop all else.
    const { commands, contextMenus }: Partial<Pick<typeof browser, 'commands' | 'contextMenus'>> = browser;
    const noting = (place: string) => (error: unknown) => log(place, error);
    const tend = () => {
      drain().catch(noting('drain'));
      tidy().catch(noting('imports'));
      syncScripts().catch(noting('scripts'));
      retain().catch(noting('retention'));
      button.drawAll().catch(noting('button'));
    };
    const install = () => {
      tend();
      // A row that could not be written (the ledger was held by an old page) waits in the queue for this.
      void browser.alarms.create('tend', { periodInMinutes: 30 });
      createMenus();
    };
    browser.runtime.onMessage.addListener(toListener(handle));
    browser.runtime.onInstalled.addListener(install);
    browser.runtime.onInstalled.addListener(() => void greet().catch(noting('greet')));
    browser.runtime.onStartup.addListener(install);
    browser.runtime.onStartup.addListener(() => void begin().catch(noting('begin')));
    browser.alarms.onAlarm.addListener(tend);
    browser.permissions.onAdded.addListener(tend);
    browser.permissions.onRemoved.addListener(tend);
    commands?.onCommand.addListener((name, tab) => void runCommand(name, tab, obey).catch(noting('command')));
    contextMenus?.onClicked.addListener((info, tab) => {
      const saving = wishOf(info, tab).then((wish) => wish && obey(wish));
      saving.catch(noting('menu'));
    });
    browser.tabs.onActivated.addListener(({ tabId }) => button.drawSoon(tabId));
    // Browsers forget what a tab's button showed when its page goes.
    browser.tabs.onUpdated.addListener((tabId, { status }) => status === 'complete' && button.drawSoon(tabId));
    browser.storage.onChanged.addListener((changes, area) => {
      if (hasNewRows(changes, area)) drain().catch(noting('drain'));
      if (!hasNewSettings(changes, area)) return;
      syncScripts().catch(noting('scripts'));
      button.redrawAfterSwitch().catch(noting('button'));
    });
    tend();
  },
});
