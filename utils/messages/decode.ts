import * as v from 'valibot';
import { recordKinds } from '../core/record-kinds';
import { isDays } from '../core/retention';
import { themes } from '../core/switches';
import { isThumbnail } from '../core/thumbnails';
import { signalNames, type PageSideEvent } from '../core/events';
import { dropReasons, outcomes } from '../core/rows';
import type { Purchase } from '../core/types';
import { exposureEvent } from '../schemas/exposure';
import {
  fen,
  key,
  linkReading,
  note,
  group,
  remark,
  short,
  tag,
  text,
  time,
  wantedItem,
  webUrl,
  zoneMinutes,
} from '../schemas/fields';
import {
  clickEvent,
  collectEvent,
  landingEvent,
  noteEvent,
  shopEvent,
  sightingEvent,
  signalEvent,
  visitEvent,
} from '../schemas/page-events';
import { matchWord, orderLine } from '../schemas/purchase';
import { spotCheck } from '../schemas/spot-check';
import { studyChange } from '../schemas/study';
import type { OwnMessage, PageMessage } from './protocol';

const pageEvent = v.union([
  v.variant('type', [
    noteEvent,
    sightingEvent,
    clickEvent,
    collectEvent,
    landingEvent,
    shopEvent,
    signalEvent,
    visitEvent,
  ]),
  exposureEvent,
]);

const alsoIds = v.exactOptional(v.pipe(v.array(short), v.maxLength(100)));
const purchase = v.object({ ...orderLine, orderId: short, alsoIds, partOf: v.exactOptional(short) });

const orderSignal = v.object({ signal: v.picklist(signalNames), platform: short, orderId: short });

/** What the person writes down: no order has a number there. */
const handPurchase = v.object({
  platform: v.pipe(short, v.minLength(1)),
  itemKey: v.exactOptional(short),
  title: text,
  orderPaidFen: v.exactOptional(fen),
  orderedAt: time,
});

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const rows = v.pipe(v.array(v.unknown()), v.maxLength(500));

const pageMessage = v.variant('type', [
  v.object({
    type: v.literal('hello'),
    visit: v.exactOptional(v.object({ id: short, inFront: v.boolean() })),
  }),
  v.object({
    type: v.literal('append'),
    rows,
    isFull: v.exactOptional(v.boolean()),
    lost: v.exactOptional(v.object({ id: short, count })),
  }),
  v.object({
    type: v.literal('orders'),
    at: time,
    zoneMinutes,
    purchases: rows,
    signals: v.exactOptional(v.pipe(v.array(orderSignal), v.maxLength(10))),
  }),
]);

const seen = v.exactOptional(
  v.object({ site: short, url: webUrl, note, link: v.object(linkReading), ruleVersion: v.exactOptional(short) }),
);

/** The rows are decoded where they are written, each by itself, so that every refused one can be named. */
const restorePart = v.object({
  file: v.object({ name: v.pipe(v.string(), v.maxLength(1_000)), size: count }),
  startedAt: time,
  madeAt: v.exactOptional(time),
  progress: v.object({ done: count, total: count }),
  ahead: count,
  events: rows,
  exposures: rows,
  keys: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[\da-f]{64}$/u))), v.maxLength(100))),
  settings: v.exactOptional(v.unknown()),
  last: v.exactOptional(v.literal(true)),
});

/** As in a restore: each purchase is decoded by itself, where it is written. */
const importId = v.pipe(v.string(), v.uuid());
const billPart = v.object({
  importId,
  startedAt: time,
  zoneMinutes,
  purchases: rows,
  last: v.exactOptional(v.literal(true)),
});

const erasure = v.variant('kind', [
  v.object({ kind: v.literal('item'), key }),
  v.object({ kind: v.literal('note'), site: short, id: v.pipe(short, v.minLength(1)) }),
  v.object({ kind: v.literal('platform'), platform: v.pipe(short, v.minLength(1)) }),
  v.object({ kind: v.literal('range'), from: time, to: time }),
]);

