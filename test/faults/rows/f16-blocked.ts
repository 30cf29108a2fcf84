import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { click, waitUntil } from '../../e2e/browsers';
import { holdStill } from '../../e2e/support/hostile-page';
import { anchor, known, linkOn } from '../../e2e/support/notes';
import { readText } from '../../e2e/support/popup';
import type { Stage } from '../../e2e/support/open-stage';
import { openNote } from '../asleep';
import { openBook } from '../book';
import type { Fault } from '../fault';
import { addTally, emptyTally } from '../tally';
import { eachTime, readTold, words } from '../told';

const note = known.bedroom;

/**
 * In a page of the extension's origin: takes the database away from whoever has it open, which takes as long as the
 * slowest of them to let go, makes it anew in the first form that ever shipped, and holds that and never lets go by itself.
 * Once more when a part of the extension that was just starting made its own first.
 */
const takeOver = `(async () => {
  const settle = (request, prepare) => new Promise((resolve, reject) => {
    request.onupgradeneeded = prepare;
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const makeFirst = ({ target }) => {
    const make = (name, keyPath, ...indexes) => {
      const store = target.result.createObjectStore(name, { keyPath });
      for (const index of indexes) store.createIndex(index, index, { unique: index === 'seq' });
    };
    make('events', 'id', 'seq');
    make('items', 'key', 'savedAt', 'purchasedAt');
    make('orders', 'key', 'itemKey', 'orderKey', 'unmatchedAt');
    for (const name of ['notes', 'counters', 'coverage', 'meta']) make(name, 'key');
  };
  for (;;) {
    const start = performance.now();
    await settle(indexedDB.deleteDatabase('bacao'));
    const tookMs = Math.round(performance.now() - start);
    const db = await settle(indexedDB.open('bacao', 1), makeFirst).catch((error) => {
      if (error.name !== 'VersionError') throw error;
    });
    if (!db) continue;
    window.letGo = () => db.close();
    return tookMs;
  }
})()`;

/** Whether the popup that is open says why it shows nothing. */
async function findSilent(popup: Page): Promise<string[]> {
  const isSaid = async () => (await readText(popup)).includes(words.errors.blocked);
  const said = await waitUntil('the popup says it', isSaid, 10_000).catch(() => false);
  return said ? [] : ['the popup does not say that the ledger is held'];
}

/** The old page lets go. @returns how long the popup and the background took from then on, in ms */
async function letGo(stage: Stage, popup: Page): Promise<number> {
  await stage.own.evaluate('window.letGo()');
  const start = Date.now();
  const isThere = async () =>
    !(await readText(popup)).includes(words.errors.title) && Number(await stage.own.evaluate(versionNow)) > 1;
  await waitUntil('the popup opens the new form', isThere);
  await waitUntil('the background writes into it', async () => (await stage.queue()).length === 0);
  return Date.now() - start;
}

const versionNow = "indexedDB.databases().then((all) => all.find(({ name }) => name === 'bacao')?.version)";

/** An old page of ours holds the database in its old form; the popup is open meanwhile. */
export const blocked: Fault = {
  id: 'F16',
  name: 'an old page blocks the upgrade, popup open',
  expected: 'told',
  keepsAll: true,
  on: { chromium: 'short', firefox: 'full' },
  async inject(lab) {
    const tries = lab.tries(1);
    const total = emptyTally();
    const told: (string | undefined)[] = [];
    const versions: number[] = [];
    let slowest = 0;
    let slowestAfter = 0;
    const wrong: string[] = [];
    for (let each = 0; each < tries; each++) {
      // A ledger that holds nothing yet: what is taken away is no loss.
      const stage = await lab.alone();
      const book = await openBook(stage);
      const popup = await stage.driver.openExtensionPage('popup.html');
      slowest = Math.max(slowest, v.parse(v.number(), await stage.own.evaluate(takeOver)));
      const page = await stage.driver.page(note.url);
      await page.evaluate(holdStill);
      await click(page, anchor(linkOn(note)));
      book.pressed(note, linkOn(note));
      await waitUntil('the click waits in the queue', async () => (await stage.queue()).length > 0);
      told.push(await readTold(stage, [words.errors.title], words.errors.blocked));
      wrong.push(...(await findSilent(popup)));
      slowestAfter = Math.max(slowestAfter, await letGo(stage, popup));
      await popup.close();
      await openNote(stage, page, known.kettle);
      versions.push(v.parse(v.number(), await stage.own.evaluate(versionNow)));
      addTally(total, await book.close());
      await lab.tidy('went well');
    }
    const upgraded = versions.filter((version) => version > 1);
    const proof = `popup and background let go within ${String(slowest)} ms; the old page held version 1; once it let go both opened the new one within ${String(slowestAfter)} ms, and ${String(upgraded.length)} times it was version ${[...new Set(upgraded)].join()} after`;
    return { ...total, tries: upgraded.length, proof, told: eachTime(told), wrong };
  },
};
