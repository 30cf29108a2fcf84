import * as v from 'valibot';
import { holdStill } from '../../e2e/support/hostile-page';
import { type ExposureRow, readExposures } from '../../e2e/support/exposures';
import { known } from '../../e2e/support/notes';
import { openNote } from '../asleep';
import { openBook } from '../book';
import type { Fault } from '../fault';
import { pressInTurn } from '../presses';
import { extraEntries, visitsIn } from '../visits';

const noteFreezes = `window.freezes = { freeze: [], resume: [] };
for (const type of ['freeze', 'resume']) document.addEventListener(type, () => window.freezes[type].push(Date.now()));`;

const freezes = v.object({ freeze: v.array(v.number()), resume: v.array(v.number()) });

/** Frozen for so long, by another page's clock; what the extension counts of it may be a moment at either end. */
const [frozenMs, momentMs] = [3_000, 1_000];

const untilLater = `new Promise((resolve) => setTimeout(resolve, ${String(frozenMs)}))`;

/** How long something counts as on screen while nothing was shown. */
function longestWithin(rows: readonly ExposureRow[], [from, to]: readonly [number, number]): number {
  return Math.max(0, ...rows.map(({ at, durationMs }) => Math.min(at + durationMs, to) - Math.max(at, from)));
}

export const frozen: Fault = {
  id: 'F30',
  name: 'the tab is frozen and resumes',
  expected: 'acked',
  on: { chromium: 'usual', firefox: { not: 'Firefox freezes no tabs, and has no command for it' } },
  async inject(lab) {
    const stage = await lab.stage();
    const book = await openBook(stage);
    const page = await stage.driver.page();
    await page.evaluateOnNewDocument(noteFreezes);
    await openNote(stage, page, known.bedroom);
    await page.evaluate(holdStill);
    const cdp = await page.createCDPSession();
    const tries = lab.tries(2);
    for (let each = 0; each < tries; each++) {
      await pressInTurn(page, book, 2);
      await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
      await stage.own.evaluate(untilLater);
      await cdp.send('Page.setWebLifecycleState', { state: 'active' });
      // It resumes hidden, and a hidden page paints nothing that could be pressed.
      await stage.own.bringToFront();
      await pressInTurn(page, book, 2);
    }
    const { freeze, resume } = v.parse(freezes, await page.evaluate('window.freezes'));
    await page.close();
    const tally = await book.close();
    const visits = visitsIn((await stage.ledger()).events, 'note').length;
    const exposures = await readExposures(stage);
    const entries = extraEntries(exposures);
    const within = freeze.map((from, place) => longestWithin(exposures, [from, resume[place] ?? from]));
    const wrong = [
      ...(within.some((ms) => ms > momentMs) ? [`frozen for ${String(Math.max(...within))} ms, and on screen`] : []),
      ...(visits === 1 ? [] : [`one visit counts as ${String(visits)}`]),
      ...(exposures.length === 0 ? ['nothing was on screen'] : []),
      ...(entries > 0 ? [`${String(entries)} times something counts as entered again`] : []),
    ];
    const isLong = (from: number, place: number) => (resume[place] ?? from) - from >= frozenMs - momentMs;
    const long = freeze.filter(isLong).length;
    const proof = `frozen ${String(freeze.length)} times, ${String(long)} of them for ${String(frozenMs / 1_000)} s, resumed ${String(resume.length)} times, in one visit`;
    return { ...tally, tries: Math.min(tries, long), proof, wrong };
  },
};
