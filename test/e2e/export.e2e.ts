import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, describe, expect, test } from 'vitest';
import { inBothOr, downloadInto, waitForDownload } from './browsers';
import { openDashboard, press, untilSaid, words } from './support/dashboard';
import { known } from './support/notes';
import { collect } from './support/reader';
import { type Stage, useStage } from './support/stage';

const folder = mkdtempSync(join(tmpdir(), 'bacao-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function exportList(stage: Stage, format: 'csv' | 'json'): Promise<string> {
  const into = mkdtempSync(join(folder, format));
  await downloadInto(stage.driver, into);
  const page = await openDashboard(stage, 'data', 'export');
  // The browser's own dialog cannot be answered from here; without it the list is a download.
  await page.evaluate('window.showSaveFilePicker = undefined');
  await press(page, words.export[format]);
  await untilSaid(page, 'Done: ');
  const file = await waitForDownload(into, (name) => name.endsWith(`.${format}`));
  await page.close();
  return readFileSync(file, 'utf8');
}

describe.each(inBothOr('firefox'))('in %s', (kind) => {
  const stage = useStage(kind);

  test('the list is written down with every item of it, without any study', async () => {
    await stage.clear();
    const page = await stage.driver.page(known.tote.url);
    await collect(page, known.tote);
    const { items } = await stage.untilLedger('a note is collected', ({ items }) =>
      items.some(({ state }) => state === 'saved'),
    );
    await page.goto('about:blank');
    const shown = items.map(({ key, platform, state }) => ({ item: key, platform, state }));
    const csv = await exportList(stage, 'csv');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const { data, errors } = Papa.parse<object>(csv.slice(1), { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data).toHaveLength(shown.length);
    expect(data).toEqual(expect.arrayContaining(shown.map((row) => expect.objectContaining(row) as object)));
    const list = JSON.parse(await exportList(stage, 'json')) as { items: object[] };
    expect(list.items).toHaveLength(shown.length);
    expect(list.items).toEqual(expect.arrayContaining(shown.map((row) => expect.objectContaining(row) as object)));
  });
});
