import { i18n } from '@/utils/i18n';
import browser from 'webextension-polyfill';
import type { SettingsActions, SettingsState } from '@/components/dashboard/settings/settings-props';
import { SettingsView } from '@/components/dashboard/settings/settings-view';
import { inOrder } from '@/utils/core/in-order';
import { readTwice } from '@/utils/ledger/read-twice';
import { countThumbnails } from '@/utils/ledger/thumbnails';
import { isTold } from '@/utils/messages/ask';
import { connect, disconnect, listConnections } from '@/utils/messages/connect';
import { platforms } from '@/utils/platforms/list';
import { readSettings } from '@/utils/settings';
import { sites } from '@/utils/sites/list';
import { openKeys, readKeys } from '../keys';
import { subjectAt } from '@/utils/sites/subject';
import type { Desk, Screen, View } from '../view';

export const view: View = {
  id: 'settings',
  order: 100,
  icon: 'gear',
  name: () => i18n.t('views.settings'),
  tellsClosed: true,
  start,
};

/** `https://www.example.com/*` → `www.example.com` */
const hosts = sites.flatMap((site) => site.hosts.map((pattern) => pattern.split('/')[2] ?? pattern));

function start(desk: Desk): Screen {
  let state: SettingsState = { connections: [], keys: [], sites: hosts };
  const show = inOrder<SettingsState>((read) => {
    state = read;
    desk.redraw();
  });
  const read = async (): Promise<SettingsState> => {
    const [settings, connections, keys, thumbnails] = await Promise.all([
      readSettings(browser.storage.local),
      listConnections(platforms),
      readKeys(),
      readTwice(desk.open, countThumbnails).catch(() => undefined), // the switches are there without the ledger
    ]);
    return { settings, connections, keys, sites: hosts, ...(thumbnails !== undefined && { thumbnails }) };
  };
  const refresh = () => void show(read());
  const then = async (done: Promise<boolean>): Promise<boolean> => {
    const ok = await done;
    refresh();
    return ok;
  };
  const actions: SettingsActions = {
    connect: (id) => then(connect(platforms, id)),
    disconnect: (id) => then(disconnect(platforms, id)),
    erasePlatform: (platform) => then(isTold({ type: 'erase', what: { kind: 'platform', platform } })),
    onKind: (kind, on) => void then(isTold({ type: 'kind', kind, on })),
    onTheme: (theme) => void then(isTold({ type: 'theme', theme })),
    onThumbnails: (on) => void then(isTold({ type: 'thumbnails', on })),
    eraseThumbnails: () => then(isTold({ type: 'erase-thumbnails' })),
    leaveOut: (what, id, on) => then(isTold({ type: 'exclude', what, id, on })),
    subjectAt,
    onKeys: openKeys,
    onConsent: () => void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }),
  };
  return { draw: () => <SettingsView state={state} actions={actions} />, read: refresh };
}
