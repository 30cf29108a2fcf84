import browser from 'webextension-polyfill';
import type { DashboardPlace } from '@/components/notices/notice-line';
import type { PopupActions } from '@/components/popup/props';
import { isTold } from '@/utils/messages/ask';
import { connect, disconnect } from '@/utils/messages/connect';
import type { SeenOn } from '@/utils/core/seen-on';
import { hasPanel, openPanel } from '@/utils/messages/panel';
import type { OwnMessage } from '@/utils/messages/protocol';
import { platforms } from '@/utils/platforms/list';

function dashboardPath({ view, section }: Partial<DashboardPlace> = {}): `/dashboard.html${string}` {
  const named = view === undefined ? '' : `?view=${view}`;
  return `/dashboard.html${named}${section === undefined ? '' : `#${section}`}`;
}

interface Screen {
  refresh: () => void;
  loadMore: () => void;
  search: PopupActions['search'];
  beginSearch: () => void;
  isPanel: boolean;
  tabId: () => number | undefined;
  windowId: () => number | undefined;
  authorOf: PopupActions['authorOf'];
  /** Whether a small picture is kept of what is saved. */
  hasThumbnails: () => boolean;
  /** What the page in front says of an item that is not stored yet. */
  seen: (key: string) => SeenOn | undefined;
}

type Words = 'save' | 'unsave' | 'markBought' | 'drop' | 'undo' | 'cool' | 'tag' | 'remark' | 'why';

/** What the person says of an item. */
function wordsOn(seen: Screen['seen']): Pick<PopupActions, Words> {
  const withSeen = (message: Extract<OwnMessage, { type: 'want' | 'mark' }>) => {
    const link = seen(message.key);
    return isTold(link ? { ...message, seen: link } : message);
  };
  return {
    save: (key) => withSeen({ type: 'want', key, wanted: true }),
    unsave: (key) => isTold({ type: 'want', key, wanted: false }),
    markBought: (key) => withSeen({ type: 'mark', key, mark: 'bought' }),
    drop: (key) => withSeen({ type: 'mark', key, mark: 'dropped' }),
    undo: (key) => isTold({ type: 'mark', key, mark: 'none' }),
    cool: (key, until) => isTold({ type: 'cool', key, until }),
    tag: (key, tag, on) => isTold({ type: 'tag', key, tag, on }),
    remark: (key, text) => isTold({ type: 'remark', key, text }),
    why: (key, why) => isTold({ type: 'why', key, why }),
  };
}

/** A press on Save, and the small picture where the person wants one. Its code comes with the first of them. */
function savingWith(save: PopupActions['save'], { hasThumbnails, tabId, windowId }: Screen): PopupActions['save'] {
  return async (key) => {
    const ok = await save(key);
    const [tab, window] = [tabId(), windowId()];
    if (!ok || !hasThumbnails() || tab === undefined || window === undefined) return ok;
    const keep = async () => (await import('./thumbnail')).keepThumbnail(key, { tab, window });
    void keep().catch(() => undefined); // the item is saved all the same
    return ok;
  };
}

type Ways =
  'open' | 'openDashboard' | 'openWelcome' | 'openPanel' | 'reloadPage' | 'capturePage' | 'retry' | 'loadMore';

/** What leads somewhere and changes nothing. */
function waysFrom({ isPanel, refresh, loadMore, tabId, windowId }: Screen): Pick<PopupActions, Ways> {
  return {
    open: (url) => void browser.tabs.create({ url }),
    openDashboard: (place) => void browser.tabs.create({ url: browser.runtime.getURL(dashboardPath(place)) }),
    openWelcome: () => void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }),
    ...(!isPanel && hasPanel() && { openPanel: () => movePanel(windowId()) }),
    reloadPage: () => {
      void browser.tabs.reload(tabId()).then(() => (isPanel ? undefined : window.close()));
    },
    capturePage: () => {
      void browser.tabs.create({ url: browser.runtime.getURL(`/preview.html?tab=${String(tabId())}`) });
    },
    retry: refresh,
    loadMore,
  };
}

function movePanel(windowId: number | undefined): void {
  const opened = openPanel(windowId).then(() => window.close());
  opened.catch(() => undefined); // stays where it is
}

/** What the buttons do. The background writes; the browser alone can ask for a permission or open a page. */
export function popupActions(screen: Screen): PopupActions {
  const { refresh, search, beginSearch, tabId, authorOf, seen } = screen;
  const then = async (done: Promise<boolean>) => {
    const ok = await done;
    refresh();
    return ok;
  };
  const words = wordsOn(seen);
  return {
    ...words,
    ...waysFrom(screen),
    save: savingWith(words.save, screen),
    leaveOut: (what, id, on) => then(isTold({ type: 'exclude', what, id, on })),
    authorOf,
    setRecording: (on) => then(isTold({ type: 'recording', on })),
    pauseTab: (on) => {
      const tab = tabId();
      return tab === undefined ? Promise.resolve(false) : then(isTold({ type: 'pause-tab', tab, on }));
    },
    pauseUntil: (until) => then(isTold({ type: 'pause', until })),
    setCopies: (on) => then(isTold({ type: 'copies', on })),
    eraseAll: () => isTold({ type: 'erase-all' }),
    erasePlatform: (platform) => then(isTold({ type: 'erase', what: { kind: 'platform', platform } })),
    connect: (platform) => then(connect(platforms, platform)),
    disconnect: (platform) => then(disconnect(platforms, platform)),
    search,
    beginSearch,
  };
}
