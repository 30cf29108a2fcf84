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
  close(): Promise<void>;
}
