/** The replica's own words. They repeat the product's on purpose: a copy that shares code with what it tests proves nothing. */

export type Surface =
  | 'ad-link' // 广告挂链
  | 'blue-link' // 评论区蓝链
  | 'goods-card' // 笔记商品卡
  | 'live-goods' // 直播挂链
  | 'shop-entry' // 店铺入口
  | 'text-link' // a URL in the author's words, no anchor
  | 'text-token'; // 淘口令 in the author's words

/** Those whose shops are played. */
export type Platform = 'taobao' | 'tmall' | 'jd' | 'pinduoduo' | 'vipshop' | 'meituan' | 'xiaohongshu';

/** Those that links lead to, played or not. */
export type LinkPlatform =
  Platform | 'dianping' | 'douyin' | 'kuaishou' | '1688' | 'suning' | 'kaola' | 'dewu' | 'xianyu' | 'fliggy';

export type Target = '_self' | '_blank';

/** Something that can be bought, and the page that shows it. */
export interface Item {
  platform: Platform;
  id: string;
  /** The item space and the id: `ali:…` joins Taobao and Tmall. */
  key: string;
  title: string;
  shop: string;
  priceFen: number;
  art: string;
  url: string;
}

/** What a shop link is, what its href says by itself, and where it ends up. */
export interface LinkSpec {
  surface: Surface;
  href: string;
  label: string;
  target: Target;
  platform: LinkPlatform;
  /** Absent where the href is opaque (short link) or no item (shop). */
  itemId?: string;
  itemKey?: string;
  shopId?: string;
  opens: { how: 'direct' | 'fallback' | 'redirect' | 'nowhere'; url?: string; item?: Item };
}

export interface Person {
  id: string;
  name: string;
  place: string;
}

export interface CommentSpec {
  id: string;
  person: Person;
  text: string;
  byAuthor: boolean;
  /** A shop's own account, and the page says so. */
  byMerchant: boolean;
  pinned: boolean;
  asksForLink: boolean;
  likes: number;
  links: LinkSpec[];
  /** Addresses and tokens that stand in the text. */
  words: LinkSpec[];
  replies: CommentSpec[];
}

/** How the inline state script of a note opened directly comes out; in `part` half of the note is still `undefined`. */
type StateForm = 'full' | 'late' | 'part' | 'cut';

/** Things in the page that a careless reader trips over. */
export type Trap = 'clobbering-form' | 'look-alikes' | 'film-words';

export interface LabelSpec {
  text: string;
  /** The law's own word, its equals, what the author declares. */
  kind: 'statutory' | 'equivalent' | 'declared';
}

export interface NoteSpec {
  id: string;
  author: Person;
  title: string;
  /** Paragraphs of the author's words. */
  body: string[];
  tags: string[];
  media: 'image' | 'video';
  art: string;
  images: number;
  shape: 'tall' | 'square' | 'wide';
  likes: number;
  collects: number;
  /** 共 N 条评论, replies included. */
  commentsDeclared: number;
  /** The first comments; the rest, up to the declared number, is made. */
  comments: CommentSpec[];
  links: LinkSpec[];
  /** Shown beside an ad link, and on the card of the note. */
  label?: LabelSpec;
  state: StateForm;
  traps: Trap[];
}

/** A label that is in the page and that nobody can see. */
export type Ghost = 'no-size' | 'no-display' | 'hidden' | 'transparent' | 'outside' | 'no-letters' | 'empty-parent';

/** What stands in a list, in its order. */
export type CardSpec =
  | { kind: 'note'; note: NoteSpec; ghost?: Ghost }
  | { kind: 'live'; room: string; goods: readonly LinkSpec[] }
  | { kind: 'query' }
  | { kind: 'ai' };

/** 专辑: notes that somebody has put together. */
export interface BoardSpec {
  id: string;
  name: string;
  owner: Person;
  notes: readonly NoteSpec[];
}

export type Skin = 'known' | 'unknown';

export interface PageRequest {
  host: string;
  method: string;
  path: string;
  query: URLSearchParams;
  body: string;
}

export interface Reply {
  status: number;
  type: string;
  body: string;
  /** In place of the body, where its text is no UTF-8. */
  bytes?: Uint8Array;
  headers?: Record<string, string>;
}

/** What one running replica remembers. */
export interface World {
  skin: Skin;
  now(): number;
  /** Notes the person has collected 收藏. */
  collected: Set<string>;
  /** Set by the first look at an order page, so that a reload shows the same orders. */
  orderedAt: number | undefined;
  /** What was paid just now was given back since. */
  refunded?: boolean;
}

export type Host = (request: PageRequest, world: World) => Reply;
