import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { adLoad } from '../../utils/density/ad-load';
import { adPositions } from '../../utils/density/positions';
import { mrcThresholds } from '../../utils/density/thresholds';
import { openBundle } from '../../utils/export/read/bundle';
import type { AnyRow } from '../../utils/export/tables/columns';
import { feedUrl } from '../replica/truth';
import { pages } from '../replica/truth-pages';
import { browserKinds } from './browsers';
import { openDashboard, press, readText, words } from './support/dashboard';
import { eventually } from './support/eventually';
import { heldAbove } from './support/in-view';
import { useStage } from './support/stage';
import { example, give, readList, takePart, writtenBy } from './support/study';

const folder = mkdtempSync(join(tmpdir(), 'bacao-research-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const labelled = `${feedUrl}?channel_id=homefeed.labels`;
/** What a card of the list truly is, by its label alone: there is nothing else on them. */
const trueClasses = { statutory: 'platform_ad', equivalent: 'platform_ad', declared: 'disclosed' } as const;
const cards = pages.find(({ name }) => name === 'a channel of labels and ghosts')?.cards ?? [];

function trueClass(position: number): string {
  const kind = cards[position]?.label?.kind;
  return kind === undefined ? 'none' : Reflect.get(trueClasses, kind);
}

async function rowsIn(path: string, table: 'exposures' | 'page_views' | 'participants'): Promise<AnyRow[]> {
  const opened = await openBundle(new Blob([new Uint8Array(readFileSync(path))]));
  const rows: AnyRow[] = [];
  for await (const page of opened.rows(table)) rows.push(...page);
  return rows;
}

const positionOf = (row: AnyRow) => Number(row['position']) - 1;

function figuresOf(units: readonly { position: number; class: string; viewable: boolean }[]) {
  const ads = units.filter((unit) => unit.class !== 'none').map(({ position }) => position + 1);
  const { ad_load_notes, ad_load_viewable_notes } = adLoad(units.map((unit) => ({ ...unit, kind: 'note_card' })));
  return { ad_load_notes, ad_load_viewable_notes, ...adPositions({ list: { n: units.length, ads } }) };
}

describe.each(browserKinds)('in %s', (kind) => {
  const stage = useStage(kind);

  test('a study is joined, its export gives back the truth, opens again, and can be left', async () => {
    await stage.clear();
    await takePart(stage, folder);
    const truth = await readList(stage, labelled, [
      [0, 1_500],
      [700, 600],
      [1_600, 1_400],
    ]);
    const page = await openDashboard(stage, 'research', 'bundle');
    await page.waitForSelector('#bundle');
    const file = await writtenBy({ page, stage, folder }, words.research.export);

    // What was on screen, for how long, and what it was.
    const rows = (await rowsIn(file, 'exposures')).filter((row) => row['unit_kind'] === 'note_card');
    const seen = Object.values(truth.units).filter(({ kind: what }) => what === 'card');
    expect(new Set(rows.map(positionOf))).toEqual(new Set(seen.map(({ position }) => position)));
    expect(rows.map((row) => [positionOf(row), row['ad_class']])).toEqual(
      rows.map((row) => [positionOf(row), trueClass(positionOf(row))]),
    );
    const isSure = new Map<number, boolean>();
    for (const unit of seen) {
      const held = heldAbove(truth, unit, mrcThresholds.display_ratio);
      const row = rows.find((each) => positionOf(each) === unit.position);
      const [ms, longest] = [held.reduce((sum, each) => sum + each, 0), Math.max(0, ...held)];
      expect(Math.abs(Number(row?.['visible50_ms']) - ms), `card ${String(unit.position)}`).toBeLessThan(150);
      if (Math.abs(longest - mrcThresholds.display_ms) > 100)
        isSure.set(unit.position ?? -1, longest >= mrcThresholds.display_ms);
    }
    const sure = rows.filter((row) => isSure.has(positionOf(row)));
    expect(sure.length).toBeGreaterThan(8);
    const told = sure.map((row) => {
      const position = positionOf(row);
      return { position, class: String(row['ad_class']), viewable: row['viewable'] === true };
    });
    const known = sure.map(positionOf).map((position) => {
      return { position, class: trueClass(position), viewable: isSure.get(position) === true };
    });
    expect(figuresOf(told)).toEqual(figuresOf(known));
    expect(figuresOf(told).feeds['list']?.first_ad_position).toBe(1);
    const [view] = await rowsIn(file, 'page_views');
    expect(view).toMatchObject({ surface: 'explore_feed', units_loaded: rows.length });

    // Nothing in it names a note, and the study's key is not in it.
    const bytes = readFileSync(file).toString('latin1');
    expect(bytes).not.toContain(example.key);
    for (const { noteId } of cards) expect(bytes).not.toContain(noteId ?? 'a card has an id');

    // Read-only, in the same page; then one row is left out for good.
    await give(page, 'opened', file);
    await eventually(() => page.$eval('#opened', (card) => card.textContent), 30_000).toContain(
      words.research.asWritten,
    );
    await press(page, words.research.lookAt.replace('$1', words.research.tables.exposures));
    await page.waitForSelector('#opened tbody tr');
    await page.select('#review select', 'exposures');
    await page.waitForSelector('#review tbody tr');
    const [leaveOut] = await page.$$('#review tbody button');
    await leaveOut?.click();
    await eventually(() => page.$eval('#study', (card) => card.textContent)).toContain(`${words.research.redacted}1`);
    const again = await writtenBy({ page, stage, folder }, words.research.export);
    expect(await rowsIn(again, 'exposures')).toHaveLength((await rowsIn(file, 'exposures')).length - 1);
    expect(await rowsIn(again, 'participants')).toMatchObject([{ redactions: 1, withdrawn_at: null }]);

    // Leaving erases what was kept for the study and tells the pool whom to drop.
    await press(page, words.research.leave);
    await press(page, words.research.leave);
    await page.waitForSelector('#withdrawn');
    const goodbye = await writtenBy({ page, stage, folder }, words.research.withdrawalFile);
    expect(await rowsIn(goodbye, 'participants')).toMatchObject([{ withdrawn_at: expect.any(Number) as number }]);
    await press(page, words.research.putAway);
    await page.waitForSelector('#join');
    expect(await readText(page)).not.toContain(words.research.withdrawalFile);
    await page.close();
  });
});