const work = v.pipe(v.string(), v.uuid());

const days = v.exactOptional(v.custom<number>(isDays));
const limits = v.strictObject({ exposures: days, visits: days, notes: days, clicks: days, purchases: days });

const ownMessage = v.variant('type', [
  v.object({ type: v.literal('want'), key, wanted: v.boolean(), seen, item: v.exactOptional(wantedItem) }),
  v.object({ type: v.literal('tag'), key, tag, on: v.boolean() }),
  v.object({ type: v.literal('remark'), key, text: remark }),
  v.object({ type: v.literal('group'), key, group }),
  v.object({ type: v.literal('mark'), key, mark: v.picklist(['bought', 'dropped', 'none']), seen }),
  v.object({ type: v.literal('consent') }),
  v.object({ type: v.literal('recording'), on: v.boolean() }),
  v.object({ type: v.literal('kind'), kind: v.picklist(recordKinds), on: v.boolean() }),
  v.object({ type: v.literal('theme'), theme: v.picklist(themes) }),
  v.object({ type: v.literal('copies'), on: v.boolean() }),
  v.object({ type: v.literal('thumbnails'), on: v.boolean() }),
  v.object({ type: v.literal('thumbnail'), key, picture: v.custom<string>(isThumbnail) }),
  v.object({ type: v.literal('erase-thumbnails') }),
  v.object({ type: v.literal('pause'), until: time }),
  v.object({ type: v.literal('pause-tab'), tab: v.pipe(v.number(), v.integer()), on: v.boolean() }),
  v.object({
    type: v.literal('exclude'),
    what: v.picklist(['author', 'note', 'site']),
    id: v.pipe(short, v.minLength(1)),
    on: v.boolean(),
  }),
  v.object({ type: v.literal('erase-all'), work: v.exactOptional(work) }),
  v.object({ type: v.literal('erase'), what: erasure, work: v.exactOptional(work) }),
  v.object({ type: v.literal('keep-to'), limits, work: v.exactOptional(work) }),
  v.object({ type: v.literal('study'), change: studyChange }),
  v.object({ type: v.literal('spot-check'), check: spotCheck }),
  v.object({ type: v.literal('buyer'), isMine: v.boolean() }),
  v.object({ type: v.literal('repair'), work: v.exactOptional(work) }),
  v.object({ type: v.literal('stop'), work }),
  v.object({ type: v.literal('look') }),
  v.object({ type: v.literal('count') }),
  v.object({ type: v.literal('dismiss-loss') }),
  v.object({ type: v.literal('backed-up'), note: v.object({ at: time, eventsEver: count, rowsEver: count }) }),
  v.object({ type: v.literal('snooze-backup') }),
  v.object({ type: v.literal('restore'), part: restorePart }),
  v.object({ type: v.literal('forget-restore') }),
  v.object({ type: v.literal('bill'), part: billPart }),
  v.object({ type: v.literal('bill-undo'), importId, isLeft: v.exactOptional(v.literal(true)) }),
  v.object({ type: v.literal('forget-taken-back') }),
  v.object({ type: v.literal('why'), key, why: v.picklist([...dropReasons, '']) }),
  v.object({ type: v.literal('outcome'), key, outcome: v.picklist([...outcomes, 'none']) }),
  v.object({ type: v.literal('cool'), key, until: time }),
  v.object({ type: v.literal('match'), ...matchWord }),
  v.object({ type: v.literal('by-hand'), purchase: handPurchase }),
  v.object({ type: v.literal('not-by-hand'), order: key }),
]);

/** The rows of a list that hold; one broken row never takes the others with it. */
function decodeRows<T>(schema: v.GenericSchema<unknown, T>, rows: readonly unknown[]): T[] {
  return rows.flatMap((row) => {
    const result = v.safeParse(schema, row);
    return result.success ? [result.output] : [];
  });
}

/** Purchases of a bill. */
export function decodePurchases(rows: readonly unknown[]): Purchase[] {
  return decodeRows(purchase, rows);
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
