import { cpSync, rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { click, waitUntil } from '../../e2e/browsers';
import { holdStill } from '../../e2e/support/hostile-page';
import { anchor, known, linkOn } from '../../e2e/support/notes';
import type { Stage } from '../../e2e/support/open-stage';
import { type Book, openBook } from '../book';
import { buildNewer, copyBuild } from '../builds';
import type { Fault } from '../fault';
import { eachTime, readTold, words } from '../told';

const versionNow = "indexedDB.databases().then((all) => all.find(({ name }) => name === 'bacao')?.version)";

/** Puts another build into the folder that the browser loads the extension from. */
async function install(stage: Stage, book: Book, [from, to]: readonly [string, string]): Promise<void> {
  rmSync(to, { recursive: true });
  cpSync(from, to, { recursive: true });
  await stage.driver.reinstall();
  await stage.reopen();
  await book.listen();
}

async function press(stage: Stage, book: Book): Promise<Page> {
  const page = await stage.driver.page(known.bedroom.url);
  await page.evaluate(holdStill);
  await click(page, anchor(linkOn(known.bedroom)));
  book.pressed(known.bedroom, linkOn(known.bedroom));
  return page;
}

/** What is pressed meanwhile waits in the queue until the newer version is back. */
export const downgrade: Fault = {
  id: 'F17',
  name: 'an older version on a newer ledger',
  expected: 'told',
  keepsAll: true,
  on: { chromium: 'usual', firefox: 'full' },
  async inject(lab) {
    const [newer, older] = [await buildNewer(lab.kind), copyBuild(lab.build)];
    const dir = copyBuild(lab.build);
    const stage = await lab.alone({ extensionDir: dir });
    const book = await openBook(stage);
    const tries = lab.tries(1);
    const told: (string | undefined)[] = [];
    const [own, met] = [v.parse(v.number(), await stage.own.evaluate(versionNow)), [] as number[]];
    for (let each = 0; each < tries; each++) {
      await install(stage, book, [newer, dir]);
      const page = await press(stage, book);
      await book.settle();
      await page.close();
      await install(stage, book, [older, dir]);
      await (await press(stage, book)).close();
      await waitUntil('the click waits in the queue', async () => (await stage.queue()).length > 0);
      told.push(await readTold(stage, [words.errors.title], words.errors.newer));
      met.push(v.parse(v.number(), await stage.own.evaluate(versionNow)));
    }
    await install(stage, book, [newer, dir]);
    const newest = met.filter((version) => version > own);
    const proof = `one that knows version ${String(own)} met version ${[...new Set(newest)].join()} and left it there`;
    return { ...(await book.close()), tries: newest.length, proof, told: eachTime(told) };
  },
};
