import { i18n } from '@/utils/i18n';
import { render } from 'preact';
import { Popup } from '@/components/popup/popup';
import type { FoundView, PopupProps, TabId } from '@/components/popup/props';
import { inOrder } from '@/utils/core/in-order';
import { lazyLedger } from '@/utils/ledger/open';
import { readTwice } from '@/utils/ledger/read-twice';
import { everything, isPlain, type SearchQuery } from '@/utils/core/search';
import { tellBackground } from '@/utils/messages/ask';
import { changesChannel } from '@/utils/messages/protocol';
import { popupActions } from './actions';
import type { Change } from './change';
import { followTabs } from './follow';
import { nothingYet } from './nothing-yet';
import { readLists } from './reads';
import { type FrontPage, readFrontTab, readPage } from './reads-page';
import { listSearch } from './search';
import { seenLink, siteAt } from './seen';
import { readConnections, readSwitches } from './switches';
import { followTheme } from '@/utils/settings';
import '@/assets/styles/popup.css';

document.title = i18n.t('name');
document.documentElement.lang = i18n.t('lang');
followTheme(document, localStorage);

const open = lazyLedger();
open().catch(() => undefined); // under way before anything else is asked; who reads tells why it failed
// What either first tab shows: under way before the browser has said which one it is.
let ahead: Promise<Change> | undefined = readLists(open, 'saved', 1);
const isPanel = document.documentElement.dataset['view'] === 'panel';
let front = await readFrontTab();
let pages = 1;
let props: PopupProps = {
  ...nothingYet,
  tab: siteAt(front?.url) ? 'page' : 'saved',
  onTab: (tab) => openTab(tab),
  now: Date.now(),
  actions: popupActions({
    isPanel,
    refresh: () => void refresh(),
    loadMore: () => openTab(props.tab, pages + 1),
    search: (change) => search(change),
    beginSearch: () => props.tab !== 'page' && searches[props.tab].begin(),
    tabId: () => front?.id,
    windowId: () => front?.windowId,
    authorOf: ({ site, id }) => readTwice(open, async (db) => (await db.get('notes', `${site}:${id}`))?.authorId),
    hasThumbnails: () => props.tab === 'page' && props.thumbnails !== undefined,
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
  if (tab !== props.tab) show({ tab, query: everything, found: undefined });
  else if (!isPlain(props.query)) return search({});
  void refresh();
}

const searches = {
  saved: listSearch({ open, by: 'savedAt', show: (found) => showFound('saved', found) }),
  purchased: listSearch({ open, by: 'purchasedAt', show: (found) => showFound('purchased', found) }),
};

function showFound(tab: TabId, found: FoundView): void {
  if (tab === props.tab) show({ found });
}

function search(change: Partial<SearchQuery>): void {
  if (Object.keys(change).length > 0) pages = 1;
  const query = { ...props.query, ...change };
  show({ query });
  if (props.tab !== 'page') searches[props.tab].ask(query, pages);
}

const [showLists, showSwitches, showConnections] = [inOrder(show), inOrder(show), inOrder(show)];
const showNotice = inOrder(show);
const showPage = inOrder<FrontPage>(({ page, tab }) => {
  const isOther = front?.id !== tab?.id;
  front = tab;
  show({ page });
  if (isOther) void showSwitches(readSwitches(tab?.id, Date.now())); // that tab may be a paused one
});

/** Their code and their words are loaded behind the lists too. */
async function readNotice(): Promise<Change> {
  const { noticeOf } = await import('./notice');
  const { explain } = await import('./explain');
  const { picturesOf } = await import('./pictures');
  const items = [props.saved, props.purchased, props.found].flatMap((list) => list?.items ?? []);
  return { notice: await noticeOf(open, Date.now()), explain, thumbnails: await picturesOf(open, items) };
}

/**
 * Part by part: none waits for another, and least of all for the answer of a page that hangs. What is lost or due comes
 * behind the lists, which nobody opens the popup for.
 */
function refresh(): Promise<void> {
  if (props.tab !== 'page') searches[props.tab].refresh();
  const listed = showLists(ahead ?? readLists(open, props.tab, pages));
  ahead = undefined;
  void showSwitches(readSwitches(front?.id, Date.now()));
  void showConnections(readConnections());
  void showPage(readPage(open));
  return listed.then(() => showNotice(readNotice()));
}

show({});
if (isPanel) followTabs(() => void refresh());
new BroadcastChannel(changesChannel).addEventListener('message', () => void refresh());
// Whether the browser lost anything since the ledger was last open: the background looks, and announces what it finds.
void refresh().then(() => tellBackground({ type: 'look' }).catch(() => undefined));
