import type { Benchmark } from '../benchmark';
import { askNumber, openSession } from '../browser';
import { addPage, copyExtension, pageFile } from '../build';
import { toMetric } from '../metric';

/**
 * Time until the full page has searched and sorted 100,000 items for a word, against a plain loop of `includes` over the
 * same strings, which finds the same and sorts nothing.
 */
export const itemsSearch: Benchmark = {
  name: 'items.search',
  async measure({ full, extension }) {
    const dir = copyExtension(await extension());
    await addPage(dir, 'search');
    const session = await openSession([dir]);
    try {
      const page = await session.driver.openExtensionPage(pageFile('search'));
      const [found, plain] = [await askNumber(page, 'countLines()'), await askNumber(page, 'countPlainLines()')];
      if (found === 0 || found !== plain)
        throw new Error(`${String(found)} lines are found, and ${String(plain)} plainly`);
      const [samples, referenceSamples]: [number[], number[]] = [[], []];
      for (let run = 0; run <= (full ? 21 : 9); run += 1) {
        samples.push(await askNumber(page, 'timeLines()'));
        referenceSamples.push(await askNumber(page, 'timePlainLines()'));
      }
      // The first run meets code that is not yet compiled.
      return [
        toMetric({
          name: 'items.search',
          unit: 'ms/6 queries',
          samples: samples.slice(1),
          reference: 'includes in a loop',
          referenceSamples: referenceSamples.slice(1),
          target: 3,
        }),
      ];
    } finally {
      await session.close();
    }
  },
};
