import { rmSync } from 'node:fs';
import type { Browser } from 'puppeteer-core';
import * as v from 'valibot';
import { click } from '../../e2e/browsers';
import { backUp } from '../../e2e/support/backup-file';
import { holdStill } from '../../e2e/support/hostile-page';
import { anchor, known, linkOn } from '../../e2e/support/notes';
import type { Stage } from '../../e2e/support/open-stage';
import { openPopup, readText } from '../../e2e/support/popup';
import { makeFolder } from '../../tools/build-aside';
import { openNote } from '../asleep';
import { type Book, openBook } from '../book';
import { copyBuild, withoutUnlimitedStorage } from '../builds';
import type { Fault } from '../fault';
import type { Lab } from '../lab';
import { listRows } from '../list-rows';
import { floodAnd } from '../page-script';
import { findUnsaved } from '../press-save';
import { readBackup } from '../read-backup';
import { addTally, emptyTally } from '../tally';
import { eachTime, readTold, words } from '../told';

const note = known.bedroom;

interface Bounded {
  /** Has little room by now. */
  stage: Stage;
  /** From the next start on there is as much as the browser likes. */
  widen: () => void;
}

/** A browser whose room for the extension is bounded. */
function openBounded({ kind, build, alone }: Lab): Promise<Bounded> {
  const extensionDir = copyBuild(build, withoutUnlimitedStorage);
  return kind === 'firefox' ? openFirefox({ extensionDir, alone }) : openChromium({ extensionDir, alone });
}

type Opening = Pick<Lab, 'alone'> & { extensionDir: string };

const roomPref = 'dom.quotaManager.temporaryStorage.fixedLimit';

/** In kilobytes, for all sites together. */
async function openFirefox({ extensionDir, alone }: Opening): Promise<Bounded> {
  const prefs = { [roomPref]: 5_000 };
  const stage = await alone({ extensionDir, prefs });
  return { stage, widen: () => (prefs[roomPref] = -1) };
}

/** By its origin, which is known once it has run. */
async function openChromium({ extensionDir, alone }: Opening): Promise<Bounded> {
  let origin: string | undefined;
  // Before anyone opens the database: Chromium counts the room that is left once, and then not again for half a minute.
  const beforeInstall = async (browser: Browser) => {
    if (origin !== undefined) await leaveRoom(browser, origin);
  };
  const stage = await alone({ extensionDir, load: 'pipe', beforeInstall });
  origin = stage.driver.extensionUrl('').slice(0, -1);
  await stage.restart();
  return { stage, widen: () => (origin = undefined) };
}

/** The page whose session says it must stay. */
async function leaveRoom(browser: Browser, origin: string): Promise<void> {
  const cdp = await (await browser.newPage()).createCDPSession();
  const { usage } = await cdp.send('Storage.getUsageAndQuota', { origin });
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 500_000 });
}

/** A database beside the ledger, made while there is room: one that is not even made leaves files that nobody can read. */
const makeAside = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('aside', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => resolve(opening.result.close());
})`;

const completed = 'the transaction completed';

/** By no code of ours: how the browser refuses now. */
const writeAside = `new Promise((resolve) => {
  const opening = indexedDB.open('aside', 1);
  opening.onerror = () => resolve(opening.error.name);
  opening.onsuccess = () => {
    const said = [];
    const end = (what) => (opening.result.close(), resolve([...said, what].join(', then ')));
    try {
      const tx = opening.result.transaction('rows', 'readwrite');
      tx.oncomplete = () => end('${completed}');
      tx.onabort = () => end('the transaction aborted: ' + tx.error?.name);
      const bytes = new Uint8Array(600_000).map(() => Math.random() * 256);
      tx.objectStore('rows').put(bytes, Math.random()).onsuccess = () => said.push('the request succeeded');
    } catch (error) {
      end(error.name);
    }
  };
})`;

/** Fills the room to the last row, looks what is told, and presses once. */
async function overfill(stage: Stage, book: Book) {
  const page = await stage.driver.page();
  await openNote(stage, page, note);
  await page.evaluate(holdStill);
  const { sent, acked } = await floodAnd(stage, page, { kind: 'heavy exposures', messages: 60, rowsEach: 10 });
  // Before anything else: a small row may still find room, and then all is well again.
  const told = await readTold(stage, [words.alerts.fullTitle]);
  const refusal = v.parse(v.string(), await stage.own.evaluate(writeAside));
  await click(page, anchor(linkOn(note)));
  book.pressed(note, linkOn(note));
  return {
    sent,
    acked,
    refusal,
    told,
    wrong: [...(await foundBy(findUnsaved(stage, page.url()))), ...(await foundBy(findUnusable(stage)))],
  };
}

/** Whatever a look breaks down over is found: it must not hide what the others find, and what was stored least of all. */
async function foundBy(look: Promise<string[]>): Promise<string[]> {
  try {
    return await look;
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** What the person does next: look, and take a backup away. */
async function findUnusable(stage: Stage): Promise<string[]> {
  const popup = await openPopup(stage);
  const isRead = !(await readText(popup)).includes(words.errors.title);
  await popup.close();
  const into = makeFolder();
  const rows = [...(await listRows(stage, 'events')), ...(await listRows(stage, 'exposures'))];
  const { ids, wrong } = readBackup(await backUp(stage, into));
  rmSync(into, { recursive: true });
  const missing = rows.filter((id) => !ids.includes(id)).length;
  return [
    ...(isRead ? [] : ['the popup shows nothing']),
    ...(missing === 0 ? [] : [`${String(missing)} rows are in no backup`]),
    ...wrong,
  ];
}

/** Once in a browser of its own: what filled the room once is never given back, whatever is erased. */
async function tryOnce(lab: Lab) {
  const { stage, widen } = await openBounded(lab);
  await stage.own.evaluate(makeAside);
  const book = await openBook(stage);
  const { sent, acked, refusal, told, wrong } = await overfill(stage, book);
  await book.pull();
  widen();
  await stage.restart();
  await book.listen();
  const ids = await listRows(stage, 'exposures');
  const clicks = await book.close();
  const total = { ...clicks };
  addTally(total, {
    sent: sent.length,
    acked: acked.length,
    stored: sent.filter((id) => ids.has(id)).length,
    missing: acked.filter((id) => !ids.has(id)).length,
  });
  return { total, clicks, refusal, told, wrong };
}

/** What cannot be stored is not acknowledged, and the person is told; what was stored before is read and backed up as ever. */
export const quota: Fault = {
  id: 'F9',
  name: 'no room left for the database',
  expected: 'told',
  on: { chromium: 'short', firefox: 'full' },
  async inject(lab) {
    const [tries, total, clicks] = [lab.tries(1), emptyTally(), emptyTally()];
    const told: (string | undefined)[] = [];
    const [refusals, wrong]: [string[], string[]] = [[], []];
    for (let each = 0; each < tries; each++) {
      const found = await tryOnce(lab);
      addTally(total, found.total);
      addTally(clicks, found.clicks);
      told.push(found.told);
      wrong.push(...found.wrong);
      if (!found.refusal.endsWith(completed)) refusals.push(found.refusal);
      await lab.tidy('went well');
    }
    const refused = [...new Set(refusals)].join('; ');
    const proof =
      refused &&
      `${refused}; of ${String(clicks.sent)} clicks made then ${String(clicks.stored)} were stored once there was room`;
    return { ...total, tries: refusals.length, proof, told: eachTime(told), wrong };
  },
};
