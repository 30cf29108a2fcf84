import type { Page } from 'puppeteer-core';
import { isDeepStrictEqual } from 'node:util';
import { waitUntil } from '../../e2e/browsers';
import { backUp, previewRestore } from '../../e2e/support/backup-file';
import { openDashboard, readText, untilSaid, words } from '../../e2e/support/dashboard';
import type { Ledger } from '../../e2e/support/ledger';
import { known } from '../../e2e/support/notes';
import type { Stage } from '../../e2e/support/open-stage';
import { makeFolder } from '../../tools/build-aside';
import { openNote } from '../asleep';
import type { Fault, Tally } from '../fault';
import { cutShort, interrupts } from '../interrupted';
import { listRows } from '../list-rows';
import { floodAnd } from '../page-script';
import { addTally, emptyTally } from '../tally';
import { numbersIn } from '../told';
import { visitsIn } from '../visits';
import { wantAll } from '../want-all';

/** A ledger, and the backup that was made of it. */
interface Backup {
  file: string;
  ledger: Ledger;
  ids: ReadonlySet<string>;
}

async function makeBackup(stage: Stage, exposures: number): Promise<Backup> {
  const page = await stage.driver.page();
  for (const note of [known.bedroom, known.kettle]) await openNote(stage, page, note);
  await wantAll(stage);
  await floodAnd(stage, page, { kind: 'visits', messages: 10, rowsEach: 20 });
  await floodAnd(stage, page, { kind: 'exposures', messages: exposures / 100, rowsEach: 100 });
  await page.goto('about:blank'); // a visit ends when it is left; a tab that is closed from here may not tell
  const ledger = await stage.untilLedger(
    'both visits have ended',
    ({ events }) => visitsIn(events, 'note').length === 2,
  );
  return { ledger, file: await backUp(stage, makeFolder()), ids: await listAll(stage) };
}

async function listAll(stage: Stage): Promise<Set<string>> {
  return new Set([...(await listRows(stage, 'events')), ...(await listRows(stage, 'exposures'))]);
}

async function beginRestore(stage: Stage, file: string): Promise<Page> {
  const page = await previewRestore(stage, file);
  const [before = '', after = ''] = words.restore.start.n.split('$1');
  const button = `//button[starts-with(normalize-space(), "${before.trim()}")][contains(., "${after.trim()}")]`;
  await (await page.waitForSelector(`::-p-xpath(${button})`))?.click();
  return page;
}

async function tellsUnfinished(stage: Stage): Promise<boolean> {
  const page = await openDashboard(stage, 'data', 'restore');
  const [begin = ''] = words.restore.unfinished.split('$1');
  const isTold = await waitUntil('it is told', async () => (await readText(page)).includes(begin)).catch(() => false);
  await page.close();
  return isTold;
}

const listsOf = ({ items, notes, orders, counters, coverage }: Ledger) => [items, notes, orders, counters, coverage];

/** Cuts a restore short, chooses the same file again, and compares what comes of it with what was backed up. */
async function restoreTwice(stage: Stage, { file, ledger, ids }: Backup, how: string) {
  const interrupt = interrupts[how];
  if (!interrupt) throw new Error(`No such interruption: ${how}`);
  const done = await cutShort(stage, await beginRestore(stage, file), interrupt);
  const then = await listAll(stage);
  const isTold = await tellsUnfinished(stage);
  const page = await beginRestore(stage, file);
  await untilSaid(page, words.restore.done);
  const [added = 0, known = 0] = numbersIn(await readText(page), words.restore.numbers);
  await page.close();
  const rows = await listAll(stage);
  const stored = [...ids].filter((id) => rows.has(id)).length;
  const isSame = isDeepStrictEqual(listsOf(await stage.ledger()), listsOf(ledger));
  const wrong: [boolean, string][] = [
    [done === undefined || then.size >= ids.size, 'the restore was over before it was cut short'],
    [!isTold, 'nobody is told that it is not finished'],
    [!isSame, `the lists differ after ${how}`],
    [added + known === 0, 'the page does not say how many rows are stored'],
  ];
  const tally: Tally = {
    sent: ids.size,
    acked: added + known,
    stored,
    duplicates: rows.size - stored,
    missing: Math.max(0, (done ?? 0) - then.size) + Math.max(0, added + known - stored),
  };
  return {
    tally,
    wrong: wrong.flatMap(([is, what]) => (is ? [what] : [])),
    left: `${String(then.size)} rows after ${how}`,
  };
}

/** A restore that is cut short goes on where it stopped once the same file is chosen, and ends in the same ledger. */
export const restoreKilled: Fault = {
  id: 'F27',
  name: 'a restore is cut short',
  expected: 'all',
  on: { chromium: 'usual', firefox: 'full' },
  async inject(lab) {
    const stage = await lab.stage();
    const backup = await makeBackup(stage, lab.full ? 4_000 : 2_000);
    const ways = Object.keys(interrupts);
    const [tries, total] = [lab.tries(ways.length, 7 * ways.length), emptyTally()];
    const [wrong, left]: [string[], string[]] = [[], []];
    for (let each = 0; each < tries; each++) {
      await stage.clear();
      const found = await restoreTwice(stage, backup, ways[each % ways.length] ?? '');
      addTally(total, found.tally);
      wrong.push(...found.wrong);
      left.push(found.left);
    }
    const proof = `of ${String(backup.ids.size)} rows there were ${left.slice(-ways.length).join(', ')}; then the same file again`;
    return { ...total, tries, proof, wrong };
  },
};
