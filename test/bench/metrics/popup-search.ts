import type { Benchmark } from '../benchmark';
import { askNumber, openSession } from '../browser';
import { addPage, copyExtension, pageFile } from '../build';
import { toMetric } from '../metric';

/** Time to search 100,000 items for a word, against a plain loop of `includes` over the same strings. */
export const popupSearch: Benchmark = {
  name: 'popup.search',
  async measure({ full, extension }) {
    const dir = copyExtension(await extension());
    await addPage(dir, 'search');
    const session = await openSession([dir]);
    try {
      const page = await session.driver.openExtensionPage(pageFile('search'));
      if ((await askNumber(page, 'countFound()')) === 0) throw new Error('The queries find nothing');
      const [samples, referenceSamples]: [number[], number[]] = [[], []];
      for (let run = 0; run <= (full ? 21 : 9); run += 1) {
        samples.push(await askNumber(page, 'timeSearch()'));
        referenceSamples.push(await askNumber(page, 'timePlain()'));
      }
      // The first run meets code that is not yet compiled.
      return [
        toMetric({
          name: 'popup.search',
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
