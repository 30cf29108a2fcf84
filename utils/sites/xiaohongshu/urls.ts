import type { PageKind } from '../../core/types';
import type { PagePlace } from '../reader';

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
  livestream: 'live', // /livestream/<digits>, /livestream/host/UID, /livestream/dynpath…
  livelist: 'live',
};

/** What stands before the id of a note: `/explore/ID`, `/search_result/ID`, `/discovery/item/ID`, `/user/profile/UID/ID`. */
const notePath = /^\/(?:explore|search_result|discovery\/item|user\/profile\/[^/]+)\/([^/]+)/;

/** 31 of 31 note ids seen until 2026-07 are 24 hex digits; more is not asked of them. */
export const noteForm = /^[0-9a-f]{24}$/i;

/** Queries that say which part of a kind is shown; a keyword is the person's own and stays behind. */
const partNames: Partial<Record<PageKind, string[]>> = { feed: ['channel_id'], profile: ['tab', 'subTab'] };

function partOf(kind: PageKind, head: string, url: string): string | undefined {
  if (kind === 'live') return head === 'livelist' ? 'list' : url.includes('/livestream/host/') ? 'host' : 'room';
  const query = queryOf(url);
  const parts = (partNames[kind] ?? [])
    .map((name) => query.get(name) ?? '')
    .filter((part) => /^[\w.-]{1,40}$/.test(part));
  return parts.join('/') || undefined;
}

export function pathOf(url: string): string {
  return (url.trim().split(/[?#]/)[0] ?? '').replace(/^(?:https?:)?\/\/[^/]*/i, '');
}

export function queryOf(url: string): URLSearchParams {
  return new URLSearchParams(/\?([^#]*)/.exec(url)?.[1]);
}

/** The path alone says which page it is, since `tab.url` and the page's state lag behind it. */
export function readPlace(url: string): PagePlace {
  const path = pathOf(url);
  const [, noteId] = notePath.exec(path) ?? [];
  if (noteId) return noteForm.test(noteId) ? { kind: 'note', noteId } : { kind: 'note' };
  const [, head = ''] = path.split('/');
  const kind = (Object.hasOwn(kinds, head) && kinds[head]) || 'other';
  const part = partOf(kind, head, url);
  return part === undefined ? { kind } : { kind, part };
}

// Where the path says nothing, an id in the form of the site's own note ids will do (31 of 31): goods have `0001` in the
// middle, shops `0015`.
const hintedPath = /\/([0-9a-f]{8}0{8}[0-9a-f]{8})\/?$/i;
/** `xhsdiscover://item/ID`, `xhsdiscover://item/discovery.ID?type=…` */
const deepPath = /^xhsdiscover:\/\/item\/(?:discovery\.)?([0-9a-f]{24})(?![0-9a-f])/i;

/** The note that an address leads to. */
export function readNoteId(href: string): string | undefined {
  const { kind, noteId } = readPlace(href);
  const hinted = kind === 'other' ? hintedPath.exec(pathOf(href)) : undefined;
  return noteId ?? (hinted ?? deepPath.exec(href))?.[1];
}

/** `/user/profile/UID`, `/board/ID`, `/goods-detail/ID`, `/shop/ID` */
export function pathId(url: string): string {
  return pathOf(url).split('/').filter(Boolean).at(-1) ?? '';
}

/** User ids have no fixed form. */
export function readUserId(href: string): string | undefined {
  return /\/user\/profile\/([^/?#\s]+)/.exec(href)?.[1];
}
