import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { generated, hostile, type TruthNote } from '../replica/truth';
import { targetForms } from '../replica/data/targets';
import { pages } from '../replica/truth-pages';
import { browserKinds, tabIdOf } from './browsers';
import { describe as describePage, describeTab, type Reading } from './support/describe';
import { sightingsIn } from './support/ledger';
import { noteFields } from './support/reading';
import { sayScore, scoreOf } from './support/score';
import { lineOf, readLines } from './support/sightings';
import { useStage } from './support/stage';

/** Few cards stand there, so that the page behind costs little. */
const behind = pages.find(({ name }) => name === 'the live rooms')?.url ?? '';

/** What sells in rooms: their own pages, and cards of rooms that together hold every form of address. */
const rooms = pages.filter(({ name }) => ['a channel of live rooms', 'a live room'].includes(name));

/** Every link of a note, those in replies that are hidden at first too. */
function allLines({ links, words }: TruthNote): string[] {
  return [...links, ...words].map((link) => lineOf(link)).sort();
}

/** Opens the note over the page it stands on, with every reply. */
async function open(page: Page, { id, links }: TruthNote): Promise<void> {
  await page.evaluate(`replicaPage.openNote('${id}')`);
  if (!links.some(({ hidden }) => hidden)) return;
  await page.evaluate(`document.querySelectorAll('.show-more').forEach((more) => more.click())`);
  await page.waitForSelector('.show-more', { hidden: true });
}

describe.each(browserKinds)('in %s', (kind) => {
  const stage = useStage(kind);
  let readAll: (notes: readonly TruthNote[]) => Promise<Reading[]>;

  beforeAll(async () => {
    const page = await stage.driver.page(behind);
    const tab = await tabIdOf(stage.own, page.url());
    readAll = async (notes) => {
      await page.bringToFront(); // behind another tab it would show nothing new
      await page.evaluate(`replicaPage.prepareNotes(${JSON.stringify(notes.map(({ id }) => id))})`);
      const readings: Reading[] = [];
      for (const note of notes) {
        await open(page, note);
        readings.push(await describeTab(stage, tab));
      }
      return readings;
    };
  });

  test('no link and no label is made up on notes that have none', { timeout: 300_000 }, async () => {
    const readings = await readAll(hostile);
    const made = readings.flatMap((reading) => [...readLines(reading), ...(reading.note?.label?.text ?? [])]);
    console.log(`${kind}: ${String(readings.length)} notes without a link, ${String(made.length)} made up`);
    expect(hostile.length).toBeGreaterThanOrEqual(500);
    expect(readings.map(({ note }) => note)).toMatchObject(hostile.map(noteFields));
    expect(made).toEqual([]);
    // Words of users are no signal either, whatever they say.
    expect(readings.flatMap(({ signals = [] }) => signals)).toEqual([]);
    expect(sightingsIn(await stage.ledger())).toEqual([]);
  });

  test('every link that live rooms sell by is found, and nothing besides', async () => {
    const reads = [];
    for (const { url, links } of rooms) {
      const page = await stage.driver.page(url);
      const reading = await describePage(stage, page);
      await page.close();
      reads.push({ wanted: links.map((link) => lineOf(link)).sort(), found: readLines(reading) });
    }
    const scores = scoreOf(reads);
    console.log(`${kind}: ${String(rooms.length)} pages of live rooms\n${sayScore(scores)}`);
    const { present = 0 } = scores['live-goods'] ?? {};
    expect(present).toBeGreaterThan(targetForms);
    expect(scores).toEqual({ 'live-goods': { present, found: present, wrong: 0 } });
  });

  test('every link of every platform is found, on every surface, and nothing besides', async () => {
    const readings = await readAll(generated);
    const scores = scoreOf(
      generated.map((note, index) => ({ wanted: allLines(note), found: readLines(readings[index] ?? { links: [] }) })),
    );
    console.log(`${kind}: ${String(readings.length)} notes with links\n${sayScore(scores)}`);
    const surfaces = ['ad-link', 'blue-link', 'goods-card', 'shop-entry', 'text-link', 'text-token'];
    expect(Object.keys(scores).sort()).toEqual(surfaces);
    for (const { present, found, wrong } of Object.values(scores)) expect([found, wrong]).toEqual([present, 0]);
    expect(readings.map(({ note }) => note)).toMatchObject(generated.map(noteFields));
    expect(readings.map(({ note }) => note?.label)).toEqual(generated.map(({ label }) => label));
  });
});
