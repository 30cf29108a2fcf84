import type { Browser, Page } from 'puppeteer-core';
import type { Replica } from '../../replica';

/** A laptop's: in anything smaller, bars that stick to an edge lie over what is to be clicked. */
export const viewport = { width: 1280, height: 800 };

export interface LaunchOptions {
  extensionDir: string;
  /** Where the stand-ins of the real hosts listen. */
  replica: Pick<Replica, 'port' | 'hosts' | 'spki'>;
  /** The replica's CONNECT proxy. Firefox needs it (it has no host-resolver rules), Chromium goes without. */
  proxy?: { port: number } | undefined;
  /** Kept after close; without it every launch has a fresh profile that is removed at close. */
  userDataDir?: string | undefined;
  headless?: boolean | undefined;
  executable?: string | undefined;
  /**
   * Chromium only. `flag` (default): --load-extension, grants survive a restart.
   * `pipe`: Extensions.loadUnpacked, the only way into branded builds, grants are lost at restart.
   */
  load?: 'flag' | 'pipe' | undefined;
  /** With `pipe` only: called at each start while the extension is not there yet, so that nothing of it runs. */
  beforeInstall?: ((browser: Browser) => Promise<void>) | undefined;
  /** Variables of the environment beside this process's own, read anew at each start: `TZ` is the browser's time zone. */
  env?: Record<string, string> | undefined;
  /** Firefox only: preferences beside the driver's own. */
  prefs?: Record<string, boolean | number | string> | undefined;
}

export interface Driver {
  readonly kind: 'chromium' | 'firefox';
  readonly extensionId: string;
  /** The one running now: restart() replaces it, and pages of the old one are gone. */
  readonly browser: Browser;
  extensionUrl(path: string): string;
  page(url?: string): Promise<Page>;
  openExtensionPage(path: string): Promise<Page>;
  /** Lets `permissions.request` answer true without a prompt; the product's own button must still be pressed. */
  grantHosts(origins: readonly string[]): Promise<void>;
  /** Resolves when the background is stopped; the next event starts it again. */
  stopBackground(): Promise<void>;
  /** How often the background has started since the browser was (re)started; the news may lag, so wait for a count. */
  backgroundStarts(): Promise<number>;
  restart(): Promise<void>;
  /** Closes the browser and leaves the profile: until `start` its files can be looked at, and spoiled. */
  stop(): Promise<void>;
  /** Ends every process of the browser by SIGKILL, the way a crash or a power cut does; the process ids that are gone. */
  kill(): Promise<number[]>;
  /** Opens the browser again on the same profile, after `stop` or `kill`. */
  start(): Promise<void>;
  /** Where the profile lies. */
  readonly profileDir: string;
  /** Ends the process that shows the page; resolves with what shows that it is gone. */
  crash(page: Page): Promise<string>;
  /** Switches the extension off and on, as the person can. */
  setEnabled(how: 'on' | 'off'): Promise<void>;
  uninstall(): Promise<void>;
  /** Takes the extension from its folder once more: an update, where the manifest there names another version. */
  reinstall(): Promise<void>;
  close(): Promise<void>;
}
