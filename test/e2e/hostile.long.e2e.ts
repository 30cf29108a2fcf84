import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { browserKinds, click } from './browsers';
import { eventually } from './support/eventually';
import * as hostile from './support/hostile-page';
import { clicksIn, sightingsIn } from './support/ledger';
import { anchor, known, linkOn } from './support/notes';
import { openPopup, pressInRow, showTab, words } from './support/popup';
import { linesOf, storedLines } from './support/sightings';
import { useStage } from './support/stage';
import { items } from '../replica/truth';

/** What the replica's own scripts leave in the window. */
const ownGlobals = ['replicaPage', '__INITIAL_STATE__', '__baitTouched'];

function globalsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.getOwnPropertyNames(window));
}

describe.each(browserKinds)('in %s', (kind) => {
  const stage = useStage(kind);
  const storedKeys = async () => clicksIn(await stage.ledger()).map(({ link }) => link?.key);

  test('presses that the page forges are no clicks, a real one is', async () => {
    await stage.clear();
    const page = await stage.driver.page(known.bedroom.url);
    await eventually(async () => sightingsIn(await stage.ledger()).length).toBe(2);
    await page.evaluate(hostile.holdStill);
    await page.evaluate(hostile.forgePresses(anchor(linkOn(known.bedroom))));
    await click(page, anchor(linkOn(known.bedroom, 'blue-link')));
    await eventually(storedKeys).toEqual([items.candle.key]);
    await click(page, anchor(linkOn(known.bedroom)));
    await eventually(storedKeys).toEqual([items.candle.key, items.lamp.key]);
  });

  test('rows arrive although the page clears every timer', async () => {
    await stage.clear();
    const page = await stage.driver.page();
    await page.evaluateOnNewDocument(hostile.clearTimers);
    for (const note of [known.bedroom, known.tissue, known.teapot]) {
      await page.goto(note.url);
      await eventually(async () => storedLines(await stage.ledger(), note)).toEqual(linesOf(note));
    }
    await page.evaluate(hostile.holdStill);
    await click(page, anchor(linkOn(known.teapot, 'goods-card')));
    await eventually(storedKeys).toEqual([items.teapot.key]);
  });

  test('a form that hides the members of its element hides no link', async () => {
    await stage.clear();
    const page = await stage.driver.page(known.bedroom.url);
    const href = 'https://item.jd.com/100099999999.html';
    await page.evaluate(hostile.holdStill);
    await page.evaluate(hostile.clobberedLink(href));
    await eventually(async () => storedLines(await stage.ledger(), known.bedroom)).toContain(
      'ad-link jd jd:100099999999',
    );
    await click(page, anchor({ href }));
    await eventually(storedKeys).toEqual(['jd:100099999999']);
  });

  test('the page sees no trace of us', async () => {
    await stage.clear();
    const page = await stage.driver.page();
    await page.evaluateOnNewDocument(hostile.watchMessages);
    await page.goto(known.serum.url);
    await eventually(async () => storedLines(await stage.ledger(), known.serum)).toEqual(linesOf(known.serum));
    await page.evaluate(hostile.holdStill);
    await page.evaluate(hostile.watchChanges);
    await click(page, anchor(linkOn(known.serum)));
    const popup = await openPopup(stage, known.serum.url);
    await showTab(popup, 'This page');
    await pressInRow(popup, items.serum.title, words.actions.save);
    await eventually(storedKeys).toEqual([items.serum.key]);
    expect(await page.evaluate('changes')).toEqual([]);
    expect(await page.evaluate('heard')).toEqual([]);
    expect(await page.evaluate('__baitTouched')).toBe(false);
    const text = String(await page.evaluate('document.documentElement.outerHTML'));
    const loaded = String(await page.evaluate('performance.getEntries().map(({ name }) => name).join(" ")'));
    expect(text + loaded).not.toMatch(new RegExp(`-extension:|${stage.driver.extensionId}`, 'u'));
    const elsewhere = await stage.driver.page(items.lamp.url);
    const usual = new Set([...(await globalsOf(elsewhere)), ...ownGlobals, 'heard', 'changes']);
    expect((await globalsOf(page)).filter((name) => !usual.has(name))).toEqual([]);
  });
});
