import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { runPrivileged } from '../e2e/browsers/privileged';
import type { Stage } from '../e2e/support/open-stage';

/** Asks for the memory of an own page, in MB; in Firefox for what it has grown by since this was made. */
export type AskHeap = () => Promise<number>;

/**
 * Firefox tells no page's heap from outside: there it is the process of all own pages, with the program itself in it and
 * whatever it has not given back yet. What a page needs is what it grows by.
 */
const processMemory = `
  const { children } = await ChromeUtils.requestProcInfo();
  return children.filter(({ type }) => type === 'extension').map(({ memory }) => memory);`;

export async function heapOf({ driver }: Stage, page: Page): Promise<AskHeap> {
  if (driver.kind === 'firefox') {
    const ask = async () =>
      Math.max(...v.parse(v.array(v.number()), await runPrivileged(driver.browser, processMemory))) / 1e6;
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
