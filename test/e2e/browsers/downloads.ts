import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Driver } from './driver';
import { runPrivileged } from './privileged';
import { waitUntil } from './wait';

/** Lets downloads go into a folder, without a question. */
export async function downloadInto({ kind, browser }: Driver, folder: string): Promise<void> {
  if (kind === 'chromium') {
    const session = await browser.target().createCDPSession(); // kept: the answer is forgotten with it
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    return;
  }
  await runPrivileged(
    browser,
    `Services.prefs.setIntPref('browser.download.folderList', 2);
     Services.prefs.setStringPref('browser.download.dir', ${JSON.stringify(folder)});
     Services.prefs.setBoolPref('browser.download.useDownloadDir', true);
     Services.prefs.setBoolPref('browser.download.always_ask_before_handling_new_types', false);`,
  );
}

/** The one file in a folder, once the browser has written all of it: until then it is empty, or stands beside its own part. */
export async function waitForDownload(folder: string, isIt: (name: string) => boolean): Promise<string> {
  const name = await waitUntil('the download is there', () => {
    const names = readdirSync(folder);
    const isPart = (each: string) => /\.(?:part|crdownload)$/u.test(each);
    return !names.some(isPart) && names.find((each) => isIt(each) && statSync(join(folder, each)).size > 0);
  });
  return join(folder, name);
}
