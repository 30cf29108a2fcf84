import type { CDPSession, Page } from 'puppeteer-core';
import type { Benchmark } from '../benchmark';
import { askNumber, openSession } from '../browser';
import { addPage, copyExtension, pageFile } from '../build';
import { toMetric, type Metric } from '../metric';

const heapBudgetMb = 150;

interface Run {
  /** Seconds of the processor that the page's main thread took. */
  cpu: number;
  /** The largest heap that was seen, in MB. */
  heap: number;
}

interface Place {
  page: Page;
  session: CDPSession;
  rows: number;
}

/** Runs work in the page and watches its heap meanwhile. */
async function runIn({ page, session, rows }: Place, script: string): Promise<Run> {
  const before = await threadTime(session);
  const watch = { over: false, heap: 0 };
  const watching = watchHeap(session, watch);
  const written = await askNumber(page, script);
  watch.over = true;
  await watching;
  if (written !== rows) throw new Error(`${script} wrote ${String(written)} rows of ${String(rows)}`);
  return { cpu: (await threadTime(session)) - before, heap: watch.heap / 1e6 };
}

async function threadTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const time = metrics.find(({ name }) => name === 'ThreadTime')?.value;
  if (time === undefined) throw new Error('This browser does not tell how long its thread worked.');
  return time;
}

/** Answers come between two tasks of the page, so each wait is as long as the page is busy. */
async function watchHeap(session: CDPSession, watch: { over: boolean; heap: number }): Promise<void> {
  while (!watch.over) {
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    watch.heap = Math.max(watch.heap, usedSize);
  }
}

/** A research export of so many exposures: processor time against the writer alone, and the page's heap. */
export const exportBundle: Benchmark = {
  name: 'export.bundle',
  async measure({ full, extension, say }): Promise<Metric[]> {
    const rows = full ? 1_000_000 : 100_000;
    const dir = copyExtension(await extension());
    await addPage(dir, 'export');
    const browser = await openSession([dir]);
    try {
      const page = await browser.driver.openExtensionPage(pageFile('export'));
      page.setDefaultTimeout(0);
      const session = await page.createCDPSession();
      await session.send('Performance.enable');
      say(`  ${String(await askNumber(page, `fill(${String(rows)})`))} exposures stored`);
      const place = { page, session, rows };
      const runs: Run[] = [];
      const bare: Run[] = [];
      for (let round = 0; round < 3; round += 1) {
        bare.push(await runIn(place, 'writeBare()'));
        runs.push(await runIn(place, 'exportAll()'));
      }
      return metricsOf(runs.slice(1), bare.slice(1)); // the first round meets code that is not yet compiled
    } finally {
      await browser.close();
    }
  },
};

function metricsOf(runs: readonly Run[], bare: readonly Run[]): Metric[] {
  return [
    toMetric({
      ...{ name: 'export.bundle.cpu', unit: 's', reference: 'the writer alone, same cursor', target: 1.3 },
      samples: runs.map(({ cpu }) => cpu),
      referenceSamples: bare.map(({ cpu }) => cpu),
    }),
    toMetric({
      ...{ name: 'export.bundle.heap', unit: 'MB', reference: 'budget', target: 1 },
      samples: runs.map(({ heap }) => heap),
      referenceSamples: [heapBudgetMb],
    }),
  ];
}
