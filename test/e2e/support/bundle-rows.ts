import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { ratio, sum } from '../../../utils/core/numbers';
import { adLoad } from '../../../utils/density/ad-load';
import { adPositions } from '../../../utils/density/positions';
import { mrcThresholds } from '../../../utils/density/thresholds';
import { openBundle } from '../../../utils/export/read/bundle';
import { wholeRow } from '../../../utils/export/read/whole-row';
import type { Row, TableName } from '../../../utils/export/tables';
import type { ScrollTruth, SeenUnit } from '../../replica/scroll-truth';
import { heldAbove, spansHeld } from './in-view';

/** What a frame or two may put between the page's clock and ours, in ms; on a busy machine a single one takes longer. */
function doubtIn({ frames }: ScrollTruth): number {
  const longest = Math.max(0, ...frames.slice(1).map((at, before) => at - (frames[before] ?? at)));
  return Math.max(100, 2 * longest);
}

/** An archive as it was written. */
export function bundleAt(path: string): Blob {
  return new Blob([new Uint8Array(readFileSync(path))]);
}

/** All rows of a table, by the reader that opens exports again. */
export async function rowsIn<T extends TableName>(path: string, table: T): Promise<Row<T>[]> {
  const opened = await openBundle(bundleAt(path));
  const rows: Row<T>[] = [];
  for await (const page of opened.rows(table)) {
    for (const each of page) {
      const row = wholeRow(table, each);
      if (!row) throw new Error(`A row of ${table} lacks what it must have.`);
      rows.push(row);
    }
  }
  return rows;
}

const isAd = ({ class: name }: Card) => name !== 'none';

interface Card {
  /** From 0, as the page numbers its cards. */
  position: number;
  class: string;
  viewable: boolean;
  visibleMs: number;
}

/** Of a list whose cards are all notes, as the metrics have it. */
export function figuresOf(cards: readonly Card[]) {
  const units = [...cards].sort((a, b) => a.position - b.position);
  const ads = units.filter(isAd).map(({ position }) => position + 1);
  const load = adLoad(units.map((unit) => ({ ...unit, kind: 'note_card' })));
  const { feeds } = adPositions({ list: { n: units.length, ads } });
  return {
    ads,
    first: feeds['list']?.first_ad_position,
    gaps: feeds['list']?.gaps,
    loaded: load.ad_load_notes,
    viewable: load.ad_load_viewable_notes,
  };
}

/** The same, counted out. */
export function countedOut(cards: readonly Card[]): ReturnType<typeof figuresOf> {
  const places = cards.filter(isAd).map(({ position }) => position + 1);
  places.sort((a, b) => a - b);
  const seen = cards.filter(({ viewable }) => viewable);
  return {
    ads: places,
    first: places[0],
    gaps: places.slice(1).map((place, before) => place - (places[before] ?? 0) - 1),
    loaded: places.length / cards.length,
    viewable: seen.filter(isAd).length / seen.length,
  };
}

/** The part of ads in the time that cards were at least half in view. */
export function timeShareOf(cards: readonly Card[]): number {
  const timeOf = (some: readonly Card[]) => sum(some.map(({ visibleMs }) => visibleMs));
  return ratio(timeOf(cards.filter(isAd)), timeOf(cards)) ?? 0;
}

/** The list's cards by its exported rows. */
export function toldCards(rows: readonly Row<'exposures'>[]): Card[] {
  return rows.map((row) => ({
    position: (row.position ?? 0) - 1,
    class: row.ad_class,
    viewable: row.viewable,
    visibleMs: row.visible50_ms,
  }));
}

/**
 * The same cards by the page's own log of what was in view, and what they are by the list that the page was made of. Where
 * the log leaves open whether a card was viewable, the row is believed.
 */
export function trueCards(
  truth: ScrollTruth,
  rows: readonly Row<'exposures'>[],
  classAt: (position: number) => string,
): Card[] {
  return Object.values(truth.units)
    .filter(({ kind }) => kind === 'card')
    .map((unit) => {
      const position = unit.position ?? -1;
      const told = rows.find((row) => row.position === position + 1)?.viewable === true;
      const held = heldAbove(truth, unit, mrcThresholds.display_ratio);
      const longest = Math.max(0, ...held);
      const isSure = Math.abs(longest - mrcThresholds.display_ms) > doubtIn(truth);
      return {
        ...{ position, class: classAt(position), visibleMs: sum(held) },
        viewable: isSure ? longest >= mrcThresholds.display_ms : told,
      };
    });
}

function viewableAt(truth: ScrollTruth, unit: SeenUnit): number | undefined {
  const enough = mrcThresholds.display_ms;
  const span = spansHeld(truth, unit, mrcThresholds.display_ratio).find(
    ([from, to]) => to - from >= enough + doubtIn(truth),
  );
  return span && span[0] + enough;
}

/** How long each card was half in view, at a time and in all, and from when on it was viewable. */
export function expectTrueTimes(truth: ScrollTruth, rows: readonly Row<'exposures'>[]): void {
  const mostMs = 50 + doubtIn(truth);
  for (const unit of Object.values(truth.units).filter(({ kind }) => kind === 'card')) {
    const name = `card ${String(unit.position)}`;
    const row = rows.find(({ position }) => position === (unit.position ?? -1) + 1);
    const held = heldAbove(truth, unit, mrcThresholds.display_ratio);
    expect(Math.abs((row?.visible50_ms ?? 0) - sum(held)), name).toBeLessThan(mostMs);
    expect(Math.abs((row?.max_continuous50_ms ?? 0) - Math.max(0, ...held)), name).toBeLessThan(mostMs);
    const at = viewableAt(truth, unit);
    if (at !== undefined) expect(Math.abs((row?.viewable_at ?? 0) - at), name).toBeLessThan(mostMs);
  }
}
