import type { Page } from 'puppeteer-core';
import type { Benchmark } from '../benchmark';
import { askNumber, openSession } from '../browser';
import { addPage, copyExtension, pageFile } from '../build';
import { toMetric, type Metric } from '../metric';
import { watchHeap, workIn } from '../page-work';

const heapBudgetMb = 150;
/** The first of them meets code that is not yet compiled, and does not count. */
const rounds = 6;

interface Place {
  page: Page;
  rows: number;
}

/** Seconds of the processor that the work takes the page's main thread. */
async function cpuOf({ page, rows }: Place, script: string): Promise<number> {
  const { answer, cpu } = await workIn(page, script);
  if (answer !== rows) throw new Error(`${script} wrote ${String(answer)} rows of ${String(rows)}`);
  return cpu;
}

/** The largest heap that is seen meanwhile, in MB. Apart: the page itself answers each question, and that takes it time. */
async function heapOf(place: Place, script: string): Promise<number> {
  const watch = await watchHeap(place.page);
  await cpuOf(place, script);
  return watch.end();
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
      const [runs, bare]: [number[], number[]] = [[], []];
      for (let round = 0; round < rounds; round += 1) {
        bare.push(await cpuOf(place, 'writeBare()'));
        runs.push(await cpuOf(place, 'exportAll()'));
      }
      const heaps = [await heapOf(place, 'exportAll()'), await heapOf(place, 'exportAll()')];
      return metricsOf({ runs: runs.slice(1), bare: bare.slice(1), heaps });
    } finally {
      await browser.close();
    }
  },
};

interface Measured {
  runs: readonly number[];
  bare: readonly number[];
  heaps: readonly number[];
}

function metricsOf({ runs, bare, heaps }: Measured): Metric[] {
  return [
    toMetric({
      ...{ name: 'export.bundle.cpu', unit: 's', reference: 'the writer alone, same cursor', target: 1.3 },
      samples: runs,
      referenceSamples: bare,
    }),
    toMetric({
      ...{ name: 'export.bundle.heap', unit: 'MB', reference: 'budget', target: 1 },
      samples: heaps,
      referenceSamples: [heapBudgetMb],
    }),
  ];
}
