import type {
  ClickEvent,
  CollectEvent,
  LandingEvent,
  PageEvent,
  ShopEvent,
  SightingEvent,
  SignalEvent,
} from '@/utils/core/events';
import { sightingId } from '@/utils/core/sightings';
import type { ResolvedLink } from '@/utils/core/types';
import type { ExposureEvent } from '@/utils/core/units';
import type { OrderLine } from '@/utils/export/terms';
import { jdLink } from './simulate';

/** 2026-11-02 08:00 UTC; times below are ms after it. */
export const start = Date.UTC(2026, 10, 2, 8);
export const note = '65f000000000000012345678';
export const item = '100012043978';
export const minute = 60_000;

let made = 0;
const base = (at: number, visit: string) => ({
  ...{ id: `made-${String((made += 1))}`, at: start + at, zoneMinutes: 480, visit, tab: 1 },
  url: 'https://www.xiaohongshu.com/explore',
});

type UnitChange = Partial<ExposureEvent['unit']>;
type Change = Partial<Omit<ExposureEvent, 'unit'>> & { unit?: UnitChange };

/** A card of the list `visit`, wholly in view for a second. */
export function card(at: number, visit: string, { unit, ...change }: Change = {}): ExposureEvent {
  return {
    ...base(at, visit),
    ...{ type: 'exposure', site: 'xiaohongshu', pageKind: 'feed', ruleVersion: '2026-11-01.1', feed: visit, entry: 1 },
    states: [{ afterMs: 0, ratio: 1, active: true }],
    durationMs: 1_000,
    ...change,
    unit: { key: 'card:0', kind: 'note', position: 0, noteId: note, ...unit },
  };
}

export function openNote(at: number, visit: string, { unit, ...change }: Change = {}): ExposureEvent {
  const { feed: _none, ...own } = card(at, visit, { pageKind: 'note', ...change });
  return { ...own, unit: { key: `open-note:${note}`, kind: 'open-note', noteId: note, ...unit } };
}

export function comment(at: number, visit: string, unit: UnitChange & { commentId: string }): ExposureEvent {
  return openNote(at, visit, { unit: { key: `comment:${unit.commentId}`, kind: 'comment', position: 0, ...unit } });
}

/** The page itself: it was in front of the person for so long. */
export function itself(at: number, visit: string, change: Change = {}): ExposureEvent {
  const { feed: _none, ...own } = card(at, visit, change);
  return { ...own, unit: { key: 'page', kind: 'page', rect: [0, 0, 1440, 900] } };
}

export function left(at: number, visit: string, unread: PageEvent['unread'] = []): PageEvent {
  return {
    ...base(at, visit),
    id: `p:${visit}`,
    type: 'page',
    where: 'xiaohongshu',
    kind: 'feed',
    settled: true,
    unread,
  };
}

export function sighting(at: number, visit: string, change: Partial<SightingEvent> = {}): SightingEvent {
  const [link, surface] = [change.link ?? jdLink(item), change.surface ?? 'ad-link'];
  return {
    ...base(at, visit),
    ...{ type: 'sighting', site: 'xiaohongshu', noteId: note, layer: 'L1', rule: 'target', verified: false },
    ruleVersion: '2026-11-01.1',
    ...change,
    ...{ id: sightingId({ site: 'xiaohongshu', noteId: note, ...change, surface, link }), surface, link },
  };
}

export function click(at: number, visit: string, link: ResolvedLink = jdLink(item)): ClickEvent {
  return {
    ...base(at, visit),
    ...{ type: 'click', site: 'xiaohongshu', noteId: note, surface: 'ad-link', how: 'new-tab', space: 'jd' },
    link,
  };
}

export function landing(at: number, change: Partial<LandingEvent> = {}): LandingEvent {
  return { ...base(at, 'shop'), tab: 2, opener: 1, type: 'landing', platform: 'jd', itemKey: `jd:${item}`, ...change };
}

export function shop(at: number, shopId: string, key: string): ShopEvent {
  return { ...base(at, 'shop'), tab: 2, opener: 1, type: 'shop', platform: 'jd', shopId, key };
}

export function signal(at: number, name: SignalEvent['signal']): SignalEvent {
  return {
    ...base(at, 'shop'),
    ...{ type: 'signal', platform: 'jd', signal: name, evidence: 'inferred', itemKey: `jd:${item}` },
  };
}

export function collect(at: number, visit: string, collected: boolean): CollectEvent {
  return { ...base(at, visit), type: 'collect', site: 'xiaohongshu', noteId: note, collected };
}

const word = (at: number) => ({ id: `made-${String((made += 1))}`, at: start + at, zoneMinutes: 480 });

export const want = (at: number, wanted: boolean) => ({
  ...word(at),
  type: 'want' as const,
  key: `jd:${item}`,
  wanted,
});

export const mark = (at: number, as: 'bought' | 'dropped') => ({
  ...word(at),
  type: 'mark' as const,
  key: `jd:${item}`,
  mark: as,
});

export function order(at: number, change: Partial<OrderLine> = {}): OrderLine {
  return {
    ...{ orderKey: `jd:${'ab'.repeat(32)}`, platform: 'jd', itemKey: `jd:${item}`, orderPaidFen: 19_900 },
    ...{ status: 'completed', source: 'page', orderedAt: start + at, paidAt: start + at, firstSeenAt: start + at },
    ...change,
  };
}
