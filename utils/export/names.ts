import type { SignalName } from '../core/events';
import { labelWords } from '../core/labels';
import type { PageKind, PlatformId, PurchaseStatus, Surface, Evidence, CommentReading, Label } from '../core/types';
import type { ExposureEvent } from '../core/units';

/** The export's own words for ours: the one place where they are mapped. */

type UnitKind = ExposureEvent['unit']['kind'];

const platformNames: ReadonlyMap<PlatformId, string> = new Map([
  ['tmall', 'tmall'],
  ['taobao', 'taobao'],
  ['jd', 'jd'],
  ['meituan', 'meituan'],
  ['pinduoduo', 'pdd'],
  ['vipshop', 'vip'],
  ['xiaohongshu', 'xhs'],
  ['unknown', 'unknown'],
]);

export function platformName(platform: PlatformId | undefined): string {
  return platform === undefined ? 'unknown' : (platformNames.get(platform) ?? 'other');
}

/** `surface` is where a link sits in our words; here it is the kind of page. */
export const surfaceNames: Record<PageKind, string> = {
  feed: 'explore_feed',
  search: 'search_results',
  note: 'note_detail',
  profile: 'profile',
  board: 'other',
  goods: 'shop',
  shop: 'shop',
  live: 'other',
  other: 'other',
};

export const linkKindNames: Record<Surface, string> = {
  'ad-link': 'ad_link',
  'blue-link': 'blue_link',
  'goods-card': 'product_card',
  'live-goods': 'other',
  'shop-entry': 'other',
  'text-link': 'other',
  'text-token': 'other',
};

const unitNames: Record<UnitKind, string> = {
  note: 'note_card',
  'open-note': 'note_detail',
  comment: 'comment',
  product: 'product_card',
  live: 'live_card',
  query: 'other',
  ai: 'other',
  other: 'other',
  page: 'other',
};

export function unitKindName(kind: UnitKind): string {
  return unitNames[kind];
}

export function mediaName(kind: UnitKind, media: 'image' | 'video' | undefined): string {
  if (kind === 'live') return 'live';
  if (kind === 'comment') return 'text';
  return media ?? 'unknown';
}

/** Who writes notes is a creator; who only comments is a user. */
const roleNames: Record<CommentReading['authorRole'], string> = {
  author: 'creator',
  merchant: 'merchant',
  other_user: 'user',
  unknown: 'unknown',
};

export function authorRoleName(role: CommentReading['authorRole'] | undefined): string {
  return roleNames[role ?? 'unknown'];
}

/** Deeds in shops that have a word there. */
export const signalActions: Partial<Record<SignalName, string>> = { 'cart-added': 'cart', favourited: 'collect' };

/** What was concluded was concluded from what was observed. */
export function sourceName(evidence: Evidence): string {
  return evidence === 'user' ? 'manual' : evidence === 'imported' ? 'imported' : 'observed';
}

/** @returns undefined for what is no purchase; an unknown state of something that was paid is `paid` */
export function statusName(status: PurchaseStatus): string | undefined {
  switch (status) {
    case 'refunding':
    case 'unknown':
      return 'paid';
    case 'unpaid':
      return undefined;
    case 'paid':
    case 'shipped':
    case 'completed':
    case 'refunded':
    case 'cancelled':
      return status;
  }
}

/** The words of the platform that stand in a label; whatever else stands there may be a person's. */
export function labelVocabulary({ text }: Label): string | null {
  const words = text.match(labelWords) ?? [];
  return words.length === 0 ? null : words.join(' ');
}

const secondLevel = /\.(?:com|net|org|gov|edu|ac|co)\.[a-z]{2}$/;

/** `item.jd.com` → `jd.com`: neither path nor query, and of named shops not the name. */
export function registrableDomain(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  const labels = hostname.split('.');
  return labels.slice(secondLevel.test(hostname) ? -3 : -2).join('.');
}
