import * as v from 'valibot';
import { holdStill } from '../../e2e/support/hostile-page';
import { readExposures } from '../../e2e/support/exposures';
import { known } from '../../e2e/support/notes';
import { openNote } from '../asleep';
import { openBook } from '../book';
import type { Fault } from '../fault';
import { pressInTurn } from '../presses';
import { extraEntries, visitsIn } from '../visits';

const countFreezes = `for (const type of ['freeze', 'resume']) {
  document.addEventListener(type, () => (window[type + 'Count'] = (window[type + 'Count'] ?? 0) + 1));
}`;

const counts = v.tuple([v.number(), v.number()]);

export const frozen: Fault = {
  id: 'F30',
  name: 'the tab is frozen and resumes',
  expected: 'acked',
  on: { chromium: 'usual', firefox: { not: 'Firefox freezes no tabs, and has no command for it' } },
  async inject(lab) {
    const stage = await lab.stage();
    const book = await openBook(stage);
    const page = await stage.driver.page();
    await page.evaluateOnNewDocument(countFreezes);
    await openNote(stage, page, known.bedroom);
    await page.evaluate(holdStill);
    const cdp = await page.createCDPSession();
    const tries = lab.tries(2);
    for (let each = 0; each < tries; each++) {
      await pressInTurn(page, book, 2);
      await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
      await cdp.send('Page.setWebLifecycleState', { state: 'active' });
      // It resumes hidden, and a hidden page paints nothing that could be pressed.
      await stage.own.bringToFront();
      await pressInTurn(page, book, 2);
    }
    const [freezes, resumes] = v.parse(counts, await page.evaluate('[window.freezeCount, window.resumeCount]'));
    await page.close();
    const tally = await book.close();
    const visits = visitsIn((await stage.ledger()).events, 'note').length;
    const exposures = await readExposures(stage);
    const entries = extraEntries(exposures);
    const wrong = [
      ...(visits === 1 ? [] : [`one visit counts as ${String(visits)}`]),
      ...(exposures.length === 0 ? ['nothing was on screen'] : []),
      ...(entries > 0 ? [`${String(entries)} times something counts as entered again`] : []),
    ];
    const proof = `frozen ${String(freezes)} times, resumed ${String(resumes)} times, in one visit`;
    return { ...tally, tries: Math.min(tries, freezes, resumes), proof, wrong };
  },
};
