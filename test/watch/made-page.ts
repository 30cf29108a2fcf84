import { vi } from 'vitest';
import type { PageSideEvent } from '@/utils/core/events';
import type { Subject } from '@/utils/core/switches';
import type { LinkReading, NoteReading, PageReading } from '@/utils/core/types';
import type { ExposureEvent } from '@/utils/core/units';
import type { PageDoor, TabPlace } from '@/utils/watch/door';
import { NoteWatcher } from '@/utils/watch/note-page';
import type { WatchedSite } from '@/utils/watch/visit';

export const noteId = '65f000000000000012345678';
export const otherId = '65f000000000000087654321';

const outsides: { isConnected: boolean }[] = [];

/** Ends every watcher of a test, as the removal of the extension does. */
export function endAll(): void {
  for (const outside of outsides.splice(0)) outside.isConnected = false;
  for (const type of ['popstate', 'pagehide']) window.dispatchEvent(new Event(type));
}

type ListedRow = Exclude<PageSideEvent, ExposureEvent>;

/** A door to nowhere that keeps what went out, and lets a test decide what the outside says. */
export function madeDoor(change: Partial<PageDoor> = {}) {
  const rows: ListedRow[] = [];
  const exposures: ExposureEvent[] = [];
  const outside = {
    isConnected: true,
    isRecording: true,
    erasedAt: 0,
    pausedTab: -1,
    excluded: [] as Subject['noteId'][],
  };
  const turned: (() => void)[] = [];
  outsides.push(outside);
  const door: PageDoor = {
    window,
    send: (more) => {
      for (const row of more) if (row.type === 'exposure') exposures.push(row);
      for (const row of more) if (row.type !== 'exposure') rows.push(row);
    },
    wake: () => Promise.resolve<TabPlace>({}),
    hello: () => Promise.resolve<TabPlace>({ tab: 4 }),
    isConnected: () => outside.isConnected,
    isRecording: (tab) => outside.isRecording && tab !== outside.pausedTab,
    isExcluded: ({ noteId: id, authorId }) => outside.excluded.some((each) => each === id || each === authorId),
    onSwitch: (each) => void turned.push(each),
    erasedAt: () => outside.erasedAt,
    now: () => Date.now(),
    ...change,
  };
  /** Turns the person's switch, of which the page hears. */
  const switchTo = (isRecording: boolean) => {
    outside.isRecording = isRecording;
    for (const each of turned) each();
  };
  return { door, rows, exposures, outside, switchTo };
}

/** A site that shows what the test puts into `shown`, one note per address; its collect button is `.collect`. */
export function madeSite(change: Partial<WatchedSite> = {}) {
  const shown = { note: {} as Partial<NoteReading>, links: [] as LinkReading[], unread: [] as PageReading['unread'] };
  const idIn = (url: string) => /[0-9a-f]{24}/.exec(url)?.[0];
  const readPlace = (url: string) => {
    const id = idIn(url);
    return id === undefined ? { kind: 'feed' as const } : { kind: 'note' as const, noteId: id };
  };
  const readOpen = (url: string): PageReading => {
    const { kind, noteId: id } = readPlace(url);
    const { note, links, unread } = shown;
    return { kind, cards: [], comments: [], links, unread, ...(id !== undefined && { note: { ...note, id } }) };
  };
  const site: WatchedSite = {
    id: 'xiaohongshu',
    ruleVersion: 'made',
    cardId: 'data-card',
    readPlace,
    namePage: (url, tabs) =>
      [new URL(url).pathname, new URL(url).searchParams.get('tab') ?? tabs?.querySelector('.tab.on')?.textContent].join(
        ' ',
      ),
    isTab: ([first]) => first instanceof Element && first.matches('.tab'),
    readPage: readOpen,
    readOpen: vi.fn(readOpen),
    noteChanges: () => undefined,
    readSaved: () => [],
    readFormerSaved: () => [],
    readShop: () => undefined,
    unitsOn: () => ({
      root: undefined,
      find: () => [],
      keyOf: () => '',
      listed: () => undefined,
      read: () => undefined,
    }),
    seeLabel: () => undefined,
    seeBlocker: () => undefined,
    linkAt: (path) => (path.some((part) => part instanceof HTMLAnchorElement) ? shown.links[0] : undefined),
    noteAt: () => true,
    cardAt: () => undefined,
    collectTarget: ([first]) => (first instanceof Element && first.closest('.collect') ? {} : undefined),
    readCollected: (page) => page.querySelector('.collect use')?.getAttribute('xlink:href') === '#collected',
    readOwnItem: () => undefined,
    readOwnTitles: () => ({ meta: '', heading: '' }),
    ...change,
  };
  return { site, shown };
}

export function watchNote(door: PageDoor, site: WatchedSite): void {
  window.history.replaceState(undefined, '', `/explore/${noteId}`);
  new NoteWatcher(door, site).start();
}

/** An event as the person's own hand makes it: happy-dom's are not trusted. */
export function byHand<T extends Event>(event: T): T {
  return Object.defineProperty(event, 'isTrusted', { value: true });
}

/** Lets promises and mutation observers run; the clock moves by `ms`. */
export async function settle(ms = 0): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

/** A change as pages make them all the time. */
export function changePage(): void {
  document.body.append(document.createElement('i'));
}
