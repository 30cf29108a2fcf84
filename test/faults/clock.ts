import type { Page } from 'puppeteer-core';
import type { Stage } from '../e2e/support/open-stage';
import { runAsPageScript } from './page-script';

/** Puts another clock into a scope, `ms` ahead of the machine's; once more replaces it. */
const putClock = `(scope, ms) => {
  const Real = (scope.realDate ??= scope.Date);
  scope.Date = class extends Real {
    constructor(...parts) {
      if (parts.length > 0) super(...parts);
      else super(Real.now() + ms);
    }
    static now() {
      return Real.now() + ms;
    }
  };
}`;

/**
 * Moves the clock where the extension reads it: in the script under a page, and in the background, which has to be awake.
 * The machine's own would move for everybody on it; and no browser lets its clock be moved while it runs.
 */
export async function moveClock(stage: Stage, page: Page, ms: number): Promise<void> {
  await runAsPageScript(stage, page, `() => (${putClock})(globalThis, ${String(ms)})`);
  if (stage.driver.kind === 'firefox') {
    await stage.own.evaluate(`chrome.runtime.getBackgroundPage().then((page) => (${putClock})(page, ${String(ms)}))`);
    return;
  }
  const isWorker = (type: string, url: string) =>
    type === 'service_worker' && url.startsWith(stage.driver.extensionUrl(''));
  const target = await stage.driver.browser.waitForTarget((each) => isWorker(each.type(), each.url()));
  const worker = await target.worker();
  await worker?.evaluate(`(${putClock})(globalThis, ${String(ms)})`);
}
