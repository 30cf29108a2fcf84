import { holdStill } from '../../e2e/support/hostile-page';
import { known } from '../../e2e/support/notes';
import type { Stage } from '../../e2e/support/open-stage';
import { openNote } from '../asleep';
import { type Book, openBook } from '../book';
import type { Fault } from '../fault';
import { readFlood, startFlood } from '../page-script';
import { pressInTurn } from '../presses';

interface Killing {
  /** Rows that were acknowledged by then. */
  acked: string[];
  /** From the moment when the driver heard that the last button was up to the one when no process was left. */
  afterMs: number;
}

/** Ends the browser while rows stream in and clicks among them. */
async function killInTheMiddle(stage: Stage, book: Book): Promise<Killing> {
  const page = await stage.driver.page();
  await openNote(stage, page, known.bedroom);
  await page.evaluate(holdStill);
  await startFlood(stage, page, { kind: 'visits', messages: 100_000, rowsEach: 20 });
  await pressInTurn(page, book, 10);
  const { acked, isOver } = await readFlood(stage, page);
  await book.pull();
  await pressInTurn(page, book, 2);
  const pressedAt = performance.now();
  const last = await stage.driver.kill();
  if (last.length < 2) throw new Error('A browser is more than one process.');
  if (isOver || acked.length === 0) throw new Error('Nothing was being written.');
  return { acked, afterMs: Math.round(performance.now() - pressedAt) };
}

export const kill: Fault = {
  id: 'F11',
  name: 'kill -9 in the middle of writes',
  expected: 'all',
  on: { chromium: 'short', firefox: 'usual' },
  async inject(lab) {
    const stage = await lab.alone();
    const book = await openBook(stage);
    const tries = lab.tries(1);
    let [others, lost] = [0, 0];
    const waits: number[] = [];
    for (let each = 0; each < tries; each++) {
      const { acked, afterMs } = await killInTheMiddle(stage, book);
      waits.push(afterMs);
      await stage.driver.start();
      await stage.reopen();
      await book.listen();
      // Whatever wakes the background next: here another note.
      await openNote(stage, await stage.driver.page(), known.kettle);
      const ids = new Set((await stage.ledger()).events.map(({ id }) => id));
      others += acked.length;
      lost += acked.filter((id) => !ids.has(id)).length;
    }
    const tally = await book.close();
    const within = `${String(Math.min(...waits))} to ${String(Math.max(...waits))} ms`;
    const proof = `${String(tries)} times all processes ended by SIGKILL, ${within} after the last press; of ${String(others)} rows acknowledged meanwhile ${String(lost)} are missing`;
    return { ...tally, missing: tally.missing + lost, tries, proof };
  },
};
