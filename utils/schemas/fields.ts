import * as v from 'valibot';
import { linkKinds, surfaces } from '../core/types';

/** What single fields may hold, wherever they come from: a page, a stored row, a backup. */

/** Caps: a page may show anything, so whatever it says is cut before it is kept. */
export const short = v.pipe(v.string(), v.maxLength(100));
export const key = v.pipe(v.string(), v.minLength(1), v.maxLength(2_000));
export const text = v.pipe(
  v.string(),
  v.transform((value) => value.slice(0, 500)),
);
/** What the person types: cut where it is typed, and refused where it is longer all the same. */
export const tag = v.pipe(v.string(), v.minLength(1), v.maxLength(40));
export const group = v.pipe(v.string(), v.maxLength(100));
export const remark = v.pipe(v.string(), v.maxLength(2_000));
// Up to the last day a calendar knows, less the widest time zone.
export const latestTime = 8.64e15 - 6e7;
export const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(latestTime));

export function isTime(value: unknown): value is number {
  return v.is(time, value);
}
export const zoneMinutes = v.pipe(v.number(), v.integer(), v.minValue(-1_000), v.maxValue(1_000));
export const fen = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Of pieces and places: no page has more, and an export's columns for them have 32 bits. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9));
// Whoever reads a row takes its address apart, so it has to be one: `https://[` is none.
export const webUrl = v.pipe(
  v.string(),
  v.maxLength(2_000),
  v.startsWith('https://'),
  v.check((value) => URL.canParse(value)),
);

const tab = v.pipe(v.number(), v.integer());

export const unread = v.object({
  where: short,
  reason: v.picklist(['shape', 'no-data', 'bad-amount', 'foreign-currency', 'encrypted', 'unknown-form']),
  count: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e9))),
});

export const link = v.object({
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

/** What is known of an item that is saved from its own page. */
export const wantedItem = v.object({
  platform: v.pipe(short, v.minLength(1)),
  url: v.exactOptional(webUrl),
  title: v.exactOptional(text),
});

const px = v.pipe(v.number(), v.finite());

const labelMeasure = v.object({
  box: v.tuple([px, px, px, px]),
  fontPx: v.exactOptional(px),
  contrast: v.exactOptional(v.pipe(v.number(), v.minValue(1), v.maxValue(21))),
  linkPx: v.exactOptional(px),
});

export const label = v.object({
  text,
  kind: v.picklist(['statutory', 'equivalent', 'declared', 'other', 'none', 'unknown']),
  measured: v.exactOptional(labelMeasure),
});

export const note = v.object({
  id: short,
  authorId: v.exactOptional(short),
  authorRole: v.exactOptional(v.literal('merchant')),
  title: v.exactOptional(text),
  media: v.exactOptional(v.picklist(['image', 'video'])),
  label: v.exactOptional(label),
  commentsDeclared: v.exactOptional(time),
  commentsLoaded: v.exactOptional(time),
  commentsComplete: v.exactOptional(v.boolean()),
  saved: v.exactOptional(v.boolean()),
});

const shownTime = v.exactOptional(v.object({ text: v.exactOptional(short), at: v.exactOptional(time) }));

const poster = v.object({
  role: v.picklist(['author', 'merchant', 'other_user', 'unknown']),
  buyer: v.exactOptional(v.literal(true)),
  pinned: v.boolean(),
  reply: v.boolean(),
  time: shownTime,
});

export const linkReading = {
  surface: v.picklist(surfaces),
  link,
  commentId: v.exactOptional(short),
  poster: v.exactOptional(poster),
  asked: v.exactOptional(v.object({ where: v.picklist(['thread', 'note']), time: shownTime })),
  title: v.exactOptional(text),
  layer: short,
  rule: short,
  verified: v.boolean(),
};

// A sighting's id holds the ids of its site and note and the key of its link.
const rowId = v.pipe(v.string(), v.minLength(1), v.maxLength(4_000));

/** Every row's own fields. */
export const moment = { id: rowId, at: time, zoneMinutes };

/** A page's row has these as well. */
export const pageBase = {
  ...moment,
  visit: short,
  url: webUrl,
  tab: v.exactOptional(tab),
  opener: v.exactOptional(tab),
  ruleVersion: v.exactOptional(short),
};
