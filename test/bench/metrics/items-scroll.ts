import type { Benchmark } from '../benchmark';
import { askNumber, openSession } from '../browser';
import { addPage, copyExtension, pageFile } from '../build';
import { toMetric } from '../metric';

/** So many times slower than this machine: on a fast one neither list has a long task to be counted. */
const slower = 6;

/**
 * Tasks of more than 50 ms while a list of a hundred thousand items is scrolled through, against a bare virtual list of
 * the same rows. One is added on both sides, so that none is a figure too.
 */
export const itemsScroll: Benchmark = {
  name: 'items.scroll',
  async measure({ full, extension }) {
    const dir = copyExtension(await extension());
    await addPage(dir, 'items');
    const session = await openSession([dir]);
    try {
      const page = await session.driver.openExtensionPage(pageFile('items'));
      await page.emulateCPUThrottling(slower);
      const [samples, referenceSamples]: [number[], number[]] = [[], []];
      // The first round meets code that is not yet compiled.
      for (let round = 0; round <= (full ? 21 : 9); round += 1) {
        samples.push(1 + (await askNumber(page, "scrollThrough('ours')")));
        referenceSamples.push(1 + (await askNumber(page, "scrollThrough('bare')")));
      }
      return [
        toMetric({
          name: 'items.scroll',
          unit: 'long tasks + 1',
          samples: samples.slice(1),
          reference: 'bare virtual list',
          referenceSamples: referenceSamples.slice(1),
          target: 1,
        }),
      ];
    } finally {
      await session.close();
    }
  },
};
