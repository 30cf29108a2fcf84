import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { runPrivileged } from '../e2e/browsers/privileged';
import type { Stage } from '../e2e/support/open-stage';

/** Asks for the memory of an own page, in MB; in Firefox for what that of all own pages has grown by since this was made. */
export type AskHeap = () => Promise<number>;

/** Runs in every process that has pages: what its scripts hold, and what was allocated for them, in bytes. */
const tell = `(() => {
  const { classes, interfaces } = Components;
  const memory = classes['@mozilla.org/memory-reporter-manager;1'].getService(interfaces.nsIMemoryReporterManager);
  sendAsyncMessage('memory', {
    of: Services.appinfo.remoteType,
    bytes: memory.JSMainRuntimeGCHeap + memory.heapAllocated,
  });
})()`;

/**
 * Firefox tells no page's heap from outside. All own pages share one process, which tells what is in use; not asked is what
 * the system has given it, since that holds for a while what was freed long ago. What a page needs is what it grows by.
 */
const ownMemory = `
  return new Promise((resolve) => {
    const heard = ({ data }) => {
      if (data.of !== 'extension') return;
      Services.ppmm.removeMessageListener('memory', heard);
      resolve(data.bytes);
    };
    Services.ppmm.addMessageListener('memory', heard);
    Services.ppmm.loadProcessScript('data:application/javascript,' + encodeURIComponent(${JSON.stringify(tell)}), false);
  });`;

export async function heapOf({ driver }: Stage, page: Page): Promise<AskHeap> {
  if (driver.kind === 'firefox') {
    const ask = async () => v.parse(v.number(), await runPrivileged(driver.browser, ownMemory)) / 1e6;
    const before = await ask();
    return async () => (await ask()) - before;
  }
  const cdp = await page.createCDPSession();
  await cdp.send('Performance.enable');
  return async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Infinity) / 1e6;
  };
}
