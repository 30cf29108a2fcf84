import * as v from 'valibot';
import { holdStill } from '../../e2e/support/hostile-page';
import { known } from '../../e2e/support/notes';
import { openNote } from '../asleep';
import { openBook } from '../book';
import { buildChanged } from '../builds';
import type { Fault } from '../fault';
import { runAsPageScript } from '../page-script';
import { pressInTurn } from '../presses';

/** Past what the browser carries: it throws before anything is sent, and says how; nothing if it does not. */
const sendTooMuch = `() => {
  try {
    void chrome.runtime.sendMessage({ type: 'append', rows: ['x'.repeat(70 * 1024 * 1024)] });
    return '';
  } catch (error) {
    return error.name + ': ' + error.message;
  }
}`;

/** Every message with rows is as large, whichever script of ours sends it. */
const grown = {
  file: 'utils/messages/send.ts',
  from: "await send({ type: 'append', rows,",
  to: "await send({ type: 'append', padding: 'x'.repeat(70 * 1024 * 1024), rows,",
};

export const tooLarge: Fault = {
  id: 'F25',
  name: 'a message too large to send',
  expected: 'all',
  on: { chromium: 'usual', firefox: { not: 'Firefox sets no bound on a message' } },
  async inject(lab) {
    const stage = await lab.alone({ extensionDir: await buildChanged(lab.kind, grown) });
    const book = await openBook(stage);
    const page = await stage.driver.page();
    const tries = lab.tries(1);
    const refusals: string[] = [];
    for (let each = 0; each < tries; each++) {
      await openNote(stage, page, known.bedroom);
      await page.evaluate(holdStill);
      refusals.push(v.parse(v.string(), await runAsPageScript(stage, page, sendTooMuch)));
      await pressInTurn(page, book, 2);
    }
    const refused = refusals.filter((refusal) => refusal !== '');
    const proof = `each message with rows is 70 MB, which the browser refuses: ${[...new Set(refused)].join('; ')}`;
    return { ...(await book.close()), tries: refused.length, proof };
  },
};
