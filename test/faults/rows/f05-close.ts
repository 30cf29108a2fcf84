import type { Page } from 'puppeteer-core';
import { click, pressEnter, waitForNewPage, waitUntil } from '../../e2e/browsers';
import { holdStill } from '../../e2e/support/hostile-page';
import { anchor, known, linkOn } from '../../e2e/support/notes';
import type { Stage } from '../../e2e/support/open-stage';
import { countSleeps, openNote } from '../asleep';
import { openBook } from '../book';
import type { Fault } from '../fault';

const note = known.bedroom;
const link = linkOn(note);

const closesItself = `addEventListener('click', (event) => {
  event.preventDefault();
  window.close();
})`;

/** By keyboard nothing has woken the background; by pointer the press has just begun to. */
const ways: readonly ((page: Page) => Promise<void>)[] = [
  (page) => pressEnter(page, anchor(link)),
  (page) => click(page, anchor(link)),
];

/** A page may close itself only if a script opened it. */
async function openWindow(stage: Stage, opener: Page): Promise<Page> {
  const page = await waitForNewPage(stage.driver, async () => void (await opener.evaluate("window.open('/explore')")));
  await openNote(stage, page, note);
  return page;
}

async function isClosed(stage: Stage, page: Page): Promise<boolean> {
  return !(await stage.driver.browser.pages()).includes(page);
}

export const close: Fault = {
  id: 'F5',
  name: 'click, then closed, background asleep',
  expected: 'all',
  on: { chromium: 'short', firefox: 'usual' },
  async inject(lab) {
    const stage = await lab.stage();
    const [book, sleeps] = [await openBook(stage), countSleeps(stage)];
    const opener = await stage.driver.page(known.kettle.url);
    const tries = lab.tries(4);
    for (let each = 0; each < tries; each++) {
      const byItself = each % 2 === 0;
      const page = await openWindow(stage, opener);
      await page.evaluate(byItself ? closesItself : holdStill);
      await sleeps.stop();
      const pressing = ways[(each >> 1) % ways.length]?.(page);
      if (!byItself) await pressing?.then(() => page.close({ runBeforeUnload: true }));
      await pressing?.catch(() => undefined); // the page is gone before the key or the button is up
      book.pressed(note, link);
      await waitUntil('the window is closed', () => isClosed(stage, page));
      await sleeps.untilStarted();
    }
    const how = `${String(tries)} windows gone, every other one by its own script`;
    return { ...(await book.close()), tries, proof: `${sleeps.proof()}; ${how}` };
  },
};
