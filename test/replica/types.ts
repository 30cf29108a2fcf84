/** The replica's own words. They repeat the product's on purpose: a copy that shares code with what it tests proves nothing. */

export type Surface =
  | 'ad-link' // 广告挂链
  | 'blue-link' // 评论区蓝链
  | 'goods-card' // 笔记商品卡
  | 'live-goods' // 直播挂链
  | 'shop-entry' // 店铺入口
  | 'text-link' // a URL in the author's words, no anchor
  | 'text-token'; // 淘口令 in the author's words

export type Platform = 'taobao' | 'tmall' | 'jd' | 'pinduoduo' | 'vipshop' | 'meituan' | 'xiaohongshu';

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
  platform: Platform;
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
  pinned: boolean;
  asksForLink: boolean;
  likes: number;
  links: LinkSpec[];
  replies: CommentSpec[];
}

/** How the inline state script of a note opened directly comes out. */
type StateForm = 'full' | 'late' | 'cut';

/** Things in the page that a careless reader trips over. */
export type Trap = 'clobbering-form' | 'look-alikes';

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
  /** Shown beside an ad link. */
  label?: string;
  state: StateForm;
  traps: Trap[];
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
}

export type Host = (request: PageRequest, world: World) => Reply;
