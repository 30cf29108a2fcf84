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
  /** How many of the same there were; absent for one. */
  count?: number;
}

export const priceKinds = ['list', 'coupon', 'member'] as const;
/** Whose price it is: anyone's, with a coupon 券后, or for members alone. */
export type PriceKind = (typeof priceKinds)[number];

export const stocks = ['in', 'out'] as const;
export type Stock = (typeof stocks)[number];

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
  /** Other numbers of the order, by which another bill may name it. Secrets, too. */
  alsoIds?: string[];
  /** The order that was split into this one and others; it counts in its parts. A secret, too. */
  partOf?: string;
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
  source: PurchaseSource;
  /** Money that came back by lines of bills that stand apart from the payment's own; each counts once. */
  refunds?: Refund[];
  /** What bills tell of the payments for the order: those of several bills add up, and each counts once. */
  payments?: BilledPayment[];
}

/** A payment for an order, as a bill tells it: the same minute and sum of the same form is the same payment. */
export interface BilledPayment {
  at: number;
  fen: number;
  form: string;
  /** Its place among those that this form tells of the same minute and sum, where it is not the first. */
  no?: number;
  /** What came back of it, as its own line says. */
  backFen?: number;
}

/** Fen that came back at a time. */
export interface Refund {
  at: number;
  fen: number;
  /** The bill's form that told it; absent in what was read until 2026-11. */
  form?: string;
  /** Its place among those that this form tells of the same minute and sum, where it is not the first. */
  no?: number;
}

/** Who told of a purchase: an order page, a bill, the person. */
export type PurchaseSource = 'page' | 'bill' | 'user';

/** How a label stood on the screen when it was first looked at, in CSS px. */
export interface LabelMeasure {
  /** x, y, width and height in the document. */
  box: [number, number, number, number];
  fontPx?: number;
  /** WCAG ratio of the text to what is behind it, 1 to 21; absent where that is a picture. */
  contrast?: number;
  /** To the nearest purchase link of the same card or note; absent where it has none. */
  linkPx?: number;
}

/**
 * An ad or cooperation label as the page words it 标识. No reader says `unknown`: a label is told by its words, and where
 * nobody knows which words are one (comments, cards that no rule names) none is looked for. Exports say it of those units,
 * and whoever reads rows of another version takes it for a label of which nothing is known.
 */
export interface Label {
  text: string;
  kind: 'statutory' | 'equivalent' | 'declared' | 'other' | 'none' | 'unknown';
  /** Only of what was on screen in a living page. */
  measured?: LabelMeasure;
}

export interface NoteReading {
  id: string;
  authorId?: string;
  /** Only where the page itself marks the author as one. */
  authorRole?: 'merchant';
  title?: string;
  media?: 'image' | 'video';
  label?: Label;
  /** As the page counts them, replies included. */
  commentsDeclared?: number;
  /** Of these, the ones that are on the page. */
  commentsLoaded?: number;
  /** Nothing is left to load: as many as an exact count declared, or the end was shown and no reply is folded away. */
  commentsComplete?: boolean;
  saved?: boolean;
}

/** How many comments an open note had: as the page counts them, how many of them were there, and whether that was all. */
export interface CommentCounts {
  declared?: number;
  loaded: number;
  complete: boolean;
}

export interface CardReading {
  /** From 0; absent where neither the card nor its neighbours tell. */
  position?: number;
  kind: 'note' | 'live' | 'query' | 'ai' | 'product' | 'other';
  noteId?: string;
  authorId?: string;
  authorRole?: NoteReading['authorRole'];
  title?: string;
  media?: NoteReading['media'];
  label?: Label;
}

/** When something was posted: the page's words (3天前, 昨天 12:30, 11-20), or epoch ms where its state says so. */
export interface ShownTime {
  text?: string;
  at?: number;
}

export interface CommentReading {
  id?: string;
  authorRole: 'author' | 'merchant' | 'other_user' | 'unknown';
  /** Only where the page itself marks who has bought the thing 已购. */
  buyer?: true;
  pinned: boolean;
  reply: boolean;
  text: string;
  asksForLink: boolean;
  time?: ShownTime;
}

/** Who put a link into the comments, and when. */
export interface LinkPoster extends Pick<CommentReading, 'buyer' | 'pinned' | 'reply' | 'time'> {
  role: CommentReading['authorRole'];
}

/** The comment that asked for it 求链接: the last one before it in its thread, else the first under the note. */
export interface LinkQuestion {
  where: 'thread' | 'note';
  time?: ShownTime;
}

/** A sign that something is an ad or sells, apart from any label and any link: what it is is decided later 信号. */
export interface Signal {
  /** L2 key names in the page's state, L3 short texts, L4 hosts of pictures; L1 are the links. */
  layer: 'L2' | 'L3' | 'L4';
  rule: string;
  verified: boolean;
  where: 'note' | 'card' | 'state';
  /** Absent where the page does not say which note it is about. */
  noteId?: string;
}

/** A link found on a page 看见, with the layer and rule that found it. */
export interface LinkReading {
  surface: Surface;
  link: ResolvedLink;
  commentId?: string;
  /** Of links in comments. */
  poster?: LinkPoster;
  /** Absent where nobody on the page asked. */
  asked?: LinkQuestion;
  /** What the page calls the product at the link, when that is more than a button's words; at most 120 characters. */
  title?: string;
  layer: string;
  rule: string;
  verified: boolean;
}

export const pageKinds = ['feed', 'search', 'note', 'profile', 'board', 'goods', 'shop', 'live', 'other'] as const;
export type PageKind = (typeof pageKinds)[number];

/** A shop of the note site itself, opened. */
export interface ShopReading {
  platform: PlatformId;
  shopId: string;
  url?: string;
  name?: string;
}

/** All that a note page says, read from its DOM alone. */
export interface PageReading {
  kind: PageKind;
  /** Which part of it: a feed's channel, a profile's tab, of live pages the room, the list or the host. */
  part?: string;
  note?: NoteReading;
  cards: CardReading[];
  comments: CommentReading[];
  links: LinkReading[];
  /** Absent when none was seen, which is not "no ad". */
  signals?: Signal[];
  /** On the person's own list of collected notes 收藏 only: those of it that are on the page. */
  savedNotes?: string[];
  shop?: ShopReading;
  unread: Unread[];
  /** The rules that read it, where that is told outside the page. */
  ruleVersion?: string;
}
