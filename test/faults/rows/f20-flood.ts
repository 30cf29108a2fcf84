import { known } from '../../e2e/support/notes';
import type { Stage } from '../../e2e/support/open-stage';
import { openNote } from '../asleep';
import type { Fault } from '../fault';
import { listRows } from '../list-rows';
import { floodAnd } from '../page-script';
import { emptyTally } from '../tally';

async function timePopup({ driver }: Stage): Promise<number> {
  const start = Date.now();
  const popup = await driver.openExtensionPage('popup.html');
  await popup.waitForSelector('[role="tab"][aria-selected="true"]');
  return Date.now() - start;
}

/** As much as a long evening of scrolling leaves, within seconds. */
export const flood: Fault = {
  id: 'F20',
  name: '10,000 exposures at once',
  expected: 'all',
  on: { chromium: 'usual', firefox: 'full' },
  async inject(lab) {
    const stage = await lab.alone();
    const page = await stage.driver.page();
    await openNote(stage, page, known.kettle);
    const total = emptyTally();
    const before = await timePopup(stage);
    let floods = 0;
    const [tries, start] = [lab.tries(1), Date.now()];
    for (let each = 0; each < tries; each++) {
      const { sent, acked } = await floodAnd(stage, page, { kind: 'exposures', messages: 100, rowsEach: 100 });
      const ids = await listRows(stage, 'exposures');
      total.sent += sent.length;
      total.acked += acked.length;
      total.stored += sent.filter((id) => ids.has(id)).length;
      total.missing += acked.filter((id) => !ids.has(id)).length;
      total.duplicates += [...ids].filter((id) => id.startsWith('flood:')).length - total.stored;
      if (sent.length === 10_000) floods += 1;
    }
    const each = ((Date.now() - start) / 1000 / tries).toFixed(1);
    const after = await timePopup(stage);
    const proof = `10,000 rows in ${each} s each time; the popup opened in ${String(after)} ms after, ${String(before)} ms before (late: past 1,000 ms and twice as long as before)`;
    // Either will do: by the clock on a machine that is ours alone, by comparison on one that does ten other things.
    const isSlow = after > 1_000 && after > 2 * before;
    return { ...total, tries: floods, proof, wrong: isSlow ? ['the popup opens late after it'] : [] };
  },
};
