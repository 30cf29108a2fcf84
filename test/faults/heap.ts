import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { runPrivileged } from '../e2e/browsers/privileged';
import type { Stage } from '../e2e/support/open-stage';

/** Asks for the memory of an own page, in MB. */
export type AskHeap = () => Promise<number>;

/** Firefox tells no page's heap from outside: there it is the process of all own pages, everything in it counted. */
const processMemory = `
  const { children } = await ChromeUtils.requestProcInfo();
  return children.filter(({ type }) => type === 'extension').map(({ memory }) => memory);`;

export async function heapOf({ driver }: Stage, page: Page): Promise<AskHeap> {
  if (driver.kind === 'firefox') {
    return async () =>
      Math.max(...v.parse(v.array(v.number()), await runPrivileged(driver.browser, processMemory))) / 1e6;
  }
  const cdp = await page.createCDPSession();
  await cdp.send('Performance.enable');
  return async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Infinity) / 1e6;
  };
}
