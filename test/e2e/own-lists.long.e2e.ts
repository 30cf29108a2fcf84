import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { TruthNote } from '../replica/truth';
import { savedListUrl } from '../replica/truth-pages';
import { browserKinds, click } from './browsers';
import { eventually } from './support/eventually';
import { anchor, known, linkOn } from './support/notes';
import { collect } from './support/reader';
import { linesOf, storedLines } from './support/sightings';
import { useStage } from './support/stage';

const collected = [known.tote, known.serum, known.kettle];

/** As a person does who opens the list and looks at it: what stands there at first may be the tab before. */
async function openSavedList(page: Page): Promise<void> {
  await page.goto(savedListUrl);
  await page.waitForSelector('.note-item');
  await page.waitForFunction('performance.now() > 2500');
  await page.evaluate('scrollTo(0, 50)');
}

describe.each(browserKinds)('in %s', (kind) => {
  const stage = useStage(kind);
  const told = async () =>
    (await stage.ledger()).events.filter(({ type, listed }) => type === 'note' && listed === true);
  const savedOn = async ({ id }: TruthNote) =>
    (await stage.ledger()).items.filter(({ note, state }) => note?.id === id && state === 'saved').length;

  test('the own list of collected notes tells what was collected before', async () => {
    const page = await stage.driver.page();
    for (const note of collected) await collect(page, note);
    await stage.clear(); // as if all that had been before the install
    const list = await stage.driver.page();
    await openSavedList(list);
    await eventually(async () => (await told()).map(({ note }) => note).sort()).toHaveLength(collected.length);
    const rows = await told();
    expect(rows.map(({ url }) => url)).toEqual(rows.map(() => 'https://www.xiaohongshu.com/'));
    const notes = (await stage.ledger()).notes.map(({ id, collectedAt }) => [id, typeof collectedAt]);
    expect(notes.sort()).toEqual(collected.map(({ id }) => [id, 'number']).sort());
    // What hangs on them becomes known when one of them is opened.
    await list.goto(known.serum.url);
    await eventually(() => savedOn(known.serum)).toBeGreaterThan(0);
  });

  test('opened again it tells nothing more, and a note un-collected since is not collected by it', async () => {
    const before = (await told()).length;
    const page = await stage.driver.page(known.tote.url);
    await eventually(async () => storedLines(await stage.ledger(), known.tote)).toEqual(linesOf(known.tote));
    const list = await stage.driver.page();
    await openSavedList(list);
    await page.bringToFront();
    await click(page, '.collect-wrapper');
    await eventually(() => savedOn(known.tote)).toBe(0);
    await list.bringToFront();
    await list.evaluate('scrollTo(0, 0)');
    await list.goto('about:blank');
    await stage.untilLedger(
      'both visits have ended',
      ({ events }) => events.filter(({ type, kind: of }) => type === 'page' && of === 'profile').length >= 2,
    );
    expect([(await told()).length, await savedOn(known.tote)]).toEqual([before, 0]);
  });

  test('a shop of the site that a link led to is kept, one that is opened by itself is not', async () => {
    await stage.clear();
    const link = linkOn(known.teapot, 'shop-entry');
    const shops = async () => (await stage.ledger()).events.filter(({ type }) => type === 'shop');
    const alone = await stage.driver.page(new URL(link.href, known.teapot.url).href);
    await alone.waitForSelector('.product-item');
    const page = await stage.driver.page(known.teapot.url);
    await eventually(async () => storedLines(await stage.ledger(), known.teapot)).toEqual(linesOf(known.teapot));
    expect(await shops()).toEqual([]);
    await click(page, anchor(link));
    await eventually(async () => (await shops()).map(({ shopId, name }) => [shopId, name])).toContainEqual([
      link.shopId,
      '一窑器物',
    ]);
  });
});
