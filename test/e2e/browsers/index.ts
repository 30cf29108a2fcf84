import { launchChromium } from './chromium';
import type { Driver, LaunchOptions } from './driver';
import { launchFirefox } from './firefox';

export type { Driver, LaunchOptions } from './driver';
export { click, newTabKey, pressEnter, waitForAddress, waitForNewPage } from './gestures';
export { tabIdOf } from './tabs';
export { waitUntil } from './wait';
export { launchChromium };

export type BrowserKind = Driver['kind'];

const launchers = { chromium: launchChromium, firefox: launchFirefox };

export const browserKinds: readonly BrowserKind[] = ['chromium', 'firefox'];

/** Opens one of the two with the build that `npm run build` made for it, or with `extensionDir`. */
export function launch(
  kind: BrowserKind,
  options: Omit<LaunchOptions, 'extensionDir'> & { extensionDir?: string },
): Promise<Driver> {
  return launchers[kind]({ extensionDir: builtExtension(kind), ...options });
}

/** Where `npm run build` puts the extension. */
export function builtExtension(kind: BrowserKind): string {
  return `${import.meta.dirname}/../../../.output/${kind === 'chromium' ? 'chrome' : 'firefox'}-mv3`;
}
