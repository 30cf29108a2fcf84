import type { PageKind } from '../../core/types';
import type { PagePlace } from '../reader';
import { deepPath, hintedPath, noteForm, notePath, pagePaths, partQueries } from './rules';

function partOf(kind: PageKind, head: string, url: string): string | undefined {
  if (kind === 'live') return head === 'livelist' ? 'list' : url.includes('/livestream/host/') ? 'host' : 'room';
  const query = queryOf(url);
  const parts = (partQueries[kind] ?? [])
    .map((name) => query.get(name) ?? '')
    .filter((part) => /^[\w.-]{1,40}$/.test(part));
  return parts.join('/') || undefined;
}

/** The host, in an archive that of the page itself; a saved page's addresses may be of a file, or lead up and down from it. */
const beforePath = /^(?:(?:.*(?:https?|file):)?\/\/[^/]*(?:\/[a-z]:)?|\.{1,2}(?:\/\.\.)*)(?=\/|$)/i;

export function pathOf(url: string): string {
  return (url.trim().split(/[?#]/)[0] ?? '').replace(beforePath, '');
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
  const kind = (Object.hasOwn(pagePaths, head) && pagePaths[head]) || 'other';
  const part = partOf(kind, head, url);
  return part === undefined ? { kind } : { kind, part };
}

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
