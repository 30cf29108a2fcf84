import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { toolbarButton } from '@/entrypoints/background/toolbar';
import type { Trouble } from '@/utils/core/health';
import { currentTerms } from '@/utils/core/terms';
import * as made from '../ledger/made-events';
import { speak } from '../components/i18n-setup';

const alarm = '#ab2b22';
const calm = '#1a7541';
const [lively, still] = ['/icon/16.png', '/icon/paused-16.png'];
const [onNote, elsewhere] = [7, 8];
const urls: Record<number, string> = {
  [onNote]: 'https://www.xiaohongshu.com/explore/65f000000000000012345678',
  [elsewhere]: 'https://example.com/',
};

interface Shown {
  text?: string | null;
  color?: string;
  icon?: string;
  title?: string;
}

/** What the button shows now, for each tab and for all (`undefined`). */
let shown: Map<number | undefined, Shown>;

beforeEach(async () => {
  fakeBrowser.reset();
  await speak('en');
  shown = new Map();
  const put = (tab: number | undefined, change: Shown) => shown.set(tab, { ...shown.get(tab), ...change });
  const taking =
    <T extends object>(pick: (details: T) => Shown) =>
    (details: T & { tabId?: number }) =>
      Promise.resolve(void put(details.tabId, pick(details)));
  Object.assign(fakeBrowser, {
    action: {
      setBadgeText: taking(({ text }: { text: string | null }) => ({ text })),
      setBadgeBackgroundColor: taking(({ color }: { color: string }) => ({ color })),
      setIcon: taking(({ path }: { path: Record<number, string> }) => ({ icon: path[16] ?? '' })),
      setTitle: taking(({ title }: { title: string }) => ({ title })),
    },
  });
  Object.assign(fakeBrowser.tabs, {
    get: (id: number) =>
      urls[id] === undefined ? Promise.reject(new Error('gone')) : Promise.resolve({ id, url: urls[id] }),
    query: () => Promise.resolve([{ id: onNote }, { id: elsewhere }, { id: 9 }]),
  });
  await set({});
});

/** The person has agreed, and this is otherwise. */
async function set(change: object): Promise<void> {
  await fakeBrowser.storage.local.set({ settings: { consent: { terms: currentTerms, at: 1 }, ...change } });
}

const two = [made.sighting(1, made.jdItem), made.sighting(2, made.taobaoItem), made.sighting(3, made.jdItem)];

describe('the button in the toolbar', () => {
  test('is lively and says its name alone while it records', async () => {
    await toolbarButton().drawAll();
    expect(shown.get(undefined)).toEqual({ text: '', color: calm, icon: lively, title: 'Bacao' });
    // A tab without anything of its own shows what holds everywhere; one that is closed since stops nothing.
    expect(shown.get(elsewhere)).toEqual({ text: null, color: calm, icon: lively, title: 'Bacao' });
  });

  test.each<[string, object, Shown]>([
    ['switched off', { recording: false }, { text: '', icon: still, color: calm, title: 'Bacao: recording is paused' }],
    [
      'before anybody has agreed',
      { consent: undefined },
      { text: '!', icon: still, color: alarm, title: 'Bacao: nothing is recorded yet, see what would be' },
    ],
    [
      'when the terms have changed since',
      { consent: { terms: currentTerms - 0.5, at: 1 } },
      { text: '!', icon: still, color: alarm, title: 'Bacao: nothing is recorded yet, see what would be' },
    ],
  ])('%s', async (_what, settings, expected) => {
    await set(settings);
    await toolbarButton().drawAll();
    expect(shown.get(undefined)).toEqual(expected);
  });

  test.each<Trouble['kind']>(['full', 'newer', 'blocked', 'broken'])(
    'asks for a look while nothing can be stored (%s), and is calm when that is over',
    async (kind) => {
      const button = toolbarButton();
      await set({ recording: false }); // the graver thing is said
      await button.showTrouble({ kind, since: 1 });
      expect(shown.get(undefined)).toMatchObject({ text: '!', icon: still, color: alarm });
      expect(shown.get(undefined)?.title).toMatch(/^Bacao: \S/u);
      expect(shown.get(undefined)?.title).not.toContain('paused');
      await set({});
      await button.showTrouble(undefined);
      expect(shown.get(undefined)).toEqual({ text: '', color: calm, icon: lively, title: 'Bacao' });
    },
  );

  test('says each trouble in words of its own', async () => {
    const button = toolbarButton();
    const titles = new Set<string | undefined>();
    for (const kind of ['full', 'newer', 'blocked', 'broken'] as const) {
      await button.showTrouble({ kind, since: 1 });
      titles.add(shown.get(undefined)?.title);
    }
    expect(titles.size).toBe(4);
  });

  test('counts the shop links of the note in front, each target once, and nowhere else', async () => {
    const button = toolbarButton();
    button.onTold(onNote, two);
    await vi.waitFor(() => expect(shown.get(onNote)?.text).toBe('2'));
    button.onTold(elsewhere, two);
    await vi.waitFor(() => expect(shown.get(elsewhere)?.text).toBeNull());
  });

  test('counts nothing in a tab that is paused, and says that it is', async () => {
    const button = toolbarButton();
    button.onTold(onNote, two);
    await vi.waitFor(() => expect(shown.get(onNote)?.text).toBe('2'));
    await set({ pausedTabs: [{ tab: onNote, from: 1 }] });
    await button.redrawAfterSwitch();
    expect(shown.get(onNote)).toMatchObject({ text: null, icon: still, title: 'Bacao: recording is paused' });
    expect(shown.get(undefined)).toMatchObject({ text: '', icon: lively });
  });
});
