import type { ComponentChild } from 'preact';
import { Popup } from '@/components/popup/popup';
import type { FoundView, PopupActions, PopupProps } from '@/components/popup/props';
import { Welcome, type WelcomeProps } from '@/components/welcome/welcome';
import { i18n } from '@/utils/i18n';
import type { ItemRow } from '@/utils/core/rows';
import { everything } from '@/utils/core/search';
import { explainLink } from '@/utils/links/explain';
import {
  chair,
  daysAgo,
  dress,
  kettle,
  linkTo,
  note,
  now,
  opaque,
  order,
  read,
  summary,
} from '../../components/made-rows';

/** States of the popup and of the first run, by name. */

const silent = () => undefined;
const stored = () => Promise.resolve(true);
const actions: PopupActions = {
  ...{ save: stored, unsave: stored, markBought: stored, drop: stored, undo: stored, cool: stored, tag: stored },
  ...{ remark: stored, connect: stored, disconnect: stored, setRecording: stored, pauseTab: stored },
  ...{ pauseUntil: stored, setCopies: stored, erasePlatform: stored, eraseAll: stored, search: silent },
  ...{ beginSearch: silent, open: silent, openDashboard: silent, openWelcome: silent, openPanel: silent },
  ...{ why: stored, leaveOut: stored, authorOf: () => Promise.resolve(undefined) },
  ...{ reloadPage: silent, capturePage: silent, retry: silent, loadMore: silent },
};
const inPanel: PopupActions = { ...actions, openPanel: undefined };

const shops = ['jd', 'taobao', 'tmall', 'pinduoduo', 'vipshop', 'meituan'];
const connections = shops.map((platform, place) => ({
  platform,
  connected: place === 0,
  hosts: [`https://*.${platform}.com/*`],
}));

const jotted: ItemRow = {
  ...chair,
  tags: [
    { name: '露营', on: true, at: now },
    { name: '礼物', on: true, at: now },
  ],
  remark: { text: '等双十二再看看价格', at: now },
  cool: { until: now + 7 * 86_400_000, at: now },
};
const due: ItemRow = {
  ...dress,
  savedBy: ['item'],
  savedAt: daysAgo(2),
  state: 'saved',
  cool: { until: now, at: now },
};
const saved = { state: 'ready' as const, items: [jotted, due, opaque], more: false };
const told = {
  ...linkTo(chair),
  link: { ...linkTo(chair).link, attribution: { utm_source: 'lianmeng', utm_campaign: 't_1', cps: '1' } },
};
const found: FoundView = {
  ...{ state: 'ready', read: 1_204, total: 1, items: [jotted], platforms: ['jd', 'taobao'], tags: ['礼物', '露营'] },
  standings: ['waiting', 'asked', 'bought', 'dropped'],
};

function popup(change: Partial<PopupProps>): () => ComponentChild {
  const props: Omit<PopupProps, 'platformName'> = {
    ...{ tab: 'saved', onTab: silent, page: read(note, [chair]), summary, saved, now, actions, connections },
    purchased: { state: 'ready', items: [kettle], more: false },
    orders: { state: 'ready', orders: [order], more: false },
    ...{ recording: true, consent: 'yes', copies: true, query: everything },
    leftOut: { authors: [], notes: [] },
    explain: (link) =>
      Object.values(explainLink(link))
        .flat()
        .map(({ words }) => new Map(Object.entries(words)).get(i18n.t('lang')) ?? words.en),
    ...change,
  };
  return () => <Popup {...props} platformName={names} />;
}

let names: PopupProps['platformName'] = (id) => id;

/** Names of platforms come with the page's language. */
export function nameBy(platformName: PopupProps['platformName']): void {
  names = platformName;
}

function welcome(change: Partial<WelcomeProps>): () => ComponentChild {
  const props: WelcomeProps = {
    ...{ consent: 'no', unwanted: [], onKind: stored, onAgree: stored, onRemove: silent, connections, actions },
    ...change,
  };
  return () => <Welcome {...props} />;
}

/** A picture of nothing, as small ones are kept. */
const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const empty = { state: 'ready' as const, items: [], more: false };

const gone = { ...chair, state: 'dropped' as const, mark: { as: 'dropped' as const, at: daysAgo(2) } };
const dropped = [
  { ...gone, why: { as: 'replaced' as const, at: daysAgo(1) } },
  { ...gone, key: 'jd:101' },
];

export const states: Record<string, () => ComponentChild> = {
  'welcome-first': welcome({}),
  'welcome-agreed': welcome({ consent: 'yes', unwanted: ['screen'] }),
  'welcome-again': welcome({ consent: 'again' }),
  'popup-page': popup({ tab: 'page', page: read({ ...note, links: [told] }, [chair]) }),
  'popup-dropped': popup({ saved: { state: 'ready', items: dropped, more: false } }),
  'popup-left-out': popup({
    tab: 'page',
    page: read(note, [chair]),
    leftOut: { authors: [], notes: [note.note?.id ?? ''] },
  }),
  'popup-saved': popup({}),
  'popup-thumbnails': popup({ thumbnails: new Map([[jotted.key, picture]]) }),
  'panel-saved': popup({ actions: inPanel }),
  'panel-page': popup({ actions: inPanel, tab: 'page', page: read({ ...note, links: [told] }, [chair]) }),
  'popup-empty': popup({ saved: empty, summary: { platforms: [], unmatchedPurchases: 0, unread: 0 } }),
  'popup-purchased': popup({ tab: 'purchased' }),
  'popup-found': popup({ query: { ...everything, text: '礼物', sort: 'cheapest' }, found }),
  'popup-nothing-found': popup({
    query: { ...everything, text: 'zzz' },
    found: { ...found, total: 0, items: [] },
  }),
  'popup-paused': popup({ pause: { tab: true } }),
  'popup-paused-hour': popup({ pause: { tab: false, until: now + 3_600_000 } }),
  'popup-consent': popup({ consent: 'no' }),
  'popup-error': popup({ error: { kind: 'broken' } }),
};
