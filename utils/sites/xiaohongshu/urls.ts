import type { PageKind } from '../../core/types';

/** Where a page's address says we are; the path alone, since `tab.url` and the page's state lag behind it. */
interface PagePlace {
  kind: PageKind;
  noteId?: string;
}

const kinds: Record<string, PageKind> = {
  '': 'feed',
  explore: 'feed', // /explore?channel_id=homefeed_recommend
  search_result: 'search', // /search_result?keyword=…
  user: 'profile', // /user/profile/UID?tab=fav
  board: 'board', // /board/ID
  'goods-detail': 'goods',
  goods: 'goods',
  shop: 'shop',
  vendor: 'shop',
  livestream: 'live', // /livestream/<digits>
  livelist: 'live',
};

/** What stands before the id of a note: `/explore/ID`, `/search_result/ID`, `/discovery/item/ID`, `/user/profile/UID/ID`. */
const notePath = /^\/(?:explore|search_result|discovery\/item|user\/profile\/[^/]+)\/([^/]+)/;

/** 31 of 31 note ids seen until 2026-07 are 24 hex digits; more is not asked of them. */
const idForm = /^[0-9a-f]{24}$/i;

export function readPlace(url: string): PagePlace {
  const path = (url.split(/[?#]/)[0] ?? '').replace(/^https?:\/\/[^/]*/i, '');
  const [, noteId] = notePath.exec(path) ?? [];
  if (noteId) return idForm.test(noteId) ? { kind: 'note', noteId } : { kind: 'note' };
  const [, head = ''] = path.split('/');
  return { kind: (Object.hasOwn(kinds, head) && kinds[head]) || 'other' };
}

/** User ids have no fixed form. */
export function readUserId(href: string): string | undefined {
  return /\/user\/profile\/([^/?#\s]+)/.exec(href)?.[1];
}
