import { afterEach, beforeEach, vi } from 'vitest';
import { NoteWatcher } from '@/utils/watch/note-page';
import type { WatchedSite } from '@/utils/watch/visit';
import { endAll, madeDoor, madeSite, settle } from '../made-page';

export const start = Date.UTC(2026, 10, 22);

/** Time stands still until a test moves it; afterwards nothing is watched any more. */
export function useMadeClock(): void {
  beforeEach(() => void vi.useFakeTimers({ now: start }));
  afterEach(() => {
    endAll();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
}

type Share = [element: Element, ratio: number, left?: number];

/** Stands for the browser's layout: a test says how much of an element is on screen, and when. */
function madeScreen() {
  const observers: MadeObserver[] = [];
  const pending: object[] = [];
  class MadeObserver {
    readonly targets = new Set<Element>();
    readonly tell: (entries: object[]) => void;
    constructor(tell: (entries: object[]) => void) {
      this.tell = tell;
      observers.push(this);
    }
    observe = (element: Element) => void this.targets.add(element);
    unobserve = (element: Element) => void this.targets.delete(element);
    disconnect = () => this.targets.clear();
    takeRecords = () => pending.splice(0);
  }
  vi.stubGlobal('IntersectionObserver', MadeObserver);
  const entry = ([target, intersectionRatio, x = 0]: Share) => {
    const boundingClientRect = { x, y: 10, width: 240, height: 400 };
    return { target, intersectionRatio, time: performance.now(), boundingClientRect };
  };
  const show = (...shares: Share[]) => {
    for (const { targets, tell } of observers) tell(shares.filter(([element]) => targets.has(element)).map(entry));
  };
  const watched = () => observers.flatMap(({ targets }) => [...targets]);
  return {
    show,
    /** The same, known to the browser and not told yet. */
    keepBack: (...shares: Share[]) => void pending.push(...shares.map(entry)),
    /** Tells what was kept back, if nobody has taken it. */
    tellKept: () => {
      for (const { tell } of observers) tell(pending.splice(0));
    },
    watched,
    /** What a browser does after the first layout: everything is told once, on screen or not. */
    layOut: () => show(...watched().map((each): Share => [each, 0])),
  };
}

/** A card that says what it is, as `3:n3`: note n3 at place 3. */
export function card(key: string): HTMLElement {
  const element = document.createElement('section');
  element.className = 'card';
  element.dataset['key'] = key;
  element.append(document.createElement('a'));
  return element;
}

/** As a virtual list does it: the same element shows another note. The `href` is what a watcher hears of. */
export function reuse(element: Element | undefined, key: string): void {
  element?.setAttribute('data-key', key);
  element?.querySelector('a')?.setAttribute('href', `/explore/${key}`);
}

const keyOf = (element: Element) => element.getAttribute('data-key') ?? '';
const placeIn = (key: string) => Number(key.split(':')[0]);

const isCard = (part: ParentNode): part is Element => part instanceof Element && part.matches('.card');

/** Finds those cards; under a note's address the one that says `open` is its root. */
export const unitsOn: WatchedSite['unitsOn'] = (_url, page) => ({
  root: page.querySelector('[data-key^="open"]') ?? undefined,
  find: (part) => [part, ...part.querySelectorAll('.card')].filter(isCard),
  keyOf,
  listed: (element) => {
    const list = element.parentElement;
    return list ? { list, place: placeIn(keyOf(element)) } : undefined;
  },
  read: (element) => {
    const [place, noteId] = keyOf(element).split(':');
    if (noteId === undefined) return undefined;
    return { key: keyOf(element), kind: 'note', position: Number(place), noteId, authorId: `by-${noteId}` };
  },
});

/** Watches a feed with these cards, in a document that is in front. */
export async function watchFeed(keys: readonly string[], change: Partial<WatchedSite> = {}) {
  const screen = madeScreen();
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
  const focus = vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  const list = document.createElement('div');
  const cards = keys.map(card);
  list.append(...cards);
  document.body.replaceChildren(list);
  window.history.replaceState(undefined, '', '/explore');
  const outside = madeDoor();
  const { site } = madeSite({ unitsOn, ...change });
  new NoteWatcher(outside.door, site).start();
  await settle();
  screen.layOut();
  /** What was told since it was asked last: unit, entry, part and length, the page's own rows left out. */
  const told = () =>
    outside.exposures
      .splice(0)
      .filter(({ unit }) => unit.kind !== 'page')
      .map(
        ({ unit, entry, part = 0, durationMs }) => `${unit.key} ${String(entry)}.${String(part)} ${String(durationMs)}`,
      );
  return { ...outside, ...screen, focus, list, cards, told };
}

/** A card that is in view for a second now. */
export async function watchOne() {
  const page = await watchFeed(['0:n0']);
  const [element] = page.cards as [HTMLElement];
  page.show([element, 1]);
  await settle(1_000);
  return { ...page, element };
}

/** Fires what a browser fires. */
export function fire(type: string, target: EventTarget = window): void {
  target.dispatchEvent(new Event(type));
}

/** The tab goes behind another one, or comes back. */
export function turnTab(visibility: 'hidden' | 'visible'): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility);
  fire('visibilitychange', document);
}
