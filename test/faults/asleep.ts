import type { Page } from 'puppeteer-core';
import { waitUntil } from '../e2e/browsers';
import type { Ledger } from '../e2e/support/ledger';
import type { Stage } from '../e2e/support/open-stage';
import type { TruthNote } from '../replica/truth';

/** Opens the note and waits until the ledger has heard of this visit: the script runs and knows its tab. */
export async function openNote(stage: Stage, page: Page, note: TruthNote): Promise<void> {
  const visits = ({ events }: Ledger) => events.filter(({ type }) => type === 'note').length;
  const before = visits(await stage.ledger());
  await page.goto(note.url);
  await stage.untilLedger('the note is in the ledger', (ledger) => visits(ledger) > before);
}

/** Counts how often the background was stopped and started again: the proof of every row that puts it to sleep. */
export interface SleepCount {
  /** Stops the background, once it has nothing left to do. */
  stop(): Promise<void>;
  /** Stops it whatever it is doing. */
  stopAnyway(): Promise<void>;
  /** Waits until something has started it after the last stop. */
  untilStarted(): Promise<void>;
  readonly stops: number;
  proof(): string;
}

export function countSleeps({ driver, queue }: Stage): SleepCount {
  let [stops, starts, before] = [0, 0, 0];
  const stopAnyway = async () => {
    // Something may start it in the very moment: then it is no sleep yet.
    do {
      before = await driver.backgroundStarts();
      await driver.stopBackground();
      stops += 1;
    } while ((await driver.backgroundStarts()) !== before);
  };
  return {
    stopAnyway,
    async stop() {
      await waitUntil('nothing waits in the queue', async () => (await queue()).length === 0);
      await stopAnyway();
    },
    async untilStarted() {
      const now = await waitUntil('the background starts', async () => {
        const count = await driver.backgroundStarts();
        return count > before && count;
      });
      starts += now - before;
      before = now;
    },
    get stops() {
      return stops;
    },
    proof: () => `background stopped ${String(stops)} times, started ${String(starts)} times after`,
  };
}
