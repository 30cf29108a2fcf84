import { currentTerms } from '@/utils/core/terms';
import { openLedger } from '@/utils/ledger/open';
import type { LedgerDb } from '@/utils/ledger/schema';
import type { WriterDoor } from '@/utils/writer/door';
import { start } from '../ledger/made-events';

let names = 0;

/** A storage area as the browser has it, in memory. */
function madeArea(first: Record<string, unknown> = {}) {
  const stored: Record<string, unknown> = { ...first };
  return {
    stored,
    /** What waits in the queue. */
    queue: () => Object.fromEntries(Object.entries(stored).filter(([key]) => key.startsWith('q:'))),
    get: (key: string | null) =>
      Promise.resolve(key === null ? { ...stored } : key in stored ? { [key]: stored[key] } : {}),
    set: (items: Record<string, unknown>) => Promise.resolve(void Object.assign(stored, structuredClone(items))),
    remove: (keys: string[]) => {
      for (const key of keys) Reflect.deleteProperty(stored, key);
      return Promise.resolve();
    },
  };
}

/** Where the person has agreed to the terms, long ago. */
function agreed(first: Record<string, unknown>): Record<string, unknown> {
  return { ...first, settings: { consent: { terms: currentTerms, at: 0 }, ...Object(first['settings']) } };
}

/** A writer's surroundings: a ledger of its own, an area in memory, a clock that stands. */
export async function madeDoor(first: Record<string, unknown> = {}) {
  const db: LedgerDb = await openLedger({ name: `writer-${String((names += 1))}` });
  const storage = madeArea(agreed(first));
  const announced: number[] = [];
  const session = madeArea();
  const badge: (string | undefined)[] = [];
  const door: WriterDoor = {
    openDb: () => Promise.resolve(db),
    removeDb: () => Promise.resolve(),
    storage,
    session,
    showTrouble: (trouble) => Promise.resolve(void badge.push(trouble?.kind)),
    ownRoot: 'chrome-extension://made/',
    pages: ['https://www.xiaohongshu.com/*', 'https://*.jd.com/*'],
    orderPages: ['https://order.jd.com/center/*', 'https://buyertrade.taobao.com/trade/*'],
    mayRead: () => Promise.resolve(true),
    spaceOf: (platform) => ({ jd: 'jd', taobao: 'ali', tmall: 'ali' })[platform],
    liveImports: () => Promise.resolve(new Set()),
    hasTab: () => Promise.resolve(true),
    now: () => start + 1_000_000,
    onTold: () => undefined,
    announce: () => announced.push(1),
    tellProgress: () => undefined,
  };
  return { door, db, storage, session, badge, announced };
}

export const ownPage = { id: 'made', url: 'chrome-extension://made/popup.html' };
export const orderScript = {
  id: 'made',
  url: 'https://order.jd.com/center/list.action',
  frameId: 0,
  tab: { id: 8, index: 0, highlighted: false, active: true, pinned: false, incognito: false },
};
export const pageScript = {
  id: 'made',
  url: 'https://www.xiaohongshu.com/explore/65f000000000000012345678',
  frameId: 0,
  tab: { id: 7, openerTabId: 3, index: 0, highlighted: false, active: true, pinned: false, incognito: false },
};
