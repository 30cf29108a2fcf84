import * as v from 'valibot';
import { clickWays, signalNames } from '../core/events';
import { pageKinds, priceKinds, stocks, surfaces } from '../core/types';
import * as field from './fields';

const { short, text, pageBase } = field;

/** What pages tell that lists are made of. */

export const noteEvent = v.object({
  ...pageBase,
  type: v.literal('note'),
  site: short,
  listed: v.exactOptional(v.literal(true)),
  note: field.note,
});

export const sightingEvent = v.object({
  ...pageBase,
  ...field.linkReading,
  type: v.literal('sighting'),
  site: short,
  noteId: v.exactOptional(short),
  again: v.exactOptional(v.literal(true)),
  ruleVersion: short,
});

export const clickEvent = v.object({
  ...pageBase,
  type: v.literal('click'),
  site: short,
  noteId: v.exactOptional(short),
  surface: v.picklist(surfaces),
  link: field.link,
  commentId: v.exactOptional(short),
  layer: v.exactOptional(short),
  rule: v.exactOptional(short),
  verified: v.exactOptional(v.boolean()),
  how: v.picklist(clickWays),
});

export const collectEvent = v.object({
  ...pageBase,
  type: v.literal('collect'),
  site: short,
  noteId: short,
  collected: v.boolean(),
});

export const landingEvent = v.object({
  ...pageBase,
  type: v.literal('landing'),
  platform: short,
  itemKey: short,
  itemUrl: v.exactOptional(field.webUrl),
  title: v.exactOptional(text),
  shop: v.exactOptional(text),
  priceFen: v.exactOptional(field.fen),
  priceKind: v.exactOptional(v.picklist(priceKinds)),
  stock: v.exactOptional(v.picklist(stocks)),
});

export const shopEvent = v.object({
  ...pageBase,
  type: v.literal('shop'),
  platform: short,
  shopId: short,
  key: field.key,
  name: v.exactOptional(text),
});

export const signalEvent = v.object({
  ...pageBase,
  type: v.literal('signal'),
  platform: short,
  signal: v.picklist(signalNames),
  evidence: v.picklist(['observed', 'inferred']),
  itemKey: v.exactOptional(short),
  shopId: v.exactOptional(short),
});

export const visitEvent = v.object({
  ...pageBase,
  type: v.literal('page'),
  where: short,
  kind: v.picklist([...pageKinds, 'item', 'orders']),
  part: v.exactOptional(short),
  settled: v.boolean(),
  after: v.exactOptional(v.picklist(['settled', 'unsettled'])),
  blocker: v.exactOptional(v.boolean()),
  comments: v.exactOptional(
    v.object({ declared: v.exactOptional(field.fen), loaded: field.fen, complete: v.boolean() }),
  ),
  unread: v.pipe(v.array(field.unread), v.maxLength(200)),
});
