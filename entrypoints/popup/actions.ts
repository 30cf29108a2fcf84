import browser from 'webextension-polyfill';
import type { PopupActions } from '@/components/popup/props';
import { tellBackground } from '@/utils/messages/ask';
import type { OwnMessage, SeenLink } from '@/utils/messages/protocol';
import { platforms } from '@/utils/platforms/list';

/** True once the background has said that it is written. */
async function isTold(message: OwnMessage): Promise<boolean> {
  try {
    await tellBackground(message);
    return true;
  } catch {
    return false; // shown to the person as "not saved"
  }
}

function originsOf(platform: string): string[] {
  return platforms.filter(({ id }) => id === platform).flatMap(({ hosts }) => [...hosts]);
}

interface Screen {
  refresh: () => void;
  loadMore: () => void;
  tabId: () => number | undefined;
  /** What the page in front says of an item that is not stored yet. */
  seen: (key: string) => SeenLink | undefined;
}

/** What the buttons do. The background writes; the browser alone can ask for a permission or open a page. */
export function popupActions({ refresh, loadMore, tabId, seen }: Screen): PopupActions {
  const then = async (done: Promise<boolean>) => {
    const ok = await done;
    refresh();
    return ok;
  };
  const withSeen = (message: Extract<OwnMessage, { key: string }>) => {
    const link = seen(message.key);
    return isTold(link ? { ...message, seen: link } : message);
  };
  return {
    save: (key) => withSeen({ type: 'want', key, wanted: true }),
    unsave: (key) => isTold({ type: 'want', key, wanted: false }),
    markBought: (key) => withSeen({ type: 'mark', key, mark: 'bought' }),
    drop: (key) => withSeen({ type: 'mark', key, mark: 'dropped' }),
    undo: (key) => isTold({ type: 'mark', key, mark: 'none' }),
    setRecording: (on) => then(isTold({ type: 'recording', on })),
    eraseAll: () => isTold({ type: 'erase-all' }),
    // First thing in the click handler: a browser grants only what the person's own click asks for.
    connect: (platform) => then(browser.permissions.request({ origins: originsOf(platform) })),
    disconnect: (platform) => then(browser.permissions.remove({ origins: originsOf(platform) })),
    open: (url) => void browser.tabs.create({ url }),
    reloadPage: () => {
      void browser.tabs.reload(tabId()).then(() => window.close());
    },
    retry: refresh,
    loadMore,
  };
}
