import { holdStill } from '../../e2e/support/hostile-page';
import { known } from '../../e2e/support/notes';
import { openNote } from '../asleep';
import { openBook } from '../book';
import type { Fault } from '../fault';
import { pressInTurn } from '../presses';
import { readTold, words } from '../told';

/** The beginning of the sentence that counts them. */
const says = (count: number) =>
  words.alerts.crashed[count === 1 ? '1' : 'n'].replace('$1', String(count)).split('.')[0] ?? '';

/** What was pressed has left the page by then; what was on screen and not yet told goes with the page, and that is told. */
export const crash: Fault = {
  id: 'F6',
  name: "the page's process crashes",
  expected: 'told',
  keepsAll: true,
  on: { chromium: 'usual', firefox: 'full' },
  async inject(lab) {
    const stage = await lab.alone();
    const book = await openBook(stage);
    const tries = lab.tries(2);
    const gone: string[] = [];
    for (let each = 0; each < tries; each++) {
      const page = await stage.driver.page();
      await openNote(stage, page, known.bedroom);
      await page.evaluate(holdStill);
      await pressInTurn(page, book, 2);
      gone.push(await stage.driver.crash(page));
      // As the person would: the tab that shows nothing any more is closed.
      await page.close();
    }
    const told = await readTold(stage, [words.alerts.crashedTitle], says(tries));
    const proof = `${String(gone.length)} times: ${gone.slice(-3).join(', ')}`;
    return { ...(await book.close()), tries: gone.length, proof, told };
  },
};
