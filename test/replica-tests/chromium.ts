import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { chromiumArgs, type Replica } from '../replica';

/** A Chromium at one of the usual places; without one the tests of the page's own scripts are skipped. */
export const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

export interface Browsing {
  page: Page;
  /** The URL of a tab that opens and whose address starts so. */
  tab(start: string): Promise<string>;
  close(): Promise<void>;
}

export async function browse(replica: Replica): Promise<Browsing> {
  const userDataDir = await mkdtemp(join(tmpdir(), 'replica-'));
  const browser = await puppeteer.launch({
    executablePath: chromium ?? '',
    userDataDir,
    defaultViewport: { width: 1280, height: 800 },
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', ...chromiumArgs(replica)],
  });
  return {
    page: await browser.newPage(),
    tab: async (start) => (await browser.waitForTarget((target) => target.url().startsWith(start))).url(),
    close: async () => {
      await browser.close();
      await rm(userDataDir, { recursive: true, force: true });
    },
  };
}
