import type { Page } from 'puppeteer-core';
import { click, pressEnter, waitForAddress } from '../../e2e/browsers';
import { anchor, known, linkOn } from '../../e2e/support/notes';
import { countSleeps, openNote } from '../asleep';
import { openBook } from '../book';
import type { Fault } from '../fault';

const note = known.bedroom;
const link = linkOn(note);

/** By keyboard no pointer goes down first: nothing has woken the background when the page goes. */
const press: readonly ((page: Page) => Promise<void>)[] = [
  (page) => pressEnter(page, anchor(link)),
  (page) => click(page, anchor(link)),
];

export const navigate: Fault = {
  id: 'F4',
  name: 'click, then away, background asleep',
  expected: 'all',
  on: { chromium: 'usual', firefox: 'usual' },
  async inject(lab) {
    const stage = await lab.stage();
    const [book, sleeps] = [await openBook(stage), countSleeps(stage)];
    const page = await stage.driver.page();
    const tries = lab.tries(4);
    for (let each = 0; each < tries; each++) {
      await openNote(stage, page, note);
      await sleeps.stop();
      await press[each % press.length]?.(page);
      book.pressed(note, link);
      await waitForAddress(page, ({ href }) => href !== note.url);
      await sleeps.untilStarted();
    }
    return { ...(await book.close()), tries, proof: `${sleeps.proof()}; the tab had moved on each time` };
  },
};
