import { i18n } from '@/utils/i18n';
import type { ItemState, StepName } from '@/utils/core/rows';
import type { CommentReading, Evidence, Label, PageKind, PriceKind, PurchaseStatus, Surface } from '@/utils/core/types';

/** The word on screen for each id of the core. Functions, so that the catalogue is asked only for what is shown. */

type Words<K extends string> = Record<K, () => string>;

export const stepWord: Words<StepName> = {
  seen: () => i18n.t('journey.seen'),
  clicked: () => i18n.t('journey.clicked'),
  landed: () => i18n.t('journey.landed'),
  saved: () => i18n.t('journey.saved'),
  favourited: () => i18n.t('journey.favourited'),
  carted: () => i18n.t('journey.carted'),
  ordered: () => i18n.t('journey.ordered'),
  paid: () => i18n.t('journey.paid'),
  bought: () => i18n.t('journey.bought'),
  refunded: () => i18n.t('journey.refunded'),
  dropped: () => i18n.t('journey.dropped'),
};

/** The step that a state stands for. */
export const stepOf: Record<ItemState, StepName> = {
  seen: 'seen',
  clicked: 'clicked',
  visited: 'landed',
  saved: 'saved',
  bought: 'bought',
  refunded: 'refunded',
  dropped: 'dropped',
};

export const evidenceWord: Words<Evidence> = {
  observed: () => i18n.t('evidence.observed'),
  imported: () => i18n.t('evidence.imported'),
  user: () => i18n.t('evidence.user'),
  inferred: () => i18n.t('evidence.inferred'),
};

export const surfaceWord: Words<Surface> = {
  'ad-link': () => i18n.t('surfaces.adLink'),
  'blue-link': () => i18n.t('surfaces.blueLink'),
  'goods-card': () => i18n.t('surfaces.goodsCard'),
  'live-goods': () => i18n.t('surfaces.liveGoods'),
  'shop-entry': () => i18n.t('surfaces.shopEntry'),
  'text-link': () => i18n.t('surfaces.textLink'),
  'text-token': () => i18n.t('surfaces.textToken'),
};

export const priceKindWord: Words<PriceKind> = {
  list: () => '',
  coupon: () => i18n.t('items.priceKinds.coupon'),
  member: () => i18n.t('items.priceKinds.member'),
};

export const roleWord: Words<CommentReading['authorRole']> = {
  author: () => i18n.t('roles.author'),
  merchant: () => i18n.t('roles.merchant'),
  other_user: () => i18n.t('roles.otherUser'),
  unknown: () => i18n.t('roles.unknown'),
};

export const labelKindWord: Words<Exclude<Label['kind'], 'none' | 'unknown'>> = {
  statutory: () => i18n.t('page.labelKinds.statutory'),
  equivalent: () => i18n.t('page.labelKinds.equivalent'),
  declared: () => i18n.t('page.labelKinds.declared'),
  other: () => i18n.t('page.labelKinds.other'),
};

export const pageKindWord: Words<PageKind> = {
  feed: () => i18n.t('page.kinds.feed'),
  search: () => i18n.t('page.kinds.search'),
  note: () => i18n.t('page.kinds.note'),
  profile: () => i18n.t('page.kinds.profile'),
  board: () => i18n.t('page.kinds.board'),
  goods: () => i18n.t('page.kinds.goods'),
  shop: () => i18n.t('page.kinds.shop'),
  live: () => i18n.t('page.kinds.live'),
  other: () => i18n.t('page.kinds.other'),
};

const statusWords: Words<PurchaseStatus> = {
  unpaid: () => i18n.t('orders.statuses.unpaid'),
  paid: () => i18n.t('orders.statuses.paid'),
  shipped: () => i18n.t('orders.statuses.shipped'),
  completed: () => i18n.t('orders.statuses.completed'),
  refunding: () => i18n.t('orders.statuses.refunding'),
  refunded: () => i18n.t('orders.statuses.refunded'),
  cancelled: () => i18n.t('orders.statuses.cancelled'),
  unknown: () => i18n.t('orders.statuses.unknown'),
};
const statusWord = new Map(Object.entries(statusWords));

/** Orders carry their status as plain text; one we do not know is said to be unknown. */
export function orderStatusWord(status: string): string {
  return (statusWord.get(status) ?? statusWords.unknown)();
}
