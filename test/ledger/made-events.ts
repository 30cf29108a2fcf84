import type {
  ClickEvent,
  CollectEvent,
  LandingEvent,
  MatchEvent,
  NoteEvent,
  OutcomeEvent,
  PageEvent,
  ShopEvent,
  SightingEvent,
  SignalEvent,
  WhyEvent,
} from '@/utils/core/events';
import { sightingId } from '@/utils/core/sightings';
import type { ResolvedLink } from '@/utils/core/types';
import type { ExposureEvent } from '@/utils/core/units';
import type { KeyedPurchase } from '@/utils/ledger/purchases';

/** 2026-11-20 08:00 UTC. */
export const start = Date.UTC(2026, 10, 20, 8);

let made = 0;
const base = (at: number) => ({
  id: `made-${String((made += 1))}`,
  at: start + at,
  zoneMinutes: 480,
  visit: 'visit-1',
  url: 'https://www.xiaohongshu.com/explore/65f000000000000012345678',
  tab: 1,
});

export const jdItem: ResolvedLink = {
  platform: 'jd',
  kind: 'item',
  key: 'jd:100012043978',
  itemId: '100012043978',
  itemKey: 'jd:100012043978',
  canonical: 'https://item.jd.com/100012043978.html',
  attribution: {},
  via: [],
};

export const taobaoItem: ResolvedLink = {
  ...jdItem,
  platform: 'tmall',
  key: 'ali:1059057030771',
  itemId: '1059057030771',
  itemKey: 'ali:1059057030771',
  canonical: 'https://detail.tmall.com/item.htm?id=1059057030771',
};

export const unionLink: ResolvedLink = {
  platform: 'jd',
  kind: 'short',
  key: 'https://u.jd.com/aB3dE9',
  canonical: 'https://u.jd.com/aB3dE9',
  attribution: {},
  via: [],
};

const note1 = '65f000000000000012345678';

export function sighting(at: number, link: ResolvedLink, change: Partial<SightingEvent> = {}): SightingEvent {
  const noteId = change.noteId ?? note1;
  return {
    ...base(at),
    type: 'sighting',
    site: 'xiaohongshu',
    noteId,
    surface: 'ad-link',
    link,
    layer: 'L1',
    rule: 'target',
    verified: false,
    ruleVersion: 'made',
    ...change,
    id: sightingId({ site: 'xiaohongshu', noteId, surface: 'ad-link', link, ...change }),
  };
}

/** The same on no open note: a card of a list, a shop's page. */
export function offNote<T extends SightingEvent | ClickEvent>({ noteId: _noteId, ...event }: T): Omit<T, 'noteId'> {
  const url = 'https://www.xiaohongshu.com/explore';
  const id = event.type === 'sighting' ? `s:${event.site}::${event.surface}:${event.link.key}` : event.id;
  return { ...event, url, id };
}

export function click(at: number, link: ResolvedLink, change: Partial<ClickEvent> = {}): ClickEvent {
  return {
    ...base(at),
    type: 'click',
    site: 'xiaohongshu',
    noteId: note1,
    surface: 'ad-link',
    link,
    how: 'same-tab',
    ...change,
  };
}

export function landing(at: number, itemKey: string, change: Partial<LandingEvent> = {}): LandingEvent {
  return { ...base(at), url: 'https://item.jd.com/1.html', type: 'landing', platform: 'jd', itemKey, ...change };
}

export const shopLink: ResolvedLink = {
  platform: 'xiaohongshu',
  kind: 'shop',
  key: 'https://www.xiaohongshu.com/vendor/63c002b1a907d300151c77a7',
  shopId: '63c002b1a907d300151c77a7',
  canonical: 'https://www.xiaohongshu.com/vendor/63c002b1a907d300151c77a7',
  attribution: {},
  via: [],
};

export function shop(at: number, change: Partial<ShopEvent> = {}): ShopEvent {
  const { platform, key, shopId = '' } = shopLink;
  return { ...base(at), url: key, type: 'shop', platform, key, shopId, ...change };
}

