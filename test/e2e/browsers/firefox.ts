import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findFirefox } from '../../tools/find-browser.mjs';
import { type Driver, type LaunchOptions, viewport } from './driver';
import { readGeckoId } from './gecko-id';
import { runPrivileged } from './privileged';
import { isRunning, killTree } from './process-tree';
import { openProfile } from './profile';
import { waitUntil } from './wait';

// Chosen here, so that the extension's pages have a known address before it is installed.
const uuid = '5b1c0f7e-3a64-4d0e-9c52-ba0ba0ba0ba0';

/** Opens Firefox with the extension, all https through the replica's CONNECT proxy. */
export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const profile = openProfile(options.userDataDir);
  const id = readGeckoId(options.extensionDir);
  let browser = await profile.guard(start(options, id, profile.dir));
  const url = (path: string): string => new URL(path, `moz-extension://${uuid}/`).href;
  return {
    kind: 'firefox',
    extensionId: id,
    get browser() {
      return browser;
    },
    extensionUrl: url,
    page: (address) => openPage(browser, address),
    openExtensionPage: (path) => openOwnPage(browser, url(path)),
    async grantHosts() {
      await setPref(browser, 'extensions.webextOptionalPermissionPrompts', false);
    },
    async stopBackground() {
      await runPrivileged(browser, `${extension(id)} ${stop}`);
    },
    async backgroundStarts() {
      return Number(await runPrivileged(browser, `return ${counter}.starts`));
    },
    profileDir: profile.dir,
    stop: () => browser.close(),
    kill: () => killTree(browser),
    async start() {
      browser = await start(options, id, profile.dir);
    },
    async restart() {
      await browser.close();
      browser = await start(options, id, profile.dir);
    },
    crash: (page) => crashPage(browser, page),
    async setEnabled(how) {
      await runPrivileged(browser, `${addon(id)} await found.${how === 'on' ? 'enable' : 'disable'}();`);
    },
    uninstall: () => browser.uninstallExtension(id),
    async reinstall() {
      await browser.installExtension(resolve(options.extensionDir));
    },
    async close() {
      await browser.close();
      profile.remove();
    },
  };
}

async function start(options: LaunchOptions, id: string, userDataDir: string): Promise<Browser> {
  if (!options.proxy) throw new Error("Firefox needs the replica's proxy.");
  const { headless = true } = options;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executable ?? findFirefox() ?? missing(),
    headless,
    userDataDir,
    env: { ...process.env, ...options.env },
    acceptInsecureCerts: true,
    defaultViewport: headless ? viewport : null,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { ...prefs(id, options.proxy.port), ...options.prefs },
  });
  try {
    // puppeteer forces one process for all sites; the people we build for have one per site.
    await setPref(browser, 'fission.webContentIsolationStrategy', 1);
    await runPrivileged(browser, countStarts(id));
    await browser.installExtension(resolve(options.extensionDir));
  } catch (error) {
    await browser.close();
    throw error;
  }
  return browser;
}

function missing(): never {
  throw new Error('No Firefox found: install firefox-esr, or name one in BACAO_FIREFOX.');
}

function prefs(id: string, proxyPort: number): Record<string, unknown> {
  return {
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.no_proxies_on': '127.0.0.1',
    'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
    // A temporary add-on is uninstalled when Firefox closes; its database must outlive that, as an installed one's does.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'browser.startup.page': 0,
    'browser.newtabpage.enabled': false,
  };
}

const counter = 'globalThis.backgroundCounter';

// Every start of the background goes through the same notice, the first one at install included.
function countStarts(id: string): string {
  return `
    const { Management } = ChromeUtils.importESModule('resource://gre/modules/Extension.sys.mjs');
    ${counter} = { starts: 0 };
    Management.on('startup', (_event, found) => {
      if (found.id !== ${JSON.stringify(id)}) return;
      found.on('background-script-started', () => { ${counter}.starts++; });
    });`;
}

const stop = `
  await found.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
  if (found.backgroundState !== 'stopped') throw new Error('background is ' + found.backgroundState);`;

function extension(id: string): string {
  return `const found = WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension;`;
}

function addon(id: string): string {
  return `
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    const found = await AddonManager.getAddonByID(${JSON.stringify(id)});`;
}

/** Firefox has no command for it: the process that shows the page is killed. */
async function crashPage(browser: Browser, page: Page): Promise<string> {
  const pid = Number(await runPrivileged(browser, processOf(page.url())));
  process.kill(pid, 'SIGKILL');
  await waitUntil('the process is gone', () => !isRunning(pid));
  return `process ${String(pid)} is gone`;
}

function processOf(url: string): string {
  return `
    const tabs = [...Services.wm.getEnumerator('navigator:browser')].flatMap(({ gBrowser }) => [...gBrowser.tabs]);
    const tab = tabs.findLast(({ linkedBrowser }) => linkedBrowser.currentURI.spec === ${JSON.stringify(url)});
    return tab.linkedBrowser.browsingContext.currentWindowGlobal.osPid;`;
}

async function setPref(browser: Browser, name: string, value: boolean | number): Promise<void> {
  const setter = typeof value === 'boolean' ? 'setBoolPref' : 'setIntPref';
  await runPrivileged(browser, `Services.prefs.${setter}(${JSON.stringify(name)}, ${String(value)})`);
}

async function openPage(browser: Browser, url?: string): Promise<Page> {
  const page = await browser.newPage();
  if (url !== undefined) await page.goto(url);
  return page;
}

async function openOwnPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  // The page loads in another process, so goto never resolves (Firefox 153, puppeteer 24): ask the page itself instead.
  page.goto(url).catch(() => undefined);
  const here = `location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`;
  // Not waitForFunction: a question that meets the change of processes fails as a whole, and it asks no second time.
  await waitUntil(`${url} is open`, () => page.evaluate(here).then(Boolean, () => false), 20_000);
  return page;
}
