import type { Page } from 'puppeteer-core';
import { holdStill } from '../../e2e/support/hostile-page';
import { clicksIn, type Ledger } from '../../e2e/support/ledger';
import { anchor, known, linkOn } from '../../e2e/support/notes';
import { openNote } from '../asleep';
import { openBook } from '../book';
import type { Fault } from '../fault';

const note = known.bedroom;
const links = [linkOn(note), linkOn(note, 'blue-link')];

/** Without bringing it to the front: both presses are on their way at once. */
async function press(page: Page, selector: string): Promise<void> {
  await page.$eval(selector, (element) => element.scrollIntoView({ block: 'center' }));
  const point = await (await page.$(selector))?.clickablePoint();
  if (!point) throw new Error(`Nothing to press: ${selector}`);
  await page.mouse.click(point.x, point.y);
}

/** In one page two presses of a link this close are one gesture. */
const oneGestureMs = 2_000;

/** How far apart the two clicks of each try are, by the page's own clock; those that are no pair of one moment are none. */
function listGaps(clicks: Ledger['events']): number[] {
  const inTime = [...clicks].sort((a, b) => a.at - b.at);
  return inTime.flatMap(({ tab, at, link }, place) => {
    const other = place % 2 === 0 ? inTime[place + 1] : undefined;
    const isPair = other !== undefined && other.tab !== tab && other.link?.key === link?.key;
    return isPair && other.at - at < oneGestureMs ? [other.at - at] : [];
  });
}

export const twoWindows: Fault = {
  id: 'F26',
  name: 'two windows, one note, the same moment',
  expected: 'all',
  on: { chromium: 'usual', firefox: 'short' },
  async inject(lab) {
    const stage = await lab.stage();
    const book = await openBook(stage);
    const open = () => stage.driver.browser.newPage({ type: 'window' });
    const windows = [await open(), await open()];
    for (const page of windows) {
      await openNote(stage, page, note);
      await page.evaluate(holdStill);
    }
    const tries = lab.tries(4);
    for (let each = 0; each < tries; each++) {
      const link = links[each % links.length];
      if (!link) continue;
      await Promise.all(windows.map((page) => press(page, anchor(link))));
      for (const _window of windows) book.pressed(note, link);
    }
    const tally = await book.close();
    const gaps = listGaps(clicksIn(await stage.ledger()));
    const proof = `${String(gaps.length)} times one link in two tabs at once, ${String(Math.min(...gaps))} to ${String(Math.max(...gaps))} ms apart`;
    return { ...tally, tries: gaps.length, proof };
  },
};
