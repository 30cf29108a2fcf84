/** The words of the product, one word for one thing; the Chinese term stands beside each. */

/** Where things are bought 电商平台: an id that is also a file name in utils/links. */
export type PlatformId = string;

/** Where notes are read 内容平台. */
export type SiteId = string;

/** Where a link sits 位置. */
export const surfaces = [
  'ad-link', // 广告挂链/种草直达
  'blue-link', // 评论区蓝链
  'goods-card', // 笔记商品卡
  'live-goods', // 直播挂链
  'shop-entry', // 店铺入口
  'text-link', // 文字链接
  'text-token', // 淘口令
] as const;
export type Surface = (typeof surfaces)[number];

/** How we know a thing 证据. */
export type Evidence = 'observed' | 'imported' | 'user' | 'inferred';

export const linkKinds = ['item', 'shop', 'coupon', 'short', 'redirector', 'deeplink', 'token', 'sharetext'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** A link's target 外链, as far as it can be known without any request. */
export interface ResolvedLink {
  platform: PlatformId;
  kind: LinkKind;
  /** Always there: itemKey, else canonical, else host + path + the opaque parameter. Equal keys, same target. */
  key: string;
  itemId?: string;
  /** `ali:123` joins Taobao and Tmall, `jd:123` all JD hosts. */
  itemKey?: string;
  shopId?: string;
  /** https, id only; absent when opaque, except short links: the https short URL. */
  canonical?: string;
  /** Raw values of the parameters that say who gets paid and what was told to whom. */
  attribution: Record<string, string>;
  /** Hosts, or scheme names without ':', unwrapped on the way, outermost first. */
  via: string[];
}

/** Something that was there and could not be read: counted and shown, never guessed. */
export interface Unread {
  where: string;
  reason: 'shape' | 'no-data' | 'bad-amount' | 'foreign-currency' | 'encrypted' | 'unknown-form';
}

export interface Reading<T> {
  found: T[];
  unread: Unread[];
  skipped: number;
}

export const purchaseStatuses = [
  'unpaid',
  'paid',
  'shipped',
  'completed',
  'refunding',
  'refunded',
  'cancelled',
  'unknown',
] as const;
export type PurchaseStatus = (typeof purchaseStatuses)[number];

/** One order line 购买, whatever its status; the ledger decides what counts as bought. Money is integer fen, times are epoch ms. */
export interface Purchase {
  platform: PlatformId;
  /** The main order's id. A secret: it contains the buyer's id and leaves memory only as an HMAC. */
  orderId: string;
  itemId?: string;
  skuId?: string;
  title: string;
  shop?: string;
  quantity?: number;
  /** Paid for the whole order, in fen, before refunds; stands on every line; absent when unpaid or cancelled. */
  orderPaidFen?: number;
  /** Only where the form states the line's paid total. Never a unit price. */
  paidFen?: number;
  refundedFen?: number;
  orderedAt?: number;
  paidAt?: number;
  status: PurchaseStatus;
  source: 'page' | 'bill' | 'user';
}

/** An ad or cooperation label as the page words it 标识. */
export interface Label {
  text: string;
  kind: 'statutory' | 'equivalent' | 'declared' | 'other' | 'none' | 'unknown';
}

export interface NoteReading {
  id: string;
  authorId?: string;
  title?: string;
  media?: 'image' | 'video';
  label?: Label;
  commentsDeclared?: number;
  saved?: boolean;
}

export interface CardReading {
  position: number;
  kind: 'note' | 'live' | 'query' | 'ai' | 'product' | 'other';
  noteId?: string;
  authorId?: string;
  title?: string;
  media?: string;
  label?: Label;
}

export interface CommentReading {
  id?: string;
  authorRole: 'author' | 'merchant' | 'other_user' | 'unknown';
  pinned: boolean;
  reply: boolean;
  text: string;
  asksForLink: boolean;
}

/** A link found on a page 看见, with the layer and rule that found it. */
export interface LinkReading {
  surface: Surface;
  link: ResolvedLink;
  commentId?: string;
  /** What the page calls the product at the link, when that is more than a button's words; at most 120 characters. */
  title?: string;
  layer: string;
  rule: string;
  verified: boolean;
}

export const pageKinds = ['feed', 'search', 'note', 'profile', 'board', 'goods', 'shop', 'live', 'other'] as const;
export type PageKind = (typeof pageKinds)[number];

/** All that a note page says, read from its DOM alone. */
export interface PageReading {
  kind: PageKind;
  note?: NoteReading;
  cards: CardReading[];
  comments: CommentReading[];
  links: LinkReading[];
  unread: Unread[];
}
