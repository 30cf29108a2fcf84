import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import { taobaoOrdersUrl } from '../replica/truth';
import { downloadInto, mainly, waitForDownload, waitForNewPage } from './browsers';
import { named, openDashboard, press, readText, words } from './support/dashboard';
import { eventually } from './support/eventually';
import { known } from './support/notes';
import { connect } from './support/popup';
import { collect } from './support/reader';
import { linesOf, storedLines } from './support/sightings';
import { type Stage, useStage } from './support/stage';

const folder = mkdtempSync(join(tmpdir(), 'bacao-charts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const saveName = (title: string, kind: string) => words.charts.save.replace('$1', title).replace('$2', kind);

/** The file that a press on this chart's button for it hands over. */
async function save(page: Page, into: string, [id, title, kind]: [string, string, string]): Promise<Buffer> {
  await press(page, saveName(title, kind));
  return readFileSync(await waitForDownload(into, (name) => name === `bacao-${id}.${kind.toLowerCase()}`));
}

/** The rows of a CSV file, each cell under the name of its column. */
function rowsOf(csv: Buffer): Record<string, string>[] {
  const text = csv.toString('utf8').replace(/^\uFEFF/u, '');
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

/** A note is collected, and orders are read. */
async function live(stage: Stage): Promise<void> {
  await stage.clear();
  await connect(stage, ['taobao']);
  const page = await stage.driver.page();
  await collect(page, known.tote);
  await stage.untilLedger('the note is collected', ({ items }) => items.some(({ state }) => state === 'saved'));
  await page.goto(taobaoOrdersUrl);
  await stage.untilLedger('orders are read', ({ orders }) => orders.length > 0);
  await page.close();
}

describe.each(mainly('chromium'))('in %s, what is drawn', (kind) => {
  const stage = useStage(kind);
  const into = mkdtempSync(join(folder, kind));

  test('is saved as SVG, as PNG and as CSV, and with the dates of policies or without', async () => {
    await live(stage);
    await downloadInto(stage.driver, into);
    const page = await openDashboard(stage, 'overview');
    const { title } = words.funnel;
    const svg = (await save(page, into, ['funnel', title, 'SVG'])).toString('utf8');
    expect(svg).toMatch(/^(?:<\?xml[^>]*>\s*)?<svg/u);
    expect(svg).toContain(title);
    expect(svg).toContain(`>${words.evidence.observed}</text>`);
    const png = await save(page, into, ['funnel', title, 'PNG']);
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    const stages = rowsOf(await save(page, into, ['funnel', title, 'CSV'])).map((row) => row[words.funnel.stage]);
    expect(stages).toContain(words.funnel.ordered);
    const { orders } = await stage.ledger();
    const months = rowsOf(await save(page, into, ['spend', words.spend.title, 'CSV']));
    const counted = months.reduce((sum, month) => sum + Number(month[words.spend.orders]), 0);
    expect(counted).toBeGreaterThan(0);
    expect(counted).toBeLessThanOrEqual(orders.length);
    const dates = () => page.$$eval('#spend .policy__list, #spend .policy > p', (found) => found.length);
    expect(await dates()).toBe(1);
    // Each chart over time has such a box.
    const turn = () => page.click('#spend .policy input');
    await turn();
    await eventually(dates).toBe(0);
    await turn();
    await eventually(dates).toBe(1);
    await page.close();
  });

  test('for a merchant is a file too', async () => {
    const page = await openDashboard(stage, 'mirror');
    const rows = rowsOf(await save(page, into, ['mirror-front', words.mirror.front, 'CSV']));
    expect(rows.find((row) => row[words.mirror.word] === words.mirror.words.collect)).toMatchObject({
      [words.mirror.mine]: '1',
    });
    await page.close();
  });

  test('of notes names them: each opens on its site, and who posted blue links is counted when asked', async () => {
    await stage.clear();
    const note = known.bedroom;
    const tab = await stage.driver.page(note.url);
    await eventually(async () => storedLines(await stage.ledger(), note)).toEqual(linesOf(note));
    await tab.close();
    const blue = linesOf(note).filter((line) => line.startsWith('blue-link ')).length;
    expect(blue).toBeGreaterThan(0);
    const page = await openDashboard(stage, 'notes');
    const rows = rowsOf(await save(page, into, ['notes', words.notesView.notes, 'CSV']));
    expect(rows.map((row) => row[words.page.note])).toEqual([note.title]);
    await press(page, words.posters.count);
    await page.waitForSelector(named('button', saveName(words.posters.title, 'CSV')));
    await eventually(() => readText(page)).toContain(`n = ${String(blue)} (${words.posters.of})`);
    const opened = await waitForNewPage(stage.driver, () => press(page, note.title));
    expect(new URL(opened.url()).pathname).toContain(note.id);
    await opened.close();
    await page.close();
  });
});
