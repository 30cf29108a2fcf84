import { waitUntil } from '../../e2e/browsers';
import { clicksIn } from '../../e2e/support/ledger';
import { anchor, known, linkOn } from '../../e2e/support/notes';
import { follow } from '../../e2e/support/ways';
import { countSleeps, openNote } from '../asleep';
import { openBook } from '../book';
import type { Fault } from '../fault';
import { holdLedger } from '../hold-ledger';

const note = known.serum;
const link = linkOn(note);

/** Another writer holds the database, so the background waits in the middle of its handler when it is stopped. */
export const midHandler: Fault = {
  id: 'F2',
  name: 'background stopped inside the handler',
  expected: 'all',
  on: { chromium: 'usual', firefox: 'usual' },
  async inject(lab) {
    const stage = await lab.stage();
    const [book, sleeps] = [await openBook(stage), countSleeps(stage)];
    const page = await stage.driver.page();
    const tries = lab.tries(2);
    let without = 0;
    for (let each = 0; each < tries; each++) {
      await openNote(stage, page, note);
      await sleeps.stop();
      const letGo = await holdLedger(stage.own);
      await follow(stage, page, ['new-tab', anchor(link)]);
      book.pressed(note, link);
      await sleeps.untilStarted();
      await waitUntil('the click waits in the queue', async () => (await stage.queue()).length > 0);
      await sleeps.stopAnyway();
      await letGo();
      if (clicksIn(await stage.ledger()).length < book.sent) without += 1;
      // Whatever wakes the background next: here another note.
      await openNote(stage, page, known.kettle);
    }
    const proof = `${sleeps.proof()}; ${String(without)} of ${String(tries)} times the row was absent after the stop`;
    return { ...(await book.close()), tries: without, proof };
  },
};
