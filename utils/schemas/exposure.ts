import * as v from 'valibot';
import { unitKinds, unitLinksAtMost } from '../core/units';
import { pageKinds, surfaces } from '../core/types';
import * as field from './fields';

const { count, short } = field;
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** No page is that large, and no column of an export takes more. */
const px = v.pipe(v.number(), v.minValue(-1e9), v.maxValue(1e9));
const duration = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9));

const { surface, layer, rule, verified } = field.linkReading;
const { platform, kind, key, itemKey, shopId } = field.link.entries;
const unitLink = v.object({
  surface,
  link: v.object({ platform, kind: v.exactOptional(kind), key, itemKey, shopId }),
  layer,
  rule,
  verified,
});

const unit = v.object({
  key: short,
  kind: v.picklist(unitKinds),
  position: v.exactOptional(count),
  column: v.exactOptional(count),
  rect: v.exactOptional(v.tuple([px, px, px, px])),
  media: v.exactOptional(v.picklist(['image', 'video'])),
  noteId: v.exactOptional(short),
  commentId: v.exactOptional(short),
  authorId: v.exactOptional(short),
  authorRole: v.exactOptional(v.picklist(['author', 'merchant', 'other_user', 'unknown'])),
  label: v.exactOptional(field.label),
  surfaces: v.exactOptional(v.pipe(v.array(v.picklist(surfaces)), v.maxLength(20))),
  links: v.exactOptional(v.pipe(v.array(unitLink), v.maxLength(unitLinksAtMost))),
  signals: v.exactOptional(v.pipe(v.array(short), v.maxLength(50))),
  verifiedSignals: v.exactOptional(v.pipe(v.array(short), v.maxLength(50))),
});

const glance = v.object({
  afterMs: duration,
  ratio: share,
  active: v.boolean(),
  playing: v.exactOptional(v.boolean()),
  label: v.exactOptional(share),
});

/** One stay of one unit on screen: the same row on a page, in the ledger and in a backup. */
export const exposureEvent = v.object({
  ...field.pageBase,
  type: v.literal('exposure'),
  site: short,
  pageKind: v.picklist(pageKinds),
  ruleVersion: short,
  feed: v.exactOptional(short),
  unit,
  renderedAt: v.exactOptional(field.time),
  entry: duration,
  part: v.exactOptional(duration),
  states: v.pipe(v.array(glance), v.maxLength(500)),
  durationMs: duration,
  clickedAfterMs: v.exactOptional(duration),
  reachedPx: v.exactOptional(px),
});
