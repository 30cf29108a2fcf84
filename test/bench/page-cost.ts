import type { Page } from 'puppeteer-core';
import { openSession, type Session } from './browser';
import { makeObserverExtension } from './observer-extension';
import { cpuMs, readTrace, rootOf, traceCategories } from './trace';

/** Milliseconds of script in one run: ours, and the bare observer's on the very same page. */
export interface PageCost {
  ours: number;
  bare: number;
}

/** A browser with the extension and the bare observer beside it: both see every change, under the same load. */
export async function openPair(extensionDir: string): Promise<Session> {
  return openSession([extensionDir, makeObserverExtension(['https://www.xiaohongshu.com/*'])]);
}

/** What the two scripts cost while `act` runs. */
export async function costOf({ driver }: Session, page: Page, act: () => Promise<unknown>): Promise<PageCost> {
  await page.tracing.start({ categories: traceCategories });
  await act().catch(async (error: unknown) => {
    await page.tracing.stop();
    throw error;
  });
  const file = await page.tracing.stop();
  if (!file) throw new Error('The browser gave no trace.');
  const events = readTrace(file);
  const own = driver.extensionUrl('');
  const ours = events.filter((event) => rootOf(event) === own);
  const bare = events.filter((event) => rootOf(event) !== own);
  if (ours.length === 0 || bare.length === 0) throw new Error('A script did not run on the page, or left no trace.');
  return { ours: cpuMs(ours), bare: cpuMs(bare) };
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
