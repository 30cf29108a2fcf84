import type { PageKind } from '../../core/types';

/** Where a page's address says we are; the path alone, since `tab.url` and the page's state lag behind it. */
export interface PagePlace {
  kind: PageKind;
  noteId?: string;
}

const kinds: Record<string, PageKind> = {
  explore: 'feed', // /explore?channel_id=homefeed_recommend
  search_result: 'search', // /search_result?keyword=…
  board: 'board', // /board/ID
  'goods-detail': 'goods',
  goods: 'goods',
  shop: 'shop',
  vendor: 'shop',
  livestream: 'live', // /livestream/<digits>
  livelist: 'live',
};

/** 31 of 31 note ids seen until 2026-07 are 24 hex digits; more is not asked of them. */
const idForm = /^[0-9a-f]{24}$/i;

function notePlace(id: string | undefined): PagePlace {
  return id && idForm.test(id) ? { kind: 'note', noteId: id } : { kind: 'note' };
}

/** The id a link to a note carries: `/explore/ID`, `/search_result/ID`, `/discovery/item/ID`, `/user/profile/UID/ID`. */
export function readPlace(url: string): PagePlace {
  if (!URL.canParse(url, 'https://www.xiaohongshu.com')) return { kind: 'other' };
  const [head, ...rest] = new URL(url, 'https://www.xiaohongshu.com').pathname.split('/').filter(Boolean);
  if (head === undefined) return { kind: 'feed' };
  if ((head === 'explore' || head === 'search_result') && rest[0]) return notePlace(rest[0]);
  if (head === 'discovery' && rest[0] === 'item') return notePlace(rest[1]);
  if (head === 'user' && rest[0] === 'profile') return rest[2] ? notePlace(rest[2]) : { kind: 'profile' };
  return { kind: (Object.hasOwn(kinds, head) && kinds[head]) || 'other' };
}

/** User ids have no fixed form. */
export function readUserId(href: string): string | undefined {
  return /\/user\/profile\/([^/?#\s]+)/.exec(href)?.[1];
}