/** A note as the person's own list of collected ones shows it. */
export function listed(at: number, noteId = note1): NoteEvent {
  const row = { ...base(at), url: 'https://www.xiaohongshu.com/' };
  return { ...row, type: 'note', site: 'xiaohongshu', listed: true, note: { id: noteId, title: '毛衣', saved: true } };
}

export function signal(at: number, name: SignalEvent['signal'], change: Partial<SignalEvent> = {}): SignalEvent {
  const url = 'https://cart.jd.com/addToCart.html';
  const told = { platform: 'jd', evidence: 'observed', signal: name, itemKey: 'jd:100012043978' } as const;
  return { ...base(at), url, type: 'signal', ...told, ...change };
}

export function collect(at: number, collected: boolean, noteId = note1): CollectEvent {
  return { ...base(at), type: 'collect', site: 'xiaohongshu', noteId, collected };
}

export function exposure(at: number, change: Partial<ExposureEvent> = {}): ExposureEvent {
  return {
    ...base(at),
    type: 'exposure',
    site: 'xiaohongshu',
    pageKind: 'feed',
    ruleVersion: 'made',
    unit: { key: 'card-1', kind: 'note', position: 0, noteId: note1 },
    entry: 1,
    states: [{ afterMs: 0, ratio: 0.5, active: true }],
    durationMs: 1_000,
    ...change,
  };
}

export function note(at: number, change: Partial<NoteEvent['note']> = {}): NoteEvent {
  return { ...base(at), type: 'note', site: 'xiaohongshu', note: { id: note1, title: '秋天的第一件毛衣', ...change } };
}

export function page(at: number, isRead: boolean): PageEvent {
  const unread = isRead ? [] : [{ where: 'comments', reason: 'no-data' as const }];
  const url = 'https://www.xiaohongshu.com/';
  return { ...base(at), url, type: 'page', where: 'xiaohongshu', kind: 'note', settled: true, unread };
}

/** The person's own words come from no page. */
function word(at: number) {
  const { id, at: moment, zoneMinutes } = base(at);
  return { id, at: moment, zoneMinutes };
}

export const want = (at: number, key: string, wanted: boolean) => ({
  ...word(at),
  type: 'want' as const,
  key,
  wanted,
});

export const mark = (at: number, key: string, as: 'bought' | 'dropped' | 'none') => ({
  ...word(at),
  type: 'mark' as const,
  key,
  mark: as,
});

export const outcome = (at: number, key: string, as: OutcomeEvent['outcome']) => ({
  ...word(at),
  type: 'outcome' as const,
  key,
  outcome: as,
});

export const why = (at: number, key: string, as: WhyEvent['why']) => ({
  ...word(at),
  type: 'why' as const,
  key,
  why: as,
});

export const tag = (at: number, key: string, change: { tag: string; on: boolean }) => ({
  ...word(at),
  type: 'tag' as const,
  key,
  ...change,
});

export const remark = (at: number, key: string, text: string) => ({ ...word(at), type: 'remark' as const, key, text });

export const group = (at: number, key: string, name: string) => ({
  ...word(at),
  type: 'group' as const,
  key,
  group: name,
});

export const cool = (at: number, key: string, until: number) => ({ ...word(at), type: 'cool' as const, key, until });

export const match = (at: number, change: Pick<MatchEvent, 'line' | 'word'> & Partial<MatchEvent>): MatchEvent => ({
  ...word(at),
  type: 'match',
  platform: 'jd',
  by: 'title',
  ...change,
});

export function purchase(at: number, change: Partial<KeyedPurchase> = {}): KeyedPurchase {
  return {
    space: 'jd',
    platform: 'jd',
    orderId: '290011223344',
    itemId: '100012043978',
    itemKey: 'jd:100012043978',
    title: '羊毛衫',
    status: 'paid' as const,
    source: 'page' as const,
    orderPaidFen: 19900,
    orderedAt: start + at,
    ...change,
  };
}
