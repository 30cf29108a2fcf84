import type { Page } from 'puppeteer-core';
import { downloadInto, waitForDownload } from '../browsers';
import { chooseFile, openDashboard, press, untilSaid, words } from './dashboard';
import type { Stage } from './open-stage';

/** The browser's own dialog cannot be answered from here; without it the backup is a download. */
const withoutPicker = 'window.showSaveFilePicker = undefined';

/** Begins a backup by the person's own button; it is done once the page says so. */
export async function startBackup(stage: Stage, into: string): Promise<Page> {
  await downloadInto(stage.driver, into);
  const page = await openDashboard(stage, 'data', 'backup');
  await page.evaluate(withoutPicker);
  await press(page, words.backup.start);
  return page;
}

/** The file that the page has said is done. */
export function waitForBackup(into: string): Promise<string> {
  return waitForDownload(into, (name) => name.endsWith('.ndjson.gz'));
}

/** Backs up into a folder and resolves to the file. */
export async function backUp(stage: Stage, into: string): Promise<string> {
  const page = await startBackup(stage, into);
  await untilSaid(page, 'Done: ');
  const file = await waitForBackup(into);
  await page.close();
  return file;
}

/** The page that has looked into a backup, before anything is restored. */
export async function previewRestore(stage: Stage, file: string): Promise<Page> {
  const page = await openDashboard(stage, 'data', 'restore');
  await chooseFile(page, file);
  return page;
}
