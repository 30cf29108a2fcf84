import { countComments, listComments } from './data/comments';
import { generatedNotes, hostileNotes, listNotes } from './data/notes';
import { type OrderKind, orders, shopShown } from './data/orders';
import type { CommentSpec, LabelSpec, LinkPlatform, LinkSpec, NoteSpec, Surface, Target } from './types';
import { liveLinks } from './data/lists';

export { planted } from './data/orders';
export { forgedOrder, shopOrders } from './data/shop-orders';
export { madeNotes, makeNote } from './data/make-note';
export { items } from './data/items';
export { liveLinks };

/** A link on a note, and what a click on it does. */
export interface TruthLink {
  surface: Surface;
  /** As in the markup; the site's own goods are paths. */
  href: string;
  platform: LinkPlatform;
  itemId?: string;
  itemKey?: string;
  shopId?: string;
  /** The comment it stands in; in the skin `unknown` nothing in the page says it. */
  commentId?: string;
  /** In a reply that is not in the page until 展开 is clicked. */
  hidden: boolean;
  target: Target;
  opens: { how: LinkSpec['opens']['how']; url?: string; itemKey?: string };
}

/** A comment or reply, as a reader must find it once it is in the page. */
interface TruthComment {
  id: string;
  authorId: string;
  role: 'author' | 'merchant' | 'other_user';
  pinned: boolean;
  reply: boolean;
  text: string;
  asksForLink: boolean;
  /** Not in the page before it is scrolled or expanded. */
  later: boolean;
}

export interface TruthNote {
  id: string;
  url: string;
  title: string;
  authorId: string;
  media: 'image' | 'video';
  commentsDeclared: number;
  /** Comments in the page before anything is scrolled or expanded, replies included. */
  commentsAtFirst: number;
  /** All of them, each followed by its replies. */
  comments: TruthComment[];
  label?: LabelSpec;
  state: NoteSpec['state'];
  traps: NoteSpec['traps'];
  /** Anchors that a reader must find. */
  links: TruthLink[];
  /** URLs and tokens in what people wrote, without an anchor. */
  words: TruthLink[];
}

export interface TruthOrder {
  page: 'taobao' | 'jd';
  url: string;
  orderId: string;
  kind: OrderKind;
  lines: { itemId: string; itemKey: string; title: string; quantity: number }[];
  /** Absent when unpaid, cancelled or unreadable. */
  paidFen?: number;
  shop?: string;
  /** Notes whose anchors lead to one of its items. */
  noteIds: string[];
}

export const feedUrl = 'https://www.xiaohongshu.com/explore';
export const taobaoOrdersUrl = 'https://buyertrade.taobao.com/trade/itemlist/list_bought_items.htm';
export const boughtNewUrl = `${taobaoOrdersUrl}?route_to=tm2`;
export const boughtPhoneUrl = 'https://h5.m.taobao.com/mlapp/olist.html';
export const pddOrdersUrl = 'https://mobile.yangkeduo.com/orders.html?type=0';
export const vipOrdersUrl = 'https://order.vip.com/order/orderlist?tabChannel=all&status=0&pageNo=1';
export const meituanOrdersUrl = 'https://www.meituan.com/orders/#status=0';
export const jdOrdersUrl = 'https://order.jd.com/center/list.action?search=0&d=1&s=4096';

function noteUrl(id: string): string {
  return `https://www.xiaohongshu.com/explore/${id}?xsec_token=replica&xsec_source=pc_feed`;
}

/** Every note written by hand; the made ones ({@link makeNote}) have no link. */
export const notes: readonly TruthNote[] = listNotes().map(truthOf);

/** Hostile and without any link, served at their own ids and at /explore?channel_id=homefeed.hostile. */
export const hostile: readonly TruthNote[] = hostileNotes.map(truthOf);

/** Two links on each: every form of address of every platform, at every place where a link can stand. */
export const generated: readonly TruthNote[] = generatedNotes.map(truthOf);

export const firstNoteUrl = noteUrl(notes[0]?.id ?? '');

export const truthOrders: readonly TruthOrder[] = orders.map((order) => {
  const { id, page, kind, lines, shownFen } = order;
  const keys = lines.map(({ item }) => item.key);
  const paid = kind === 'from-note' || kind === 'no-note';
  const shop = shopShown(order);
  return {
    page,
    url: page === 'taobao' ? taobaoOrdersUrl : jdOrdersUrl,
    orderId: id,
    kind,
    lines: lines.map(({ item, quantity }) => ({ itemId: item.id, itemKey: item.key, title: item.title, quantity })),
    ...(paid && { paidFen: shownFen }),
    ...(shop !== undefined && { shop }),
    noteIds: notes
      .filter((note) => note.links.some((link) => keys.includes(link.opens.itemKey ?? '')))
      .map((note) => note.id),
  };
});

function truthOf(note: NoteSpec): TruthNote {
  const comments = listComments(note);
  const own = note.links.map((link) => truthLink(link));
  const first = comments.slice(0, 10);
  return {
    id: note.id,
    url: noteUrl(note.id),
    title: note.title,
    authorId: note.author.id,
    media: note.media,
    commentsDeclared: countComments(comments),
    commentsAtFirst: first.length + first.filter((comment) => comment.replies.length > 0).length,
    comments: comments.flatMap(commentsInThread),
    ...(note.label !== undefined && { label: note.label }),
    state: note.state,
    traps: note.traps,
    links: [...own.filter((link) => !isWord(link)), ...comments.flatMap((parent) => linksInThread(parent, 'links'))],
    words: [...own.filter(isWord), ...comments.flatMap((parent) => linksInThread(parent, 'words'))],
  };
}

function commentsInThread(parent: CommentSpec, index: number): TruthComment[] {
  const later = index >= 10;
  const replies = parent.replies.map((reply, at) => truthComment(reply, { reply: true, later: later || at > 0 }));
  return [truthComment(parent, { reply: false, later }), ...replies];
}

function truthComment(comment: CommentSpec, place: Pick<TruthComment, 'reply' | 'later'>): TruthComment {
  const { id, person, text, pinned, asksForLink } = comment;
  const role = comment.byAuthor ? 'author' : comment.byMerchant ? 'merchant' : 'other_user';
  return { id, authorId: person.id, role, pinned, text, asksForLink, ...place };
}

function isWord({ surface }: Pick<LinkSpec, 'surface'>): boolean {
  return surface === 'text-link' || surface === 'text-token';
}

function linksInThread(parent: CommentSpec, kind: 'links' | 'words'): TruthLink[] {
  const replies = parent.replies.flatMap((reply, index) =>
    reply[kind].map((link) => truthLink(link, reply.id, index > 0)),
  );
  return [...parent[kind].map((link) => truthLink(link, parent.id)), ...replies];
}

export function truthLink(link: LinkSpec, commentId?: string, hidden = false): TruthLink {
  const { surface, href, platform, itemId, itemKey, shopId, target, opens } = link;
  return {
    surface,
    href,
    platform,
    ...(itemId !== undefined && { itemId }),
    ...(itemKey !== undefined && { itemKey }),
    ...(shopId !== undefined && { shopId }),
    ...(commentId !== undefined && { commentId }),
    hidden,
    target,
    opens: {
      how: opens.how,
      ...(opens.url !== undefined && { url: opens.url }),
      ...(opens.item && { itemKey: opens.item.key }),
    },
  };
}
