import { deleteDB } from 'idb';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageReading } from '@/utils/core/types';
import { lazyLedger } from '@/utils/ledger/open';

/** Answers that the fake browser lacks; a test gives the ones it asks for. */
export const answers = {
  describe: vi.fn<() => Promise<unknown>>(),
  background: vi.fn<(message: unknown) => Promise<unknown>>(),
};

export const noteUrl = 'https://www.xiaohongshu.com/explore/65f000000000000012345678';
export const frontUrl = `${noteUrl}?xsec_token=secret#top`;

/** A browser with one tab in front, whose page answers, and a background that stores. */
export function madeBrowser(url = frontUrl): void {
  fakeBrowser.reset();
  answers.describe.mockReset().mockResolvedValue(undefined);
  answers.background.mockReset().mockResolvedValue({ ok: true });
  const tab = { id: 7, index: 0, highlighted: true, active: true, pinned: false, incognito: false, url };
  Object.assign(fakeBrowser.tabs, { query: () => Promise.resolve([tab]), sendMessage: answers.describe });
  Object.assign(fakeBrowser.runtime, { sendMessage: answers.background });
  Object.assign(fakeBrowser, { permissions: { contains: () => Promise.resolve(true) } });
}

let names = 0;

/** A ledger of its own, opened as the popup does. */
export function madeLedger() {
  const name = `popup-${String((names += 1))}`;
  return { name, open: lazyLedger(name) };
}

export function closeFor(name: string): Promise<void> {
  return deleteDB(name); // asks every connection to close, as an upgrade does
}

export function pageWith(change: Partial<PageReading> = {}): PageReading {
  return { kind: 'note', cards: [], comments: [], links: [], unread: [], ...change };
}
