import { i18n } from '@/utils/i18n';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import type { Connection } from '@/components/popup/props';
import { ToolsProvider } from '@/components/tools';
import { Welcome } from '@/components/welcome/welcome';
import { inOrder } from '@/utils/core/in-order';
import type { Settings } from '@/utils/core/switches';
import { standingOf } from '@/utils/core/terms';
import { platformName } from '@/utils/links/list';
import { isTold } from '@/utils/messages/ask';
import { connect, disconnect, listConnections } from '@/utils/messages/connect';
import { platforms } from '@/utils/platforms/list';
import { followTheme, hasNewSettings, readSettings } from '@/utils/settings';
import '@/assets/styles/welcome.css';

const language = i18n.t('lang');
document.title = i18n.t('name');
document.documentElement.lang = language;
followTheme(document, localStorage);

const tools = {
  now: Date.now(),
  platformName: (id: string) => platformName(id, language),
  onDeed: () => undefined,
  onOpen: () => undefined,
};

interface Known {
  settings?: Settings;
  connections: Connection[];
}

const then = async (done: Promise<boolean>): Promise<boolean> => {
  const ok = await done;
  refresh();
  return ok;
};
const actions = {
  connect: (id: string) => then(connect(platforms, id)),
  disconnect: (id: string) => then(disconnect(platforms, id)),
  erasePlatform: (platform: string) => then(isTold({ type: 'erase', what: { kind: 'platform', platform } })),
};

function draw({ settings, connections }: Known): void {
  const root = document.getElementById('app');
  if (!root) return;
  render(
    <ToolsProvider value={tools}>
      <Welcome
        consent={settings && standingOf(settings.consent)}
        unwanted={settings?.unwantedKinds ?? []}
        onKind={(kind, on) => then(isTold({ type: 'kind', kind, on }))}
        onAgree={() => then(isTold({ type: 'consent' }))}
        onRemove={() => void browser.management.uninstallSelf({ showConfirmDialog: true }).catch(() => undefined)}
        connections={connections}
        actions={actions}
      />
    </ToolsProvider>,
    root,
  );
}

const show = inOrder<Known>((read) => draw(read));

async function read(): Promise<Known> {
  const [settings, connections] = await Promise.all([readSettings(browser.storage.local), listConnections(platforms)]);
  return { settings, connections };
}

function refresh(): void {
  void show(read());
}

draw({ connections: [] });
refresh();
browser.storage.onChanged.addListener((changes, area) => {
  if (hasNewSettings(changes, area)) refresh();
});
