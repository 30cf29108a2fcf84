import * as v from 'valibot';
import type { LedgerEvent, StoredEvent } from '../core/events';
import { dropReasons, outcomes } from '../core/rows';
import type { ExposureEvent } from '../core/units';
import { exposureEvent } from './exposure';
import * as field from './fields';
import {
  clickEvent,
  collectEvent,
  landingEvent,
  noteEvent,
  shopEvent,
  sightingEvent,
  signalEvent,
  visitEvent,
} from './page-events';
import { matchWord, orderLine } from './purchase';

/** Rows as the ledger holds them: what pages told, what the writer stamped on it, and the person's own words. */

const { key, moment } = field;
const seq = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const purchaseEvent = v.object({
  ...moment,
  type: v.literal('purchase'),
  evidence: v.picklist(['observed', 'imported', 'user', 'inferred']),
  orderKey: key,
  otherKeys: v.exactOptional(v.pipe(v.array(key), v.maxLength(100))),
  partOf: v.exactOptional(key),
  // The writer joins a space and an item's id, each of which may be as long as a page may have it.
  purchase: v.object({ ...orderLine, itemKey: v.exactOptional(key) }),
});

const wantEvent = v.object({
  ...moment,
  type: v.literal('want'),
  key,
  wanted: v.boolean(),
  item: v.exactOptional(field.wantedItem),
});

const tagEvent = v.object({ ...moment, type: v.literal('tag'), key, tag: field.tag, on: v.boolean() });

const groupEvent = v.object({ ...moment, type: v.literal('group'), key, group: field.group });

const remarkEvent = v.object({ ...moment, type: v.literal('remark'), key, text: field.remark });

const markEvent = v.object({
  ...moment,
  type: v.literal('mark'),
  key,
  mark: v.picklist(['bought', 'dropped', 'none']),
});

const whyEvent = v.object({ ...moment, type: v.literal('why'), key, why: v.picklist([...dropReasons, '']) });

const outcomeEvent = v.object({
  ...moment,
  type: v.literal('outcome'),
  key,
  outcome: v.picklist([...outcomes, 'none']),
});

const coolEvent = v.object({ ...moment, type: v.literal('cool'), key, until: field.time });

const matchEvent = v.object({ ...moment, type: v.literal('match'), ...matchWord });

// The queue tells all its unreadable rows in one event, however many they are.
const unread = v.pipe(v.array(field.unread), v.maxLength(100_000));

export const ledgerEvent = v.variant('type', [
  noteEvent,
  sightingEvent,
  v.object({ ...clickEvent.entries, space: v.exactOptional(field.short) }),
  collectEvent,
  landingEvent,
  v.object({ ...shopEvent.entries, space: v.exactOptional(field.short) }),
  v.object({ ...signalEvent.entries, orderKey: v.exactOptional(key) }),
  v.object({ ...visitEvent.entries, unread }),
  purchaseEvent,
  wantEvent,
  markEvent,
  tagEvent,
  remarkEvent,
  groupEvent,
  whyEvent,
  outcomeEvent,
  coolEvent,
  matchEvent,
]);

const storedEvent = v.intersect([v.object({ seq, late: v.exactOptional(v.literal(true)) }), ledgerEvent]);

/** @returns the first thing that is wrong, as `path: message`, for rows that do not decode */
export type Decoded<T> = { row: T } | { reason: string };

export function decodeLedgerEvent(raw: unknown): Decoded<LedgerEvent> {
  return decode(ledgerEvent, raw);
}

export function decodeStoredEvent(raw: unknown): Decoded<StoredEvent> {
  return decode(storedEvent, raw);
}

export function decodeExposure(raw: unknown): Decoded<ExposureEvent> {
  return decode(exposureEvent, raw);
}

function decode<T>(schema: v.GenericSchema<unknown, T>, raw: unknown): Decoded<T> {
  const result = v.safeParse(schema, raw, { abortEarly: true });
  if (result.success) return { row: result.output };
  const [issue] = result.issues;
  return { reason: v.getDotPath(issue) ?? 'row' };
}
