import { i18n } from '#i18n';
import { render } from 'preact';
import { Popup } from '@/components/popup/popup';
import type { PopupProps, TabId } from '@/components/popup/props';
import { lazyLedger } from '@/utils/ledger/open';
import { changesChannel } from '@/utils/messages/protocol';
import { popupActions } from './actions';
import { type Change, inOrder } from './answers';
import { nothingYet } from './nothing-yet';
import { readLists } from './reads';
import { type FrontPage, readFrontTab, readPage } from './reads-page';
import { seenLink, siteAt } from './seen';
import { readConnections, readRecording } from './switches';
import '@/assets/styles/popup.css';

document.title = i18n.t('name');
document.documentElement.lang = i18n.t('lang');

const open = lazyLedger();
open().catch(() => undefined); // under way before anything else is asked; who reads tells why it failed
let front = await readFrontTab();
let pages = 1;
let props: PopupProps = {
  ...nothingYet,
  tab: siteAt(front?.url) ? 'page' : 'saved',
  onTab: (tab) => openTab(tab),
  now: Date.now(),
  actions: popupActions({
    refresh,
    loadMore: () => openTab(props.tab, pages + 1),
    tabId: () => front?.id,
    seen: (key) => seenLink(props.page, front?.url, key),
  }),
};

function show(change: Change): void {
  props = { ...props, ...change, now: Date.now() };
  const root = document.getElementById('app');
  if (root) render(<Popup {...props} />, root);
}

function openTab(tab: TabId, upTo = 1): void {
  pages = upTo;
  show({ tab });
  refresh();
}

const [showLists, showRecording, showConnections] = [inOrder(show), inOrder(show), inOrder(show)];
const showPage = inOrder<FrontPage>(({ page, tab }) => {
  front = tab;
  show({ page });
});

/** Part by part: none waits for another, and least of all for the answer of a page that hangs. */
function refresh(): void {
  void showLists(readLists(open, props.tab, pages));
  void showRecording(readRecording());
  void showConnections(readConnections());
  void showPage(readPage(open));
}

show({});
new BroadcastChannel(changesChannel).addEventListener('message', refresh);
refresh();
