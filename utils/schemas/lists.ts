import * as v from 'valibot';
import { matchWords } from '../core/events';
import { dropReasons, outcomes, stepNames } from '../core/rows';
import { linkKinds, priceKinds, purchaseStatuses, stocks, surfaces } from '../core/types';
import * as field from './fields';

/**
 * List rows as the projections make them. Looser than what a page may send: a list is made again from its events, so the
 * question is whether a reader can live with the row, not whether it was cut well.
 */

const text = v.string();
const { time } = field;
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const fen = v.optional(count);
const evidence = v.picklist(['observed', 'imported', 'user', 'inferred']);
const states = ['seen', 'clicked', 'visited', 'saved', 'bought', 'refunded', 'dropped'] as const;
const label = v.object({ text, kind: text });

const items = v.object({
  key: text,
  platform: text,
  kind: v.picklist(linkKinds),
  url: v.optional(text),
  title: v.optional(text),
  shop: v.optional(text),
  priceFen: fen,
  priceKind: v.optional(v.picklist(priceKinds)),
  stock: v.optional(v.picklist(stocks)),
  firstPrice: v.optional(v.object({ fen: count, at: time })),
  prices: v.optional(v.array(v.object({ at: time, priceFen: fen }))),
  note: v.optional(v.object({ site: text, id: text, title: v.optional(text), at: time })),
  surfaces: v.array(v.picklist(surfaces)),
  journey: v.array(v.object({ step: v.picklist(stepNames), at: time, evidence })),
  savedBy: v.array(text),
  unwantedAt: v.optional(time),
  mark: v.optional(v.object({ as: v.picklist(['bought', 'dropped']), at: time, since: v.optional(time) })),
  why: v.optional(v.object({ as: v.picklist([...dropReasons, '']), at: time })),
  outcome: v.optional(v.object({ as: v.picklist(outcomes), at: time })),
  tags: v.optional(v.array(v.object({ name: text, on: v.boolean(), at: time }))),
  remark: v.optional(v.object({ text, at: time })),
  group: v.optional(v.object({ name: text, at: time })),
  cool: v.optional(v.object({ until: time, at: time })),
  state: v.picklist(states),
  savedAt: v.optional(time),
  purchasedAt: v.optional(time),
});

const notes = v.object({
  key: text,
  site: text,
  id: text,
  title: v.optional(text),
  authorId: v.optional(text),
  media: v.optional(v.picklist(['image', 'video'])),
  label: v.optional(label),
  firstSeenAt: time,
  lastSeenAt: time,
  collectedAt: v.optional(time),
  decidedAt: v.optional(time),
  itemKeys: v.array(text),
});

const orders = v.object({
  key: text,
  orderKey: text,
  platform: text,
  itemId: v.optional(text),
  itemKey: v.optional(text),
  skuId: v.optional(text),
  title: text,
  shop: v.optional(text),
  quantity: v.optional(count),
  orderPaidFen: fen,
  paidFen: fen,
  refundedFen: fen,
  orderedAt: v.optional(time),
  paidAt: v.optional(time),
  status: v.picklist(purchaseStatuses),
  source: v.picklist(['page', 'bill', 'user']),
  firstSeenAt: time,
  lastSeenAt: time,
  statusAt: time,
  placedAt: v.optional(time),
  sources: v.optional(v.array(v.picklist(['page', 'bill', 'user']))),
  partOf: v.optional(text),
  words: v.optional(v.array(v.object({ word: v.picklist(matchWords), at: time }))),
  twin: v.optional(v.object({ line: text, status: v.picklist(purchaseStatuses), statusAt: time, refundedFen: fen })),
  refunds: v.optional(v.array(v.object({ at: time, fen: count, form: v.optional(text), no: v.optional(count) }))),
  payments: v.optional(
    v.array(v.object({ at: time, fen: count, form: text, no: v.optional(count), backFen: v.optional(count) })),
  ),
  mayBe: v.optional(text),
  mayBeOf: v.optional(count),
  unmatchedAt: v.optional(time),
});

const counters = v.object({
  key: text,
  day: text,
  site: text,
  surface: text,
  platform: text,
  seen: count,
  clicked: count,
  done: v.optional(count),
});

const coverage = v.object({
  key: text,
  day: text,
  where: text,
  kind: text,
  visits: count,
  unread: v.record(text, count),
});

const openClick = v.object({
  id: text,
  at: time,
  tab: v.number(),
  platform: text,
  linkKey: text,
  itemKey: v.optional(text),
  shop: v.optional(v.literal(true)),
  space: text,
});

const share = v.object({ platform: text, saved: count, purchased: count });

/** A view, whatever made it: a row that comes back from the disk need not be of this page's making. */
const bytes = v.custom<ArrayBufferView>((value) => ArrayBuffer.isView(value) && value.byteLength === 32);

const metaValues: Record<string, v.GenericSchema> = {
  summary: v.object({ platforms: v.array(share), unmatchedPurchases: count, unread: count }),
  seq: count,
  uuid: v.pipe(text, v.minLength(1)),
  counts: v.object({ events: count, exposures: count, erasedEvents: count, erasedExposures: count }),
  unlisted: count,
  'device-key': bytes,
  'older-device-keys': v.array(bytes),
  'open-clicks': v.array(openClick),
  'unread-pages': v.array(v.object({ page: text, count })),
  cooling: v.array(v.object({ key: text, until: time })),
};

/** By what their keys begin with: all of these are made of events. */
const metaFamilies: [string, v.GenericSchema][] = [
  ['alias:', text],
  ['same-order:', text],
  // Until 2026-11 without the parts.
  ['split:', v.union([v.array(text), v.literal(true)])],
  ['placedAt:', time],
  ['paidAt:', time],
  ['priced:', v.array(text)],
  ['said-of:', v.array(text)],
];

const familyOf = (key: string) => metaFamilies.find(([begin]) => key.startsWith(begin));

/** Whether a single row is one of many by its key's beginning, each of which events make. */
export function isOfFamily(key: string): boolean {
  return familyOf(key) !== undefined;
}

const lists: Record<string, v.GenericSchema> = { items, notes, orders, counters, coverage };

/** @returns what is wrong with a list's row, undefined when nothing is, or when nothing is known of such rows */
export function faultOf(list: string, row: { key?: unknown; value?: unknown }): string | undefined {
  if (list !== 'meta') return lists[list] && issueOf(lists[list], row);
  const key = String(row.key);
  const value = metaValues[key] ?? familyOf(key)?.[1];
  return value && issueOf(v.object({ key: text, value }), row);
}

function issueOf(schema: v.GenericSchema, row: unknown): string | undefined {
  const result = v.safeParse(schema, row, { abortEarly: true });
  return result.success ? undefined : (v.getDotPath(result.issues[0]) ?? 'row');
}
