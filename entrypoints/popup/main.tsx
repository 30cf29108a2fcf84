import { i18n } from '#i18n';
import { render } from 'preact';
import { Popup } from '@/components/popup/popup';
import type { ListView, PopupProps, TabId } from '@/components/popup/props';
import { openLedger } from '@/utils/ledger/open';
import { identityOf } from '@/utils/links/list';
import { changesChannel } from '@/utils/messages/protocol';
import { popupActions } from './actions';
import { isNotePage, readFrontTab, readLists, readPageView, readSwitches } from './reads';
import '@/assets/styles/popup.css';

const language = i18n.t('lang');
document.title = i18n.t('name');
document.documentElement.lang = language;

const loading: ListView = { state: 'loading', items: [], more: false };
let pages = 1;
let props: PopupProps = {
  tab: 'saved',
  onTab: (tab) => void openTab(tab),
  page: { state: 'loading' },
  saved: loading,
  purchased: loading,
  orders: [],
  recording: true,
  connections: [],
  now: Date.now(),
  platformName: (id) => identityOf(id)?.names[language === 'zh-CN' || language === 'zh-TW' ? language : 'en'] ?? id,
  actions: popupActions({ refresh: () => void refresh(), loadMore: () => void loadMore(), tabId: () => front?.id }),
};

function show(change: Partial<PopupProps>): void {
  props = { ...props, ...change, now: Date.now() };
  const root = document.getElementById('app');
  if (root) render(<Popup {...props} />, root);
}

const opening = openLedger();
const [front, db] = await Promise.all([readFrontTab(), opening.catch(() => undefined)]);

async function openTab(tab: TabId): Promise<void> {
  pages = 1;
  show({ tab });
  await refresh();
}

async function loadMore(): Promise<void> {
  pages += 1;
  await refresh();
}

/** The lists first, since they are on screen; then what needs another script's answer. */
async function refresh(): Promise<void> {
  if (!db) return show({ error: { kind: 'database' } });
  show(await readLists(db, props.tab, pages));
  show({ ...(await readSwitches()), page: await readPageView(db, front) });
}

show({ tab: isNotePage(front?.url) ? 'page' : 'saved' });
new BroadcastChannel(changesChannel).addEventListener('message', () => void refresh());
await refresh();
