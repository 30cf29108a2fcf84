import type { Page } from 'puppeteer-core';
import * as v from 'valibot';

const text = v.optional(v.string());
const journey = v.array(v.object({ step: v.string(), at: v.number(), evidence: v.string() }));

const stored = v.object({
  items: v.array(
    v.object({
      key: v.string(),
      platform: v.string(),
      title: text,
      note: v.optional(v.object({ id: v.string() })),
      state: v.string(),
      journey,
    }),
  ),
  clicks: v.array(
    v.object({
      surface: v.string(),
      how: v.string(),
      link: v.object({ platform: v.string(), key: v.string(), itemKey: text }),
    }),
  ),
  aliases: v.record(v.string(), v.string()),
  summary: v.object({
    platforms: v.array(v.object({ platform: v.string(), saved: v.number(), purchased: v.number() })),
    unmatchedPurchases: v.number(),
    unread: v.number(),
  }),
  /** Which kinds of page the unread things were on. */
  unreadPages: v.array(v.object({ page: v.string(), count: v.number() })),
});

export type Stored = v.InferOutput<typeof stored>;

// A string, because it runs in the extension's page, where this file's helpers do not exist. It opens no version of its
// own: a database that is not there yet is left for the extension to make.
const reader = `(async () => {
  const all = (store, from) => new Promise((resolve, reject) => {
    const request = from.objectStore(store).getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === 'bacao')) return undefined;
  const db = await new Promise((resolve, reject) => {
    const request = indexedDB.open('bacao');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  try {
    if (!db.objectStoreNames.contains('events')) return undefined;
    const from = db.transaction(['items', 'events', 'meta']);
    const [items, events, meta] = await Promise.all(['items', 'events', 'meta'].map((store) => all(store, from)));
    const named = (name) => meta.find(({ key }) => key === name)?.value;
    const aliases = meta.filter(({ key }) => key.startsWith('alias:')).map(({ key, value }) => [key.slice(6), value]);
    return {
      items,
      clicks: events.sort((a, b) => a.seq - b.seq).filter(({ type }) => type === 'click'),
      aliases: Object.fromEntries(aliases),
      summary: named('summary') ?? { platforms: [], unmatchedPurchases: 0, unread: 0 },
      unreadPages: named('unread-pages') ?? [],
    };
  } finally {
    db.close();
  }
})()`;

const empty: Stored = {
  items: [],
  clicks: [],
  aliases: {},
  summary: { platforms: [], unmatchedPurchases: 0, unread: 0 },
  unreadPages: [],
};

/** Reads the extension's database as it lies there, by no code of the extension. */
export async function readStored(ownPage: Page): Promise<Stored> {
  const raw: unknown = await ownPage.evaluate(reader);
  return raw === undefined ? empty : v.parse(stored, raw);
}

/** The item a click led to: learnt since, or known from the link. */
export function keyOfClick({ link }: Stored['clicks'][number], aliases: Stored['aliases']): string {
  return aliases[link.key] ?? link.itemKey ?? link.key;
}
