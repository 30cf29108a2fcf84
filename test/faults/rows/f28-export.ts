import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { waitUntil } from '../../e2e/browsers';
import { startBackup, waitForBackup } from '../../e2e/support/backup-file';
import { readText } from '../../e2e/support/dashboard';
import { known } from '../../e2e/support/notes';
import type { Stage } from '../../e2e/support/open-stage';
import { makeFolder } from '../../tools/build-aside';
import { openNote } from '../asleep';
import type { Fault } from '../fault';
import { heapOf } from '../heap';
import { listRows } from '../list-rows';
import { addExposures } from '../many-exposures';
import { readBackup } from '../read-backup';
import { addTally, emptyTally } from '../tally';
import { numbersIn, words } from '../told';
import { visitsIn } from '../visits';

const most = 150;

interface Watched {
  file: string;
  /** The page's memory, MB, each time it was looked at. */
  seen: number[];
  /** Entries that the page says are written. */
  said: number;
}

/** Backs up while the page's memory is looked at, as often as it answers. */
async function backUpWatched(stage: Stage, into: string): Promise<Watched> {
  const page: Page = await startBackup(stage, into);
  const heap = await heapOf(stage, page);
  const seen: number[] = [];
  const isDone = async () => {
    seen.push(await heap());
    return (await readText(page)).includes('Done: ');
  };
  await waitUntil('the backup is done', isDone, 120_000);
  const [said = 0] = numbersIn(await readText(page), words.backup.handed.n.split(',', 1).join());
  const file = await waitForBackup(into);
  await page.close();
  return { file, seen, said };
}

/** What grows with the ledger must not grow the page: people have years of rows, and a tab has a gigabyte. */
export const exportMany: Fault = {
  id: 'F28',
  name: 'a backup of 100,000 rows (10,000 in the short form)',
  expected: 'all',
  on: { chromium: 'usual', firefox: 'full' },
  async inject(lab) {
    const stage = await lab.stage();
    const page = await stage.driver.page();
    await openNote(stage, page, known.bedroom);
    await addExposures(stage, lab.full ? 100_000 : 10_000);
    await page.goto('about:blank'); // what an open note tells meanwhile would be in the file as well
    await stage.untilLedger('the visit has ended', ({ events }) => visitsIn(events, 'note').length === 1);
    await waitUntil('nothing is on its way', async () => (await stage.queue()).length === 0);
    const rows = new Set([...(await listRows(stage, 'events')), ...(await listRows(stage, 'exposures'))]);
    const [tries, total] = [lab.tries(1), emptyTally()];
    const [wrong, heaps]: [string[], number[]] = [[], []];
    for (let each = 0; each < tries; each++) {
      const into = makeFolder();
      const { file, seen, said } = await backUpWatched(stage, into);
      const found = readBackup(file);
      const ids = new Set(found.ids);
      const lacking = [...rows].filter((id) => !ids.has(id)).length;
      const stored = rows.size - lacking;
      addTally(total, { sent: rows.size, acked: said, stored, missing: Math.max(0, said - stored) });
      addTally(total, { duplicates: found.ids.length - ids.size });
      wrong.push(...found.wrong, ...(said > 0 ? [] : ['the page does not say how many rows are written']));
      heaps.push(...seen);
      rmSync(into, { recursive: true });
    }
    const highest = Math.max(...heaps);
    if (highest > most) wrong.push(`the page took ${highest.toFixed(0)} MB`);
    const whose = lab.kind === 'chromium' ? "the page's heap" : 'what all own pages hold in memory grew by';
    const proof = `${whose} was ${highest.toFixed(0)} MB at most, looked at ${String(heaps.length)} times`;
    return { ...total, tries, proof, wrong };
  },
};
