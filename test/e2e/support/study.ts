import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type ScrollTruth, scrolled, scrollScript } from '../../replica/scroll-truth';
import { downloadInto, waitForDownload, waitUntil } from '../browsers';
import { named, openDashboard, press, words } from './dashboard';
import { readExposures, toldVisits } from './exposures';
import type { Stage } from './open-stage';

const handedOut = JSON.parse(readFileSync(join(import.meta.dirname, '../../../docs/study/example.json'), 'utf8')) as {
  id: string;
};

/** The study that researchers get as an example, with a key of their own. */
export const example = {
  ...handedOut,
  key: '9b41d7e0c35f82a6174be9d20c68f3a5e1279c40bd86f5130a7e4c92d8b6035f',
};

/** Gives the file field of one card a file, as its dialog would. */
export async function give(page: Page, card: string, path: string): Promise<void> {
  const field = await page.waitForSelector(`#${card} input[type="file"]`);
  await (field as unknown as { uploadFile: (path: string) => Promise<void> }).uploadFile(path);
}

/** Reads the study's file in, agrees, and is in it; nobody is before both ticks. */
export async function takePart(stage: Stage, folder: string): Promise<void> {
  const path = join(folder, 'study.json');
  writeFileSync(path, JSON.stringify(example));
  const page = await openDashboard(stage, 'research');
  await give(page, 'join', path);
  await page.waitForSelector('#consent');
  const take = named('button', words.research.take);
  if (!(await page.$eval(take, (button) => button.hasAttribute('disabled'))))
    throw new Error('Somebody is let in who agreed to nothing');
  for (const box of await page.$$('#consent input[type="checkbox"]')) await box.click();
  await press(page, words.research.take);
  await page.waitForSelector('#bundle');
  await page.close();
}

/** Jumps and holds in a list, closes the tab, and waits until the end of the visit was told. */
export async function readList(
  stage: Stage,
  url: string,
  steps: readonly [top: number, heldMs: number][],
): Promise<ScrollTruth> {
  const before = toldVisits(await readExposures(stage)).length;
  const page = await stage.driver.page(scrolled(url));
  await page.bringToFront();
  const truth = (await page.evaluate(scrollScript(steps))) as ScrollTruth;
  await page.close({ runBeforeUnload: true });
  await waitUntil('the visit is told', async () => toldVisits(await readExposures(stage)).length > before);
  return truth;
}

/** Presses a button that writes an archive, and gives the file. */
export async function writtenBy(
  { page, stage, folder }: { page: Page; stage: Stage; folder: string },
  button: string,
): Promise<string> {
  const into = mkdtempSync(join(folder, 'out-'));
  await downloadInto(stage.driver, into);
  await page.evaluate('window.showSaveFilePicker = undefined');
  await press(page, button);
  return waitForDownload(into, (name) => name.endsWith('.zip'));
}
