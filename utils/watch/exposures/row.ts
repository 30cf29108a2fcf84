import type { ExposureEvent, Unit } from '../../core/units';
import { found } from '../../sites/dom';
import type { RowBase, Visit } from '../visit';
import type { Piece } from './view';

/** A piece with all that is known of its unit; times are epoch ms here. */
export interface Told {
  unit: Unit;
  piece: Piece;
  noticedAt: number;
  feed: string | undefined;
  reachedPx: number | undefined;
  ruleVersion: string;
}

/**
 * The piece as a row. Its id is what it is, so that the same piece told twice is one row; visits have ids of their own,
 * and no piece of one is told with another end.
 */
export function exposureRow({ site, kind }: Visit, base: RowBase, told: Told): ExposureEvent {
  const { unit, piece, noticedAt, feed, reachedPx, ruleVersion } = told;
  const { from: at, entry, part, states, durationMs, clickedAfterMs } = piece;
  return found<ExposureEvent>({
    ...base,
    id: `x:${base.visit}:${unit.key}:${String(entry)}.${String(part)}`,
    type: 'exposure',
    at,
    site,
    pageKind: kind,
    ruleVersion,
    feed,
    unit,
    renderedAt: noticedAt < at ? noticedAt : undefined,
    entry,
    part: part || undefined,
    states,
    durationMs,
    clickedAfterMs,
    reachedPx,
  });
}
