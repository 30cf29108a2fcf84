import { anchor, known, linkOn } from '../../e2e/support/notes';
import { follow } from '../../e2e/support/ways';
import { countSleeps, openNote } from '../asleep';
import { openBook } from '../book';
import type { Fault } from '../fault';

const note = known.serum;
const link = linkOn(note);

/** The page stays: what is lost here is lost by the waking alone. */
export const asleep: Fault = {
  id: 'F1',
  name: 'background asleep at the click',
  expected: 'all',
  on: { chromium: 'short', firefox: 'usual' },
  async inject(lab) {
    const stage = await lab.stage();
    const [book, sleeps] = [await openBook(stage), countSleeps(stage)];
    const page = await stage.driver.page();
    const tries = lab.tries(2);
    for (let each = 0; each < tries; each++) {
      await openNote(stage, page, note);
      await sleeps.stop();
      await follow(stage, page, ['new-tab', anchor(link)]);
      book.pressed(note, link);
      await sleeps.untilStarted();
    }
    return { ...(await book.close()), tries, proof: sleeps.proof() };
  },
};
