import { boards, collector, self } from './data/boards';
import { items } from './data/items';
import { goodsCard } from './data/links';
import { liveLinks } from './data/lists';
import { cardsAt } from './data/shown';
import { findNote } from './data/notes';
import { mobileQuery } from './hosts/xiaohongshu';
import { notes, type TruthLink, truthLink } from './truth';
import type { CardSpec, LabelSpec, World } from './types';
import { relatedNotes } from './views/lists';

/** A card as a reader must find it; what is no note has no note's fields. */
export interface TruthCard {
  position: number;
  kind: CardSpec['kind'] | 'product';
  noteId?: string;
  authorId?: string;
  title?: string;
  media?: 'image' | 'video';
  label?: LabelSpec;
  /** The places of the links that it carries. */
  surfaces?: TruthLink['surface'][];
}

export interface TruthPage {
  name: string;
  url: string;
  kind: 'feed' | 'search' | 'note' | 'profile' | 'board' | 'goods' | 'shop' | 'live' | 'other';
  /** All cards of the list, by position; a virtual list has some of them in the page at a time. */
  cards: TruthCard[];
  /** On pages without an open note: what the whole page shows. Note pages: see the note. */
  links: TruthLink[];
  noteId?: string;
  /** As a phone gets it: no comment in the page, no label and no blue link. */
  isPhone?: true;
}

const site = 'https://www.xiaohongshu.com';
const abroad = 'https://www.rednote.com';

/** Our own: what was collected is there. */
export const savedListUrl = `${site}/user/profile/${self.id}?tab=fav&subTab=note`;

function truthCard(card: CardSpec, position: number): TruthCard {
  if (card.kind === 'live') {
    const surfaces = [...new Set(card.goods.map(({ surface }) => surface))];
    return { position, kind: 'live', title: '秋冬器物专场，边喝茶边聊', ...(surfaces.length > 0 && { surfaces }) };
  }
  if (card.kind !== 'note') return { position, kind: card.kind };
  const { id, author, title, media, label } = card.note;
  return {
    position,
    kind: 'note',
    noteId: id,
    authorId: author.id,
    ...(title !== '' && { title }),
    media,
    ...(label && { label }),
  };
}

function specsAt(url: string, collected: readonly string[] = []): CardSpec[] {
  const world: World = { skin: 'known', now: () => 0, collected: new Set(collected), orderedAt: undefined };
  return cardsAt(new URL(url), world);
}

/** Our own saved list; `collected` says what was collected, oldest first. */
export function truthSaved(collected: readonly string[]): TruthCard[] {
  return specsAt(savedListUrl, collected).map(truthCard);
}

function listPage(name: string, kind: TruthPage['kind'], url: string): TruthPage {
  const specs = specsAt(url);
  const goods = specs.flatMap((card) => (card.kind === 'live' ? card.goods : []));
  return { name, url, kind, cards: specs.map(truthCard), links: goods.map((link) => truthLink(link)) };
}

const word = encodeURIComponent('咖啡');
const profile = (id = '') => `${site}/user/profile/${id}`;

const lists: TruthPage[] = [
  listPage('the feed', 'feed', `${site}/explore`),
  listPage('a channel', 'feed', `${site}/explore?channel_id=homefeed.food_v3`),
  listPage('a channel of hostile notes', 'feed', `${site}/explore?channel_id=homefeed.hostile`),
  listPage('a channel of live rooms', 'feed', `${site}/explore?channel_id=homefeed.live`),
  listPage('a channel of labels and ghosts', 'feed', `${site}/explore?channel_id=homefeed.labels`),
  listPage('the feed abroad', 'feed', `${abroad}/explore`),
  listPage('a search', 'search', `${site}/search_result?keyword=${word}&source=web_explore_feed`),
  listPage('a profile', 'profile', `${profile(notes[0]?.authorId)}?tab=note&subTab=note`),
  listPage("somebody's saved list", 'profile', `${profile(collector.id)}?tab=fav&subTab=note`),
  listPage('a board', 'board', `${site}/board/${String(boards[0]?.id)}?source=web_user_page`),
  listPage('the live rooms', 'live', `${site}/livelist`),
];

const nothing = { cards: [], links: [] };

/** No cards of notes there, and yet the page is whole. */
const others: TruthPage[] = [
  { name: 'what a person likes', kind: 'profile', url: `${profile(self.id)}?tab=liked`, ...nothing },
  { name: 'a private saved list', kind: 'profile', url: `${profile(notes[1]?.authorId)}?tab=fav`, ...nothing },
  { name: 'the boards of a profile', kind: 'profile', url: `${profile(self.id)}?tab=fav&subTab=board`, ...nothing },
  { name: 'the notifications', kind: 'other', url: `${site}/notification`, ...nothing },
  { name: 'a goods page', kind: 'goods', url: items.candle.url, ...nothing },
  {
    name: 'a live room',
    kind: 'live',
    url: `${site}/livestream/569900000000000001?source=web_feed`,
    cards: liveLinks.map(({ label }, position) => ({
      position,
      kind: 'product',
      title: label,
      surfaces: ['live-goods'],
    })),
    links: liveLinks.map((link) => truthLink(link)),
  },
  { name: 'a live room that sells nothing', kind: 'live', url: `${site}/livestream/569900000000000002`, ...nothing },
  shopAt('shop'),
  shopAt('vendor'),
];

function shopAt(path: string): TruthPage {
  const own = Object.values(items).filter(({ platform }) => platform === 'xiaohongshu');
  return {
    name: `a shop at /${path}`,
    url: `${site}/${path}/63c002b1a907d300151c77a7`,
    kind: 'shop',
    cards: own.map(({ title }, position) => ({ position, kind: 'product', title, surfaces: ['goods-card'] })),
    // A product's anchor opens in the same tab, by a path of the site's own.
    links: own.map((item) => ({ ...truthLink(goodsCard(item)), href: `/goods-detail/${item.id}`, target: '_self' })),
  };
}

/** Every way to a note's own page, and the page that a phone gets. */
function notePages(): TruthPage[] {
  const [first, second] = notes;
  const token = 'xsec_token=replica';
  const from = (id = '', author = '') =>
    [
      ['a note', `${site}/explore/${id}?${token}&xsec_source=pc_feed`],
      ['a shared note', `${site}/discovery/item/${id}?source=webshare&xhsshare=pc_web&${token}&xsec_source=pc_share`],
      ['a note found', `${site}/search_result/${id}?${token}&xsec_source=pc_search`],
      ['a note under its author', `${site}/user/profile/${author}/${id}?${token}&xsec_source=pc_user`],
      ['a note abroad', `${abroad}/explore/${id}?${token}&xsec_source=`],
      ['a note on a phone', `${site}/discovery/item/${id}?${token}&xsec_source=pc_share&${mobileQuery}=1`],
    ] as const;
  return [first, second].flatMap((note) =>
    from(note?.id, note?.authorId).map(([name, url]) => notePage(name, url, note?.id ?? '')),
  );
}

function notePage(name: string, url: string, noteId: string): TruthPage {
  const spec = findNote(noteId);
  const isPhone = url.includes(mobileQuery);
  const related = spec && !isPhone ? relatedNotes(spec) : [];
  const cards = related.map((note, position) => truthCard({ kind: 'note', note }, position));
  return { name, url, kind: 'note', cards, links: [], noteId, ...(isPhone && { isPhone }) };
}

/** One of every page kind, and of every way to it. */
export const pages: readonly TruthPage[] = [...lists, ...others, ...notePages()];
