import * as v from 'valibot';
import { click, waitUntil } from '../../e2e/browsers';
import { holdStill } from '../../e2e/support/hostile-page';
import { clicksIn } from '../../e2e/support/ledger';
import { anchor, known, linkOn } from '../../e2e/support/notes';
import type { Stage } from '../../e2e/support/open-stage';
import { openNote } from '../asleep';
import { type Book, openBook } from '../book';
import type { Fault } from '../fault';
import { pressInTurn } from '../presses';
import { addTally, emptyTally } from '../tally';
import { eachTime, readTold, rowsIn, words } from '../told';
import { type Wipe, wipes } from '../wipe';

const later = [known.tote, known.kettle];

/** Each name that the ledger has had from now on: another one says that it was made anew. */
const watchNames = `(() => {
  window.names = [];
  chrome.storage.onChanged.addListener(({ canary }) => {
    const name = canary?.newValue?.uuid;
    if (name !== undefined && name !== window.names.at(-1)) window.names.push(name);
  });
})()`;

const storedBefore = 2;

/** Presses while the database goes; what of it is stored is a matter of luck, and lost with the rest at worst. */
async function pressUnder(stage: Stage, book: Book, wipe: Wipe): Promise<string> {
  const page = await stage.driver.page();
  await openNote(stage, page, known.bedroom);
  await page.evaluate(holdStill);
  const lost: Book = { ...book, pressed: book.pressedInVain };
  await pressInTurn(page, lost, storedBefore);
  await waitUntil('the clicks are stored', async () => clicksIn(await stage.ledger()).length >= storedBefore);
  const [proof] = await Promise.all([wipe(stage), pressInTurn(page, lost, 4)]);
  await page.close();
  return proof;
}

/** Everything that comes after must be stored as if nothing had been. */
async function pressAfter(stage: Stage, book: Book): Promise<string[]> {
  for (const note of later) {
    const page = await stage.driver.page();
    await openNote(stage, page, note);
    await page.evaluate(holdStill);
    await click(page, anchor(linkOn(note)));
    book.pressed(note, linkOn(note));
    await page.close();
  }
  const isThere = async () => {
    const stored = new Set(clicksIn(await stage.ledger()).map(({ noteId }) => noteId));
    return later.every(({ id }) => stored.has(id));
  };
  return waitUntil('later clicks are stored', isThere).then(
    () => [],
    () => ['a later click is not stored'],
  );
}

/** The database is taken away while everybody has it open: told, made anew once, and everything after that is kept. */
export const takenAway: Fault = {
  id: 'F18',
  name: 'the database is taken away under the work',
  expected: 'told',
  spoils: true,
  on: { chromium: 'usual', firefox: 'full' },
  async inject(lab) {
    const [tries, total] = [lab.tries(2), emptyTally()];
    const [told, wrong]: [(string | undefined)[], string[]] = [[], []];
    const proofs = new Set<string>();
    for (let each = 0; each < tries; each++) {
      const [stage, wipe] = [await lab.stage(), wipes[each % wipes.length]];
      if (!wipe) continue;
      const book = await openBook(stage);
      await stage.own.evaluate(watchNames);
      proofs.add(await pressUnder(stage, book, wipe));
      wrong.push(...(await pressAfter(stage, book)));
      const said = await readTold(stage, [words.alerts.wipedTitle]);
      told.push(said);
      // At least the clicks that were stored by then; of those under way it is a matter of luck.
      if (said !== undefined && rowsIn(said) < storedBefore)
        wrong.push(`of rows that were stored the person is told: ${said}`);
      const names = v.parse(v.array(v.string()), await stage.own.evaluate('window.names'));
      const isOnce = new Set(names).size === names.length && names.length === 2;
      if (!isOnce) wrong.push(`the ledger had the names ${names.join()}`);
      addTally(total, await book.close());
      await stage.own.evaluate("chrome.runtime.sendMessage({ type: 'dismiss-loss' })");
    }
    return { ...total, tries, proof: [...proofs].join('; '), told: eachTime(told), wrong };
  },
};
