import type { ClickEvent, CollectEvent, LandingEvent, NoteEvent, SightingEvent } from '@/utils/core/events';
import type { ResolvedLink } from '@/utils/core/types';
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
    id: `s:xiaohongshu:${noteId}:${change.surface ?? 'ad-link'}:${link.key}`,
  };
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

export function collect(at: number, collected: boolean, noteId = note1): CollectEvent {
  return { ...base(at), type: 'collect', site: 'xiaohongshu', noteId, collected };
}

export function note(at: number, change: Partial<NoteEvent['note']> = {}): NoteEvent {
  return { ...base(at), type: 'note', site: 'xiaohongshu', note: { id: note1, title: '秋天的第一件毛衣', ...change } };
}

export const want = (at: number, key: string, wanted: boolean) => ({
  ...base(at),
  type: 'want' as const,
  key,
  wanted,
});

export const mark = (at: number, key: string, as: 'bought' | 'dropped' | 'none') => ({
  ...base(at),
  type: 'mark' as const,
  key,
  mark: as,
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
