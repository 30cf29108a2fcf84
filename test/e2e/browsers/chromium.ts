import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromiumArgs } from '../../replica';
import { findChromium } from '../../tools/find-browser.mjs';
import { type Driver, type LaunchOptions, viewport } from './driver';
import { killTree } from './process-tree';
import { openProfile } from './profile';
import { waitUntil } from './wait';

/** Opens Chromium with the extension; the real hosts lead to the replica, every other name resolves to nothing. */
export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const profile = openProfile(options.userDataDir);
  let session = await profile.guard(start(options, profile.dir));
  return {
    kind: 'chromium',
    extensionId: session.extensionId,
    get browser() {
      return session.browser;
    },
    extensionUrl: (path) => session.url(path),
    page: (url) => openPage(session.browser, url),
    openExtensionPage: (path) => openPage(session.browser, session.url(path)),
    grantHosts: (origins) => grantHosts(session, origins),
    stopBackground: () => stopBackground(session),
    backgroundStarts: () => Promise.resolve(session.starts()),
    profileDir: profile.dir,
    stop: () => session.browser.close(),
    kill: () => killTree(session.browser),
    async start() {
      session = await start(options, profile.dir);
    },
    async restart() {
      await session.browser.close();
      session = await start(options, profile.dir);
    },
    crash: crashPage,
    setEnabled: (how) => setEnabled(session, how === 'on'),
    uninstall: () => session.browser.uninstallExtension(session.extensionId),
    async reinstall() {
      await session.browser.installExtension(resolve(options.extensionDir));
    },
    async close() {
      await session.browser.close();
      profile.remove();
    },
  };
}

interface Session {
  browser: Browser;
  extensionId: string;
  url: (path: string) => string;
  starts: () => number;
}

async function start(options: LaunchOptions, userDataDir: string): Promise<Session> {
  const { extensionDir, headless = true, load = 'flag' } = options;
  const browser = await puppeteer.launch({
    executablePath: options.executable ?? findChromium() ?? missing(),
    headless,
    env: { ...process.env, ...options.env },
    pipe: true,
    userDataDir,
    enableExtensions: true,
    defaultViewport: headless ? viewport : null,
    args: [...flags(), ...(load === 'flag' ? loadFlags(extensionDir) : []), ...chromiumArgs(options.replica)],
  });
  try {
    if (load === 'pipe') await options.beforeInstall?.(browser);
    if (load === 'pipe') await browser.installExtension(extensionDir);
    return await attach(browser);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function attach(browser: Browser): Promise<Session> {
  let starts = 0;
  const isWorker = (target: { type: () => string; url: () => string }): boolean =>
    target.type() === 'service_worker' && target.url().startsWith('chrome-extension://');
  browser.on('targetcreated', (target) => {
    if (isWorker(target)) starts++;
  });
  starts += browser.targets().filter(isWorker).length;
  const worker = await browser.waitForTarget(isWorker, { timeout: 20_000 }).catch((cause: unknown) => {
    throw new Error("The extension's worker did not appear: the browser did not load the extension.", { cause });
  });
  const extensionId = new URL(worker.url()).host;
  return {
    browser,
    extensionId,
    url: (path) => new URL(path, `chrome-extension://${extensionId}/`).href,
    starts: () => starts,
  };
}

function missing(): never {
  throw new Error('No Chromium found: install it, or name one in BACAO_BROWSER.');
}

function flags(): string[] {
  const quiet = ['--disable-gpu', '--disable-quic', '--disable-component-update', '--disable-domain-reliability'];
  // Chromium refuses to start as root with its sandbox; nobody else may lose it.
  return process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet;
}

function loadFlags(extensionDir: string): string[] {
  return [`--load-extension=${extensionDir}`, `--disable-extensions-except=${extensionDir}`];
}

async function openPage(browser: Browser, url?: string): Promise<Page> {
  const page = await browser.newPage();
  if (url !== undefined) await page.goto(url);
  return page;
}

async function grantHosts({ browser, extensionId }: Session, origins: readonly string[]): Promise<void> {
  const page = await openPage(browser, 'chrome://extensions');
  for (const origin of origins) {
    const [id, pattern] = [JSON.stringify(extensionId), JSON.stringify(origin)];
    await page.evaluate(`chrome.developerPrivate.addHostPermission(${id}, ${pattern})`);
  }
  await page.close();
}

async function crashPage(page: Page): Promise<string> {
  const crashed = new Promise<Error>((resolve) => page.once('error', resolve));
  const cdp = await page.createCDPSession();
  cdp.send('Page.crash').catch(() => undefined); // nobody is left to answer
  return (await crashed).message;
}

async function setEnabled({ browser, extensionId }: Session, on: boolean): Promise<void> {
  const page = await openPage(browser, 'chrome://extensions');
  await page.evaluate(`chrome.management.setEnabled(${JSON.stringify(extensionId)}, ${String(on)})`);
  await page.close();
}

/** Where messages wait for it the browser starts it again at the very moment it ends: so often is often enough. */
const manyStops = 10;

/** Stops it until it stays stopped, or was stopped many times under the work that waits for it. */
async function stopBackground(session: Session): Promise<void> {
  // The command needs a session in a page of the extension's own origin. Where none is open, the manifest is the smallest
  // page and runs nothing; it stays open, so that stopping once more takes no tab to the front.
  const pages = await session.browser.pages();
  const page = pages.find((each) => each.url().startsWith(session.url(''))) ?? (await openManifest(session));
  const cdp = await page.createCDPSession();
  // Asked of the browser itself: puppeteer's list of targets keeps some workers that are gone.
  const statuses = new Map<string, string>();
  let stops = 0;
  cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, runningStatus } of versions) statuses.set(versionId, runningStatus);
    if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) stops += 1;
  });
  await cdp.send('ServiceWorker.enable');
  await waitUntil('the service worker stops', async () => {
    await cdp.send('ServiceWorker.stopAllWorkers');
    const isStopped = statuses.size > 0 && [...statuses.values()].every((status) => status === 'stopped');
    return isStopped || stops >= manyStops;
  });
  await cdp.detach();
}

function openManifest({ browser, url }: Session): Promise<Page> {
  return openPage(browser, url('manifest.json'));
}
