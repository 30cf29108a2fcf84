import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { waitUntil } from '../../e2e/browsers';
import { holdStill } from '../../e2e/support/hostile-page';
import { known } from '../../e2e/support/notes';
import type { Stage } from '../../e2e/support/open-stage';
import { openPopup, readText } from '../../e2e/support/popup';
import { openNote } from '../asleep';
import { type Book, openBook } from '../book';
import { databaseFolder } from '../database-files';
import type { Fault } from '../fault';
import { pressInTurn } from '../presses';
import { eachTime, readTold, words } from '../told';

/** In a page of the extension's origin, by no code of ours: how the browser refuses, nothing if it does not. */
const openAside = `new Promise((resolve) => {
  const opening = indexedDB.open('aside');
  opening.onsuccess = () => resolve('');
  opening.onerror = () => resolve(opening.error.name);
})`;

async function restart(stage: Stage, book: Book, change: () => void): Promise<void> {
  await book.pull();
  await stage.driver.stop();
  change();
  await stage.driver.start();
  await stage.reopen();
  await book.listen();
}

/** Presses where nothing can be stored; resolves to what the extension says, and to what it should not have said. */
async function pressWithout(stage: Stage, book: Book) {
  const page = await stage.driver.page(known.bedroom.url);
  await page.evaluate(holdStill);
  await pressInTurn(page, book, 2);
  await waitUntil('the clicks wait in the queue', async () => (await stage.queue()).length > 1);
  const told = await readTold(stage, [words.errors.title], words.errors.broken);
  const popup = await openPopup(stage);
  const text = await readText(popup);
  await popup.close();
  await page.close();
  const acknowledged = v.parse(v.number(), await stage.own.evaluate('window.acknowledged.length'));
  const wrong = [
    ...(acknowledged > 0 ? [`${String(acknowledged)} clicks were acknowledged`] : []),
    ...(text.includes(words.errors.broken) ? [] : ['the popup does not say it']),
  ];
  return { told, wrong };
}

/**
 * The browser has no database to give: in Chromium a file lies where all of them would, in Firefox where those of the
 * extension would. Firefox's own switch for it is gone (153, 2026-11). What is pressed meanwhile waits in the queue.
 */
export const noDatabase: Fault = {
  id: 'F29',
  name: 'the browser gives no database',
  expected: 'told',
  keepsAll: true,
  on: { chromium: 'usual', firefox: 'full' },
  async inject(lab) {
    const stage = await lab.stage();
    const book = await openBook(stage);
    const found = databaseFolder(stage.driver);
    const folder = lab.kind === 'chromium' ? dirname(found) : found;
    const tries = lab.tries(1);
    const [told, wrong]: [(string | undefined)[], string[]] = [[], []];
    const refusals: string[] = [];
    for (let each = 0; each < tries; each++) {
      await restart(stage, book, () => {
        renameSync(folder, `${folder}-aside`);
        writeFileSync(folder, '');
      });
      const refusal = v.parse(v.string(), await stage.own.evaluate(openAside));
      if (refusal !== '') refusals.push(refusal);
      const said = await pressWithout(stage, book);
      told.push(said.told);
      wrong.push(...said.wrong);
      await restart(stage, book, () => {
        rmSync(folder, { recursive: true });
        renameSync(`${folder}-aside`, folder);
      });
      await openNote(stage, await stage.driver.page(), known.kettle); // whatever wakes the background next
      await book.settle();
    }
    const proof = [...new Set(refusals)].join();
    return { ...(await book.close()), tries: refusals.length, proof, told: eachTime(told), wrong };
  },
};
