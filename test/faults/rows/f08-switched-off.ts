import { click } from '../../e2e/browsers';
import { holdStill } from '../../e2e/support/hostile-page';
import { anchor, known, linkOn } from '../../e2e/support/notes';
import type { Stage } from '../../e2e/support/open-stage';
import { openNote } from '../asleep';
import { type Book, openBook } from '../book';
import type { Fault } from '../fault';
import { listErrors } from '../page-errors';

const note = known.bedroom;

/** Presses once, switches the extension off and on under the open tab, and presses there again meanwhile. */
async function switchOff(stage: Stage, book: Book): Promise<string[]> {
  const page = await stage.driver.page();
  await openNote(stage, page, note);
  await page.evaluate(holdStill);
  const errors = listErrors(page);
  await click(page, anchor(linkOn(note)));
  book.pressed(note, linkOn(note));
  await book.settle();
  await stage.driver.setEnabled('off');
  await click(page, anchor(linkOn(note, 'blue-link')));
  await stage.driver.setEnabled('on');
  await stage.reopen();
  await book.listen();
  await page.close();
  return errors;
}

/** Removes the extension under an open tab, and presses there. */
async function remove(stage: Stage): Promise<string[]> {
  const page = await stage.driver.page(note.url);
  await page.evaluate(holdStill);
  const errors = listErrors(page);
  await stage.driver.uninstall();
  await click(page, anchor(linkOn(note)));
  return errors;
}

/** Nobody is left to record what is pressed then: the tab must not notice, and what was recorded must stay. */
export const switchedOff: Fault = {
  id: 'F8',
  name: 'switched off and removed under open tabs',
  expected: 'acked',
  on: { chromium: 'usual', firefox: 'full' },
  async inject(lab) {
    const stage = await lab.alone({ load: 'pipe' });
    const book = await openBook(stage);
    const tries = lab.tries(2);
    const errors: string[] = [];
    for (let each = 0; each < tries; each++) errors.push(...(await switchOff(stage, book)));
    const tally = await book.close();
    errors.push(...(await remove(stage)));
    const proof = `off and on ${String(tries)} times, then removed once`;
    return { ...tally, tries, proof, wrong: errors.map((error) => `an open tab shows an error: ${error}`) };
  },
};
