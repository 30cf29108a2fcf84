import { waitUntil } from '../../e2e/browsers';
import { holdStill } from '../../e2e/support/hostile-page';
import { known } from '../../e2e/support/notes';
import { countSleeps, openNote, type SleepCount } from '../asleep';
import { openBook } from '../book';
import type { Fault } from '../fault';
import { pressInTurn } from '../presses';

/** Stops it again and again, as long as the pressing lasts. */
async function stopUntil(pressing: Promise<void>, sleeps: SleepCount): Promise<void> {
  let isOver = false;
  const over = pressing.finally(() => (isOver = true));
  while (!isOver) await sleeps.stopAnyway();
  await over;
}

export const burst: Fault = {
  id: 'F3',
  name: 'background stopped in a loop during a burst',
  expected: 'all',
  on: { chromium: 'usual', firefox: 'short' },
  async inject(lab) {
    const stage = await lab.stage();
    const [book, sleeps] = [await openBook(stage), countSleeps(stage)];
    const page = await stage.driver.page();
    const tries = lab.tries(2);
    let [hit, starts, missed] = [0, 0, 0];
    // A whole burst may pass between two starts: that is no try, and a longer one is made for it.
    while (hit < tries && missed < 3 * tries) {
      await openNote(stage, page, known.bedroom);
      await page.evaluate(holdStill);
      const before = await stage.driver.backgroundStarts();
      await stopUntil(pressInTurn(page, book, 20 * Math.min(7, 1 + missed)), sleeps);
      // It was stopped in the middle of the burst, and the burst started it again; the news of that may lag.
      const countHere = async () => (await stage.driver.backgroundStarts()) - before || undefined;
      const here = await waitUntil('the burst starts it', countHere, 5_000).catch(() => 0);
      starts += here;
      if (here > 0) hit += 1;
      else missed += 1;
    }
    await openNote(stage, page, known.kettle);
    const proof = `background told to stop ${String(sleeps.stops)} times during the bursts, started again ${String(starts)} times`;
    return { ...(await book.close()), tries: hit, proof };
  },
};
