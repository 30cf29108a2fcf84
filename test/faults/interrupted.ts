import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { waitUntil } from '../e2e/browsers';
import { readText, words } from '../e2e/support/dashboard';
import { readStorage } from '../e2e/support/ledger';
import type { Stage } from '../e2e/support/open-stage';
import { holdLedger } from './hold-ledger';

/** Cuts a restore short while a part of it waits for the database; `letGo` lets that part go on, if anybody is left to. */
type Interrupt = (stage: Stage, page: Page, letGo: () => Promise<void>) => Promise<void>;

/** Each part is waited for twice, as long as a part may take. */
const givesUpMs = 90_000;

/** Again and again under one part: a single stop is made good by sending it once more. */
const stopBackground: Interrupt = async (stage, page, letGo) => {
  const hasGivenUp = async () => {
    await stage.driver.stopBackground();
    return (await readText(page)).includes(words.restore.failed);
  };
  await waitUntil('the restore gives up', hasGivenUp, givesUpMs);
  await letGo();
  await page.close();
};

const closePage: Interrupt = async (_stage, page, letGo) => {
  await page.close();
  await letGo();
};

const killBrowser: Interrupt = async (stage) => {
  await stage.driver.kill();
  await stage.driver.start();
  await stage.reopen();
};

export const interrupts: Readonly<Record<string, Interrupt>> = {
  'the background stopped': stopBackground,
  'the page closed': closePage,
  'the browser killed': killBrowser,
};

const unfinished = v.object({ restore: v.object({ progress: v.object({ done: v.number(), total: v.number() }) }) });

/** How far the restore has come that is not done yet, as the extension itself keeps it. */
async function readProgress({ own }: Stage): Promise<{ done: number; total: number } | undefined> {
  const result = v.safeParse(unfinished, await readStorage(own));
  return result.success ? result.output.restore.progress : undefined;
}

/**
 * Lets a restore come to its first acknowledged part, holds the next one, and cuts it short.
 * @returns the rows that were acknowledged by then; undefined when it was over before it could be cut
 */
export async function cutShort(stage: Stage, page: Page, interrupt: Interrupt): Promise<number | undefined> {
  await waitUntil('a first part is acknowledged', async () => (await readProgress(stage)) !== undefined);
  const letGo = await holdLedger(stage.own);
  await interrupt(stage, page, letGo);
  await waitUntil('the background has nothing left to do', async () => (await stage.queue()).length === 0);
  return (await readProgress(stage))?.done;
}
