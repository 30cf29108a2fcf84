import type { CDPSession, Page } from 'puppeteer-core';
import { askNumber } from './browser';

interface HeapWatch {
  /** Stops watching; the largest heap that was seen, in MB. */
  end: () => Promise<number>;
}

/** Watches a page's heap. Answers come between two of its tasks, so each wait is as long as the page is busy. */
export async function watchHeap(page: Page): Promise<HeapWatch> {
  const session = await page.createCDPSession();
  let [largest, isOver] = [0, false];
  const look = async () => {
    while (!isOver) {
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      largest = Math.max(largest, usedSize);
    }
  };
  // A page that closes under the watch has its own failure to tell
  const looking = look().catch(() => undefined);
  return {
    end: async () => {
      isOver = true;
      await looking;
      await session.detach();
      return largest / 1e6;
    },
  };
}

export interface Worked {
  /** What the script answered. */
  answer: number;
  /** Seconds of the processor that the page's main thread took: what else the machine does falls on none of it. */
  cpu: number;
}

/** Runs a script in a page and tells what it cost. */
export async function workIn(page: Page, script: string): Promise<Worked> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  const before = await threadTime(session);
  const answer = await askNumber(page, script);
  const cpu = (await threadTime(session)) - before;
  await session.detach();
  return { answer, cpu };
}

async function threadTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const time = metrics.find(({ name }) => name === 'ThreadTime')?.value;
  if (time === undefined) throw new Error('This browser does not tell how long its thread worked.');
  return time;
}
