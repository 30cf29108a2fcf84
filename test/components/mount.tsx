import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, vi } from 'vitest';
import { Popup } from '@/components/popup/popup';
import type { ListView, OrdersView, PopupActions, PopupProps } from '@/components/popup/props';
import { everything } from '@/utils/core/search';
import { nothing, now, read } from './made-rows';

const names: Record<string, string> = { jd: 'JD.com', tmall: 'Tmall', taobao: 'Taobao', pinduoduo: 'Pinduoduo' };

export function list(items: ListView['items'], more = false): ListView {
  return { state: 'ready', items, more };
}

export function orderList(orders: OrdersView['orders'], more = false): OrdersView {
  return { state: 'ready', orders, more };
}

/** Every deed is stored at once, and remembers what it was called with. */
export function madeActions() {
  const stored = () => vi.fn<(key: string) => Promise<boolean>>(() => Promise.resolve(true));
  return {
    save: stored(),
    unsave: stored(),
    markBought: stored(),
    drop: stored(),
    undo: stored(),
    cool: vi.fn<PopupActions['cool']>(() => Promise.resolve(true)),
    tag: vi.fn<PopupActions['tag']>(() => Promise.resolve(true)),
    remark: vi.fn<PopupActions['remark']>(() => Promise.resolve(true)),
    why: vi.fn<PopupActions['why']>(() => Promise.resolve(true)),
    search: vi.fn<PopupActions['search']>(),
    beginSearch: vi.fn<PopupActions['beginSearch']>(),
    connect: stored(),
    disconnect: stored(),
    setCopies: vi.fn<PopupActions['setCopies']>(() => Promise.resolve(true)),
    erasePlatform: stored(),
    setRecording: vi.fn<PopupActions['setRecording']>(() => Promise.resolve(true)),
    pauseTab: vi.fn<PopupActions['pauseTab']>(() => Promise.resolve(true)),
    pauseUntil: vi.fn<PopupActions['pauseUntil']>(() => Promise.resolve(true)),
    openWelcome: vi.fn<PopupActions['openWelcome']>(),
    openPanel: vi.fn<() => void>(),
    leaveOut: vi.fn<PopupActions['leaveOut']>(() => Promise.resolve(true)),
    authorOf: vi.fn<PopupActions['authorOf']>(() => Promise.resolve('author-7')),
    eraseAll: vi.fn<PopupActions['eraseAll']>(() => Promise.resolve(true)),
    open: vi.fn<PopupActions['open']>(),
    openDashboard: vi.fn<PopupActions['openDashboard']>(),
    reloadPage: vi.fn<PopupActions['reloadPage']>(),
    capturePage: vi.fn<PopupActions['capturePage']>(),
    retry: vi.fn<PopupActions['retry']>(),
    loadMore: vi.fn<PopupActions['loadMore']>(),
  };
}

let root: HTMLElement | undefined;

/** Draws into the document, over what was drawn before. */
export async function draw(screen: ComponentChild): Promise<HTMLElement> {
  const place = (root ??= document.body.appendChild(document.createElement('div')));
  await act(() => render(screen, place));
  return place;
}

afterEach(() => {
  if (root) render(null, root);
  root?.remove();
  root = undefined;
});

/** The whole popup in a document, with what the test does not name left empty. */
export async function mount(change: Partial<PopupProps> = {}) {
  const actions = madeActions();
  const onTab = vi.fn<PopupProps['onTab']>();
  const props: PopupProps = {
    tab: 'saved',
    onTab,
    page: read(),
    summary: nothing,
    saved: list([]),
    purchased: list([]),
    orders: orderList([]),
    recording: true,
    consent: 'yes',
    connections: [],
    query: everything,
    now,
    platformName: (id) => names[id] ?? id,
    actions,
    ...change,
  };
  return { place: await draw(<Popup {...props} />), actions, onTab };
}

const native: Record<string, string> = {
  button: 'button:not([role])',
  list: 'ul[role=list]',
  listitem: 'li',
  heading: 'h1, h2, h3',
  link: 'a[href]',
  row: 'tr',
  combobox: 'select',
  checkbox: 'input[type=checkbox]',
};

/** Elements by role and name, as a screen reader meets them. */
export function all(role: string, name?: string, within: ParentNode = document): HTMLElement[] {
  const found = within.querySelectorAll<HTMLElement>(native[role] ?? `[role=${role}]`);
  return [...found].filter((element) => name === undefined || nameOf(element) === name);
}

export function one(role: string, name?: string): HTMLElement {
  const [found, ...others] = all(role, name);
  if (!found || others.length) throw new Error(`${others.length + (found ? 1 : 0)} × ${role} "${name ?? ''}"`);
  return found;
}

/** Takes one of a select's options, by its value. */
export async function choose(select: HTMLElement, value: string): Promise<void> {
  (select as HTMLSelectElement).value = value;
  await act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
}

function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label');
  if (label !== null) return label;
  const hidden = [...element.querySelectorAll('[aria-hidden=true]')].map((each) => each.textContent).join('');
  return element.textContent.replace(hidden, '').trim();
}

export async function press(element: HTMLElement): Promise<void> {
  await act(async () => {
    element.click();
    await Promise.resolve();
  });
}

export async function key(element: HTMLElement, name: string): Promise<void> {
  await act(() => void element.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true })));
}
