import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { ExposureEvent } from '../../utils/core/units';
import { screenOf } from '../../utils/density/stays';
import { mrcThresholds } from '../../utils/density/thresholds';
import { viewUnits } from '../../utils/density/viewability';
import { type ScrollTruth, scrolled, scrollScript, type SeenUnit } from '../replica/scroll-truth';
import { feedUrl } from '../replica/truth';
import { pages } from '../replica/truth-pages';
import { inBothOr } from './browsers';
import { eventually } from './support/eventually';
import { type ExposureRow, readExposures, toldVisits } from './support/exposures';
import { farFromTruth, heldAbove } from './support/in-view';
import { known } from './support/notes';
import { type Stage, useStage } from './support/stage';

/** Jumps and holds, then closes the tab at once: what the page logged, and what is in the database. */
async function scroll(stage: Stage, url: string, steps: readonly [top: number, heldMs: number][]) {
  await stage.clear();
  const page = await stage.driver.page(scrolled(url));
  await page.bringToFront();
  const truth = (await page.evaluate(scrollScript(steps))) as ScrollTruth;
  const rows = await closeAndRead(stage, page);
  return { truth, rows };
}

async function closeAndRead(stage: Stage, page: Page, visits = 1): Promise<ExposureRow[]> {
  await page.close({ runBeforeUnload: true });
  await eventually(async () => toldVisits(await readExposures(stage))).toHaveLength(visits);
  return readExposures(stage);
}

const urlOf = (wanted: string) => pages.find(({ name }) => name === wanted)?.url ?? '';

const idIn = (key: string) => /[0-9a-f]{24}/.exec(key)?.[0];

/** Opens a note over the feed and scrolls its comments where they are: what is behind it is covered, and left out here. */
async function scrollOver(stage: Stage, noteId: string) {
  await stage.clear();
  const page = await stage.driver.page(scrolled(feedUrl));
  await page.bringToFront();
  await page.evaluate(scrollScript([[0, 300]]));
  await page.evaluate(`replicaPage.openNote(${JSON.stringify(noteId)})`);
  await page.waitForSelector('.note-detail-mask .comment-item');
  const steps = [
    [0, 1_000],
    [500, 1_000],
    [1_100, 300],
    [1_700, 1_000],
  ] as const;
  const all = (await page.evaluate(scrollScript(steps, '.note-detail-mask .note-scroller'))) as ScrollTruth;
  const units = Object.fromEntries(Object.entries(all.units).filter(([, { kind }]) => kind !== 'card'));
  const rows = await closeAndRead(stage, page, 2);
  return { truth: { ...all, units }, rows };
}

/** The rows of a unit as the page itself names it. */
function rowsOf(rows: readonly ExposureRow[], name: string, { kind, position }: SeenUnit): ExposureRow[] {
  if (kind === 'card') return rows.filter(({ unit }) => unit.key.startsWith(`card:${String(position)}:`));
  if (kind === 'product')
    return rows.filter(({ unit }) => unit.kind === kind && name === `product ${String(unit.position)}`);
  const id = kind === 'note' ? `open-note:${String(idIn(name))}` : `comment:${String(idIn(name))}`;
  return rows.filter(({ unit }) => unit.key === id);
}

describe.each(inBothOr('chromium'))('in %s', (kind) => {
  const stage = useStage(kind);

  test.each([
    ['a feed', feedUrl, 10],
    ['a feed that uses its elements again', `${feedUrl}?replica-list=recycled`, 10],
    ['an open note, its comments and the cards below', known.bedroom.url, 10],
    ['a search', urlOf('a search'), 10],
    ["somebody's saved list", urlOf("somebody's saved list"), 5],
    ['a board', urlOf('a board'), 4],
    ['a shop', urlOf('a shop at /shop'), 2],
    ['the live rooms', urlOf('the live rooms'), 2],
  ])('%s: what was in view is told to three frames', async (_what, url, least) => {
    const { truth, rows } = await scroll(stage, url, [
      [0, 1_200],
      [700, 1_000],
      [1_500, 300], // shorter than any threshold
      [3_000, 1_000],
      [0, 1_000],
    ]);
    const far = farFromTruth(truth, (name, unit) => rowsOf(rows, name, unit));
    expect(far, far.slice(0, 3).join('; ')).toEqual([]);
    const seen = Object.entries(truth.units).filter(([, { shares }]) => shares.length > 0);
    expect(seen.filter(([name, unit]) => rowsOf(rows, name, unit).length === 0)).toEqual([]);
    expect(seen.length).toBeGreaterThan(least);
  });

  test('comments that scroll inside a note over its list: what was in view is told to three frames', async () => {
    const { truth, rows } = await scrollOver(stage, idIn(known.bedroom.url) ?? '');
    const far = farFromTruth(truth, (name, unit) => rowsOf(rows, name, unit));
    expect(far, far.slice(0, 3).join('; ')).toEqual([]);
    const comments = Object.values(truth.units).filter(({ kind: each }) => each === 'comment');
    // What was scrolled away within the note was in view before, and what came was not.
    expect(comments.filter(({ shares }) => shares.some(([, share]) => share > 0.9)).length).toBeGreaterThan(5);
    expect(comments.filter(({ shares }) => shares.at(-1)?.[1] === 0).length).toBeGreaterThan(2);
  });

  test('every card that was loaded is told, with its place in its list', async () => {
    const { truth, rows } = await scroll(stage, feedUrl, [
      [0, 500],
      [1_500, 500],
    ]);
    const cards = rows.filter(({ unit }) => unit.key.startsWith('card:'));
    const loaded = Object.values(truth.units).flatMap(({ position }) => position ?? []);
    expect(new Set(cards.map(({ unit }) => unit.position))).toEqual(new Set(loaded));
    expect(new Set(cards.map(({ feed }) => feed))).toEqual(new Set(cards.map(({ visit }) => visit)));
    // By where they stand: the replica places its cards from the left, in the shortest column.
    const lefts = [...new Set(cards.map(({ unit }) => unit.rect?.[0] ?? 0))].sort((a, b) => a - b);
    const settled = cards.filter(
      ({ entry, unit }) => entry > 0 && unit.column !== undefined && (unit.rect?.[1] ?? 0) > 800,
    );
    expect(settled.length).toBeGreaterThan(3);
    expect(settled.map(({ unit }) => unit.column)).toEqual(
      settled.map(({ unit }) => lefts.indexOf(unit.rect?.[0] ?? 0)),
    );
  });

  test('thresholds are applied to these rows as to any', async () => {
    const { truth, rows } = await scroll(stage, feedUrl, [
      [0, 1_500],
      [3_000, 1_500],
    ]);
    const { units } = viewUnits(
      screenOf(rows as unknown as ExposureEvent[], () => 'unknown'),
      mrcThresholds,
    );
    const wanted = Object.entries(truth.units).flatMap(([name, unit]) =>
      heldAbove(truth, unit, mrcThresholds.display_ratio).some((ms) => ms > mrcThresholds.display_ms + 100)
        ? rowsOf(rows, name, unit).map(({ unit: { key } }) => key)
        : [],
    );
    expect(new Set(wanted).size).toBeGreaterThan(5);
    expect([...new Set(wanted)].filter((key) => units[key]?.viewable !== true)).toEqual([]);
    const never = rows.filter(({ entry, unit }) => entry === 0 && !wanted.includes(unit.key));
    expect(never.filter(({ unit }) => units[unit.key]?.viewable)).toEqual([]);
  });
});
