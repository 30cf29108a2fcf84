import { firstNoteUrl } from '../../replica/truth';
import type { Benchmark } from '../benchmark';
import { toMetric } from '../metric';
import { costOf, openPair, pause, type PageCost } from '../page-cost';

/** After this long a note page of the replica has filled its late parts and nothing moves any more. */
const settledMs = 2_500;

/** Script time of ours from navigation until a note page has settled, injection included: shown, without a target. */
export const contentNote: Benchmark = {
  name: 'content.note',
  async measure({ full, extension }) {
    const session = await openPair(await extension());
    try {
      const page = await session.driver.page();
      const runs: PageCost[] = [];
      for (let run = 0; run <= (full ? 11 : 5); run += 1) {
        await page.goto('about:blank');
        runs.push(await costOf(session, page, () => page.goto(firstNoteUrl).then(() => pause(settledMs))));
      }
      const [samples, referenceSamples] = [
        runs.slice(1).map(({ ours }) => ours),
        runs.slice(1).map(({ bare }) => bare),
      ];
      return [
        toMetric({
          name: 'content.note',
          unit: 'ms',
          samples,
          reference: 'bare observer',
          referenceSamples,
          target: null,
        }),
      ];
    } finally {
      await session.close();
    }
  },
};
