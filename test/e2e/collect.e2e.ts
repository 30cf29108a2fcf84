import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { TruthNote } from '../replica/truth';
import { inBothOr, click } from './browsers';
import { eventually } from './support/eventually';
import { known } from './support/notes';
import { linesOf, storedLines } from './support/sightings';
import { useStage } from './support/stage';

const button = '.collect-wrapper';

/** How the site answers a press on the button, see the replica's pages/engage.js. */
function answering(how: string, { url, ...note }: TruthNote): TruthNote {
  const asked = new URL(url);
  asked.searchParams.set('replica-collect', how);
  return { ...note, url: asked.href };
}

describe.each(inBothOr('chromium'))('in %s', (kind) => {
  const stage = useStage(kind);

  /** One that no other test collects: the site remembers. */
  async function open(note: TruthNote): Promise<Page> {
    await stage.clear();
    const page = await stage.driver.page(note.url);
    await eventually(async () => storedLines(await stage.ledger(), note)).toEqual(linesOf(note));
    return page;
  }

  async function answered(page: Page, count: number): Promise<void> {
    await page.waitForFunction(`window.collectAnswers === ${String(count)}`);
  }

  const collects = async () =>
    (await stage.ledger()).events.filter(({ type }) => type === 'collect').map(({ collected }) => collected);
  const states = async () => [...new Set((await stage.ledger()).items.map(({ state }) => state))];

  test('a collect that shows late is told when it shows', async () => {
    const page = await open(answering('late', known.tote));
    await click(page, button);
    await answered(page, 1);
    await eventually(collects).toEqual([true]);
    await eventually(states).toEqual(['saved']);
  });

  test('a collect that fails saves nothing', async () => {
    const page = await open(answering('fails', known.serum));
    await click(page, button);
    await answered(page, 1);
    await page.goto('about:blank'); // the end of the visit is told behind everything else of it
    await stage.untilLedger('the visit has ended', ({ events }) => events.some(({ type }) => type === 'page'));
    expect([await collects(), await states()]).toEqual([[], ['seen']]);
  });

  test('a collect that shows at once and is taken back ends not saved', async () => {
    const page = await open(answering('reverts', known.kettle));
    await click(page, button);
    await answered(page, 1);
    await eventually(collects).toEqual([true, false]);
    await eventually(states).toEqual(['seen']);
  });

  test.each([
    { note: known.earbuds, told: [true, false], state: 'seen' },
    { note: known.bedroom, told: [true, false, true], state: 'saved' },
  ])('$told.length quick presses end as the button does', async ({ note, told, state }) => {
    const page = await open(note);
    for (const _press of told) await click(page, button);
    await answered(page, told.length);
    await eventually(collects).toEqual(told);
    await eventually(states).toEqual([state]);
  });
});
