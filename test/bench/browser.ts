import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launch, waitUntil, type Driver } from '../e2e/browsers';
import { startReplica } from '../replica';

/** A browser with one or more unpacked extensions, the first of which has a worker, on the bundled note pages. */
export interface Session {
  driver: Driver;
  close: () => Promise<void>;
}

let version = 'no browser';

/** The browser of the last session. */
export function browserVersion(): string {
  return version;
}

export async function openSession(extensionDirs: readonly string[]): Promise<Session> {
  const replica = await startReplica();
  const closeReplica = () => replica.close();
  try {
    // Chromium takes several folders in one flag.
    const firstRuns = extensionDirs.filter((dir) => existsSync(join(dir, 'welcome.html'))).length;
    const driver = await launch('chromium', { extensionDir: extensionDirs.join(','), replica, firstRuns });
    version = await driver.browser.version();
    return { driver, close: () => driver.close().finally(closeReplica) };
  } catch (error) {
    await closeReplica();
    throw error;
  }
}

/** The addresses of all extensions that have a worker, as `chrome-extension://ID/`. */
export async function listRoots({ driver }: Session, count: number): Promise<string[]> {
  return waitUntil(`${String(count)} extensions start`, () => {
    const workers = driver.browser.targets().filter((target) => target.type() === 'service_worker');
    const roots = workers.map((worker) => new URL('/', worker.url()).href);
    return roots.length === count && roots;
  });
}

/** Asks a page for a number that its script works out. */
export async function askNumber(page: Page, script: string): Promise<number> {
  const answer: unknown = await page.evaluate(script);
  if (typeof answer === 'number' && Number.isFinite(answer)) return answer;
  throw new Error(`The page answered ${JSON.stringify(answer)} to ${script}`);
}
