import type { Benchmark } from '../benchmark';
import { askNumber, openSession } from '../browser';
import { addPage, copyExtension, pageFile } from '../build';
import { toMetric } from '../metric';

/** Time to resolve one URL, over the corpus of the tests, against `new URL()` over the same strings. */
export const linksResolve: Benchmark = {
  name: 'links.resolve',
  async measure({ full, extension }) {
    const dir = copyExtension(await extension());
    await addPage(dir, 'links');
    const session = await openSession([dir]);
    try {
      const page = await session.driver.openExtensionPage(pageFile('links'));
      if ((await askNumber(page, 'countUrls()')) === 0) throw new Error('test/fixtures/links holds no URL');
      const [samples, referenceSamples]: [number[], number[]] = [[], []];
      for (let run = 0; run <= (full ? 31 : 15); run += 1) {
        samples.push(await askNumber(page, 'timeResolve()'));
        referenceSamples.push(await askNumber(page, 'timeParse()'));
      }
      // The first run meets code that is not yet compiled.
      return [
        toMetric({
          name: 'links.resolve',
          unit: 'ns/URL',
          samples: samples.slice(1),
          reference: 'new URL()',
          referenceSamples: referenceSamples.slice(1),
          target: 5,
        }),
      ];
    } finally {
      await session.close();
    }
  },
};
