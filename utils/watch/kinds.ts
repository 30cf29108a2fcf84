import type { PageKind } from '../core/types';

/** Pages that tell something by being read. */
export const isRead: ReadonlySet<PageKind> = new Set(['note', 'goods', 'shop', 'profile']);

export const isList: ReadonlySet<PageKind> = new Set(['feed', 'search', 'profile', 'board', 'shop']);

/** What they tell is joined to its click by tab. */
export const isLanding: ReadonlySet<PageKind> = new Set(['goods', 'shop']);
