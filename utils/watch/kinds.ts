import type { PageKind } from '../core/types';

/** Pages that tell something by being read. */
export const isRead: ReadonlySet<PageKind> = new Set(['note', 'goods', 'shop', 'profile']);

/** Pages that are looked through for what they should show and do not. A note is, whenever it is read. */
export const isJudged: ReadonlySet<PageKind> = new Set(['feed', 'search', 'profile', 'board', 'shop', 'goods', 'live']);

/** What they tell is joined to its click by tab. */
export const isLanding: ReadonlySet<PageKind> = new Set(['goods', 'shop']);
