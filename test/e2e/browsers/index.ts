import { launchChromium } from './chromium';
import { agree } from './consent';
import type { Driver, LaunchOptions } from './driver';
import type { BrowserKind } from './form';
import { launchFirefox } from './firefox';

export type { Driver, LaunchOptions } from './driver';
export { click, newTabKey, pressEnter, waitForAddress, waitForNewPage } from './gestures';
export { byName } from './by-name';
export { downloadInto, waitForDownload } from './downloads';
export { type BrowserKind, browserKinds, inBothOr, isFull, isShort, mainly } from './form';
export { tabIdOf } from './tabs';
export { waitUntil } from './wait';
export { agree };
export { launchChromium };

const launchers = { chromium: launchChromium, firefox: launchFirefox };

/**
 * Opens one of the two with the build that `npm run build` made for it, or with `extensionDir`, and agrees at the first
 * run: `firstRuns` says how many extensions greet, 0 leaves that to the test.
 */
export async function launch(
  kind: BrowserKind,
  { firstRuns = 1, ...options }: Omit<LaunchOptions, 'extensionDir'> & { extensionDir?: string; firstRuns?: number },
): Promise<Driver> {
  const driver = await launchers[kind]({ extensionDir: builtExtension(kind), ...options });
  if (firstRuns === 0) return driver;
  try {
    await agree(driver.browser, firstRuns);
    return driver;
  } catch (error) {
    await driver.close();
    throw error;
  }
}

/** Where `npm run build` puts the extension. */
export function builtExtension(kind: BrowserKind): string {
  return `${import.meta.dirname}/../../../.output/${kind === 'chromium' ? 'chrome' : 'firefox'}-mv3`;
}
