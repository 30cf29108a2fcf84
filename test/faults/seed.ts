import { cpSync, rmSync } from 'node:fs';
import { waitUntil } from '../e2e/browsers';
import { backUp } from '../e2e/support/backup-file';
import { known } from '../e2e/support/notes';
import type { Stage } from '../e2e/support/open-stage';
import { makeFolder } from '../tools/build-aside';
import { openNote } from './asleep';
import { listRows } from './list-rows';
import { floodAnd } from './page-script';

/** A profile with rows that were acknowledged, to be spoilt as often as one likes. */
export interface Seed {
  ids: ReadonlySet<string>;
  /** Every row there was, those that nobody counted included. */
  all: ReadonlySet<string>;
  /** Puts the profile back as it was; the browser must be off. */
  plant(): void;
}

interface SeedSize {
  visits: number;
  exposures: number;
}

/** Fills the ledger, backs it up, stops the browser, and keeps a copy of its profile. */
export async function makeSeed(stage: Stage, { visits, exposures }: SeedSize): Promise<Seed> {
  const page = await stage.driver.page();
  await openNote(stage, page, known.kettle);
  // Exposures first: what is cut off at the end is what the lists are made of.
  const looks = await floodAnd(stage, page, { kind: 'exposures', messages: exposures / 100, rowsEach: 100 });
  const { acked } = await floodAnd(stage, page, { kind: 'visits', messages: visits / 20, rowsEach: 20 });
  // What the page tells as it goes is among the rows, too.
  await page.goto('about:blank');
  const isEnd = ({ type, visit }: { type: string; visit?: string }) => type === 'page' && visit !== 'flood';
  await stage.untilLedger('the page has ended', ({ events }) => events.some(isEnd));
  await waitUntil('nothing waits in the queue', async () => (await stage.queue()).length === 0);
  await backUp(stage, makeFolder());
  const all = new Set([...(await listRows(stage, 'events')), ...(await listRows(stage, 'exposures'))]);
  await stage.driver.stop();
  const [dir, copy] = [stage.driver.profileDir, makeFolder()];
  cpSync(dir, copy, { recursive: true });
  return {
    ids: new Set([...looks.acked, ...acked]),
    all,
    plant() {
      rmSync(dir, { recursive: true, maxRetries: 10 });
      cpSync(copy, dir, { recursive: true });
    },
  };
}
