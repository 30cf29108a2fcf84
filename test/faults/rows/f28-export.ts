import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
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
import { addTally, emptyTally } from '../tally';

const most = 150;

const line = v.union([
  v.object({ event: v.object({ id: v.string() }) }),
  v.object({ exposure: v.object({ id: v.string() }) }),
  v.object({ end: v.object({ counts: v.object({ events: v.number(), exposures: v.number() }), sha256: v.string() }) }),
]);

/** Reads a backup by no code of the extension: the ids in it, and what its last line says wrong of the lines above. */
function readFile(file: string): { ids: string[]; wrong: string[] } {
  const text = gunzipSync(readFileSync(file)).toString();
  const last = text.lastIndexOf('\n', text.length - 2) + 1;
  const ids = text
    .slice(0, last)
    .split('\n')
    .flatMap((each) => {
      const row = v.safeParse(line, JSON.parse(each || '{}'));
      if (!row.success || 'end' in row.output) return [];
      return 'event' in row.output ? row.output.event.id : row.output.exposure.id;
    });
  const end = v.parse(line, JSON.parse(text.slice(last)));
  const { counts, sha256 } = 'end' in end ? end.end : { counts: { events: 0, exposures: 0 }, sha256: '' };
  const isWhole = createHash('sha256').update(text.slice(0, last)).digest('hex') === sha256;
  const isCounted = counts.events + counts.exposures === ids.length;
  return { ids, wrong: [...(isWhole ? [] : ['its hash is another']), ...(isCounted ? [] : ['its counts are others'])] };
}

/** Backs up while the page's memory is looked at, as often as it answers. */
async function backUpWatched(stage: Stage, into: string): Promise<{ file: string; seen: number[] }> {
  const page: Page = await startBackup(stage, into);
  const heap = await heapOf(stage, page);
  const seen: number[] = [];
  const isDone = async () => {
    seen.push(await heap());
    return (await readText(page)).includes('Done: ');
  };
  await waitUntil('the backup is done', isDone, 120_000);
  const file = await waitForBackup(into);
  await page.close();
  return { file, seen };
}

/** What grows with the ledger must not grow the page: people have years of rows, and a tab has a gigabyte. */
export const exportMany: Fault = {
  id: 'F28',
  name: 'a backup of 100,000 rows (10,000 in the short form)',
  expected: 'all',
  on: { chromium: 'short', firefox: 'full' },
  async inject(lab) {
    const stage = await lab.stage();
    await openNote(stage, await stage.driver.page(), known.bedroom);
    await addExposures(stage, lab.full ? 100_000 : 10_000);
    const [tries, total] = [lab.tries(1), emptyTally()];
    const [wrong, heaps]: [string[], number[]] = [[], []];
    for (let each = 0; each < tries; each++) {
      const rows = new Set([...(await listRows(stage, 'events')), ...(await listRows(stage, 'exposures'))]);
      const into = makeFolder();
      const { file, seen } = await backUpWatched(stage, into);
      const found = readFile(file);
      const stored = new Set(found.ids.filter((id) => rows.has(id))).size;
      addTally(total, { sent: rows.size, acked: rows.size, stored, missing: rows.size - stored });
      addTally(total, { duplicates: found.ids.length - new Set(found.ids).size });
      wrong.push(...found.wrong);
      heaps.push(...seen);
      rmSync(into, { recursive: true });
    }
    const highest = Math.max(...heaps);
    if (highest > most) wrong.push(`the page took ${highest.toFixed(0)} MB`);
    const whose = lab.kind === 'chromium' ? "the page's heap" : 'the process of all own pages';
    const proof = `${whose} was ${highest.toFixed(0)} MB at most, looked at ${String(heaps.length)} times`;
    return { ...total, tries, proof, wrong };
  },
};
