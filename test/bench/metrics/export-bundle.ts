import type { Page } from 'puppeteer-core';
import type { Benchmark } from '../benchmark';
import { askNumber, openSession } from '../browser';
import { addPage, copyExtension, pageFile } from '../build';
import { toMetric, type Metric } from '../metric';
import { watchHeap, workIn } from '../page-work';

const heapBudgetMb = 150;

interface Run {
  /** Seconds of the processor that the page's main thread took. */
  cpu: number;
  /** The largest heap that was seen, in MB. */
  heap: number;
}

interface Place {
  page: Page;
  rows: number;
}

/** Runs work in the page and watches its heap meanwhile. */
async function runIn({ page, rows }: Place, script: string): Promise<Run> {
  const watch = await watchHeap(page);
  const { answer, cpu } = await workIn(page, script);
  const heap = await watch.end();
  if (answer !== rows) throw new Error(`${script} wrote ${String(answer)} rows of ${String(rows)}`);
  return { cpu, heap };
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
      say(`  ${String(await askNumber(page, `fill(${String(rows)})`))} exposures stored`);
      const place = { page, rows };
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
