import type { Page } from 'puppeteer-core';
import { click } from '../../e2e/browsers';
import { holdStill } from '../../e2e/support/hostile-page';
import { anchor, known, linkOn } from '../../e2e/support/notes';
import { openPopup, readText, showTab } from '../../e2e/support/popup';
import type { Stage } from '../../e2e/support/open-stage';
import { openNote } from '../asleep';
import { type Book, openBook } from '../book';
import { copyBuild, editManifest } from '../builds';
import type { Fault } from '../fault';
import { listErrors } from '../page-errors';
import { eachTime, words } from '../told';

const note = known.bedroom;

async function press(page: Page, book: Book, how: 'pressed' | 'pressedInVain'): Promise<void> {
  await page.evaluate(holdStill);
  await click(page, anchor(linkOn(note)));
  book[how](note, linkOn(note));
}

/** What the popup says of the tab that was there before. */
async function readHint(stage: Stage): Promise<string | undefined> {
  const popup = await openPopup(stage, note.url);
  await showTab(popup, 'This page');
  const text = await readText(popup);
  await popup.close();
  return [words.empty.silentTitle, words.empty.silentBody].every((each) => text.includes(each))
    ? `${words.empty.silentTitle}: ${words.empty.silentBody}`
    : undefined;
}

/**
 * Chromium cuts off the script under the open tab: it must go quiet, and the popup must say what to do. Firefox starts the
 * new one there at once.
 */
export const update: Fault = {
  id: 'F7',
  name: 'an update while tabs are open',
  expected: { chromium: 'told', firefox: 'all' },
  on: { chromium: 'usual', firefox: 'full' },
  async inject(lab) {
    const dir = copyBuild(lab.build);
    const stage = await lab.alone({ extensionDir: dir });
    const book = await openBook(stage);
    const tries = lab.tries(1);
    const [versions, hints, errors]: [string[], (string | undefined)[], string[]] = [[], [], []];
    for (let each = 0; each < tries; each++) {
      const page = await stage.driver.page();
      await openNote(stage, page, note);
      await press(page, book, 'pressed');
      await book.settle();
      const seen = listErrors(page);
      editManifest(dir, (manifest) => ({ ...manifest, version: `9.0.${String(each)}` }));
      await stage.driver.reinstall();
      await stage.reopen();
      await book.listen();
      const version = String(await stage.own.evaluate('chrome.runtime.getManifest().version'));
      if (version === `9.0.${String(each)}`) versions.push(version);
      await press(page, book, 'pressedInVain');
      errors.push(...seen);
      hints.push(await readHint(stage));
      await openNote(stage, page, note);
      await press(page, book, 'pressed');
      await page.close();
    }
    const proof = `updated to ${versions.join(', ')} under an open tab`;
    const wrong = errors.map((error) => `the old tab shows an error: ${error}`);
    return { ...(await book.close()), tries: versions.length, proof, told: eachTime(hints), wrong };
  },
};
