import * as v from 'valibot';
import { clickWays, type PageSideEvent } from '../core/events';
import { linkKinds, pageKinds, purchaseStatuses, surfaces } from '../core/types';
import type { OwnMessage, PageMessage } from './protocol';

/** Caps: a page may show anything, so whatever it says is cut before it is kept. */
const short = v.pipe(v.string(), v.maxLength(100));
const key = v.pipe(v.string(), v.minLength(1), v.maxLength(2_000));
const text = v.pipe(
  v.string(),
  v.transform((value) => value.slice(0, 500)),
);
// Up to the last day a calendar knows, less the widest time zone.
const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8.64e15 - 6e7));
const zoneMinutes = v.pipe(v.number(), v.integer(), v.minValue(-1_000), v.maxValue(1_000));
const fen = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const tab = v.pipe(v.number(), v.integer());
const webUrl = v.pipe(v.string(), v.maxLength(2_000), v.startsWith('https://'));

const unread = v.object({
  where: short,
  reason: v.picklist(['shape', 'no-data', 'bad-amount', 'foreign-currency', 'encrypted', 'unknown-form']),
});

const link = v.object({
  platform: short,
  kind: v.picklist(linkKinds),
  key,
  itemId: v.exactOptional(short),
  itemKey: v.exactOptional(short),
  shopId: v.exactOptional(short),
  canonical: v.exactOptional(webUrl),
  attribution: v.record(short, text),
  via: v.pipe(v.array(short), v.maxLength(8)),
});

const label = v.object({
  text,
  kind: v.picklist(['statutory', 'equivalent', 'declared', 'other', 'none', 'unknown']),
});

const note = v.object({
  id: short,
  authorId: v.exactOptional(short),
  title: v.exactOptional(text),
  media: v.exactOptional(v.picklist(['image', 'video'])),
  label: v.exactOptional(label),
  commentsDeclared: v.exactOptional(time),
  saved: v.exactOptional(v.boolean()),
});

const base = {
  id: key,
  at: time,
  zoneMinutes,
  visit: short,
  url: webUrl,
  tab: v.exactOptional(tab),
  opener: v.exactOptional(tab),
};

const linkReading = {
  surface: v.picklist(surfaces),
  link,
  commentId: v.exactOptional(short),
  title: v.exactOptional(text),
  layer: short,
  rule: short,
  verified: v.boolean(),
};

const pageEvent = v.variant('type', [
  v.object({ ...base, type: v.literal('note'), site: short, note }),
  v.object({ ...base, ...linkReading, type: v.literal('sighting'), site: short, noteId: short, ruleVersion: short }),
  v.object({
    ...base,
    type: v.literal('click'),
    site: short,
    noteId: short,
    surface: v.picklist(surfaces),
    link,
    how: v.picklist(clickWays),
  }),
  v.object({ ...base, type: v.literal('collect'), site: short, noteId: short, collected: v.boolean() }),
  v.object({
    ...base,
    type: v.literal('landing'),
    platform: short,
    itemKey: short,
    itemUrl: v.exactOptional(webUrl),
    title: v.exactOptional(text),
    shop: v.exactOptional(text),
    priceFen: v.exactOptional(fen),
  }),
  v.object({
    ...base,
    type: v.literal('page'),
    where: short,
    kind: v.picklist([...pageKinds, 'item', 'orders']),
    settled: v.boolean(),
    unread: v.pipe(v.array(unread), v.maxLength(200)),
  }),
]);

const purchase = v.object({
  platform: short,
  orderId: short,
  itemId: v.exactOptional(short),
  skuId: v.exactOptional(short),
  title: text,
  shop: v.exactOptional(text),
  quantity: v.exactOptional(fen),
  orderPaidFen: v.exactOptional(fen),
  paidFen: v.exactOptional(fen),
  refundedFen: v.exactOptional(fen),
  orderedAt: v.exactOptional(time),
  paidAt: v.exactOptional(time),
  status: v.picklist(purchaseStatuses),
  source: v.picklist(['page', 'bill', 'user']),
});

const pageMessage = v.variant('type', [
  v.object({ type: v.literal('hello') }),
  v.object({ type: v.literal('append'), rows: v.pipe(v.array(v.unknown()), v.maxLength(500)) }),
  v.object({
    type: v.literal('orders'),
    at: time,
    zoneMinutes,
    purchases: v.pipe(v.array(v.unknown()), v.maxLength(500)),
  }),
]);

const seen = v.exactOptional(v.object({ site: short, url: webUrl, note, link: v.object(linkReading) }));

const ownMessage = v.variant('type', [
  v.object({ type: v.literal('want'), key, wanted: v.boolean(), seen }),
  v.object({ type: v.literal('mark'), key, mark: v.picklist(['bought', 'dropped', 'none']), seen }),
  v.object({ type: v.literal('recording'), on: v.boolean() }),
  v.object({ type: v.literal('erase-all') }),
]);

/** The rows of a list that hold; one broken row never takes the others with it. */
function decodeRows<T>(schema: v.GenericSchema<unknown, T>, rows: readonly unknown[]): T[] {
  return rows.flatMap((row) => {
    const result = v.safeParse(schema, row);
    return result.success ? [result.output] : [];
  });
}

export function decodePageEvents(rows: readonly unknown[]): PageSideEvent[] {
  return decodeRows(pageEvent, rows);
}

/** @returns undefined for what is not ours */
export function decodePageMessage(raw: unknown): PageMessage | undefined {
  const result = v.safeParse(pageMessage, raw);
  if (!result.success) return undefined;
  const message = result.output;
  switch (message.type) {
    case 'hello':
      return message;
    case 'append':
      return { ...message, rows: decodePageEvents(message.rows) };
    case 'orders':
      return { ...message, purchases: decodeRows(purchase, message.purchases) };
  }
}

export function decodeOwnMessage(raw: unknown): OwnMessage | undefined {
  const result = v.safeParse(ownMessage, raw);
  return result.success ? result.output : undefined;
}
