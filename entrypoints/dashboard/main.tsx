import { i18n } from '@/utils/i18n';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { ChartToolsProvider } from '@/components/charts/chart-tools';
import { ClosedCard } from '@/components/dashboard/closed-card';
import { Shell } from '@/components/dashboard/shell';
import { ViewHead } from '@/components/dashboard/view-head';
import type { HealthFacts } from '@/components/notices/facts';
import { ToolsProvider } from '@/components/tools';
import { inOrder } from '@/utils/core/in-order';
import { lazyLedger } from '@/utils/ledger/open';
import { handOver } from '@/utils/downloads';
import { platformName } from '@/utils/links/list';
import { tellBackground } from '@/utils/messages/ask';
import { changesChannel } from '@/utils/messages/protocol';
import { readFacts, spoiltAsker } from './facts';
import { rollBackup } from './folder';
import { viewAt, views } from './list';
import type { Desk, Screen, View } from './view';
import { followTheme } from '@/utils/settings';
import '@/assets/styles/dashboard.css';

const language = i18n.t('lang');
document.documentElement.lang = language;
followTheme(document, localStorage);

const open = lazyLedger();
let facts: HealthFacts = {};
let spoilt = false;
const showFacts = inOrder<HealthFacts>((read) => {
  facts = { ...read, spoilt };
  draw();
});
const askSpoilt = spoiltAsker(open);

const desk: Desk = { open, facts: () => facts, now: () => Date.now(), refresh, redraw: draw, goTo };
const tools = {
  platformName: (id: string) => platformName(id, language),
  onDeed: () => undefined,
  onOpen: (url: string) => void browser.tabs.create({ url }),
};
const charts = { onSave: handOver };
const screens = new Map<View, Screen>();

function screenOf(view: View): Screen {
  const screen = screens.get(view) ?? view.start(desk);
  screens.set(view, screen);
  return screen;
}

function draw(): void {
  const view = viewAt(window.location.search);
  const root = document.getElementById('app');
  if (!view || !root) return;
  const now = Date.now();
  const nav = views.map(({ id, name, icon, alert }) => ({
    id,
    name: name(),
    icon,
    alert: alert?.(facts, now) ?? false,
  }));
  document.title = i18n.t('dashboard.title', [view.name(), i18n.t('name')]);
  render(
    <ToolsProvider value={{ ...tools, now }}>
      <ChartToolsProvider value={charts}>
        <Shell nav={nav} current={view.id} onOpen={(id) => goTo(id)}>
          <div class="view__inner" key={view.id}>
            {drawView(view)}
          </div>
        </Shell>
      </ChartToolsProvider>
    </ToolsProvider>,
    root,
  );
}

function drawView(view: View) {
  if (!facts.error || view.tellsClosed) return screenOf(view).draw();
  return (
    <>
      <ViewHead title={view.name()} />
      <ClosedCard error={facts.error} onGo={goTo} onRetry={refresh} />
    </>
  );
}

function refresh(): void {
  // All rows are walked once the rest stands there: nothing waits for them.
  void showFacts(readFacts(open)).then(askSpoilt).then(showSpoilt);
  const view = viewAt(window.location.search);
  if (view) screenOf(view).read();
}

function showSpoilt(is: boolean): void {
  if (is === spoilt) return;
  spoilt = is;
  facts = { ...facts, spoilt };
  draw();
}

function goTo(view: string, section?: string, params: Record<string, string> = {}): void {
  const search = new URLSearchParams({ view, ...params }).toString();
  window.history.pushState(null, '', `?${search}${section === undefined ? '' : `#${section}`}`);
  arrive();
}

/** A new view, by whichever way: its heading, or the section that the address names, takes the focus. */
function arrive(): void {
  draw();
  refresh();
  const section = window.location.hash && document.getElementById(window.location.hash.slice(1));
  const place = section || document.querySelector<HTMLElement>('h1');
  if (!section) window.scrollTo(0, 0);
  // On a narrow screen the ways through are a strip: the open one is brought into it.
  document.querySelector('.nav__link[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  place?.focus();
}

// Whether the browser lost anything since the ledger was last open: the background looks, and announces it.
void tellBackground({ type: 'look' }).catch(() => undefined);
// A ledger that does not open has nothing to back up: the page says so.
void rollBackup(desk).then(refresh, () => undefined);
window.addEventListener('popstate', arrive);
new BroadcastChannel(changesChannel).addEventListener('message', refresh);
arrive();
