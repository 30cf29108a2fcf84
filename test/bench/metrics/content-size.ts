import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Benchmark } from '../benchmark';
import { toMetric, type Metric } from '../metric';

const budgetKb = 25;
/** Each is parsed anew in every page that it runs in; the last one is there once a platform needs it. */
const scripts = ['note', 'shop', 'orders-tap'];

/** Raw size of each content script as it ships, in kB (1000 bytes); the row without a script's name is the largest. */
export const contentSize: Benchmark = {
  name: 'content.size',
  async measure({ extension }) {
    const dir = await extension();
    const files = scripts.map((script) => ({ script, file: join(dir, `${script}.js`) }));
    const sizes = files.flatMap(({ script, file }) =>
      existsSync(file) ? [{ name: `content.size.${script}`, kb: statSync(file).size / 1000 }] : [],
    );
    if (sizes.length < 2) throw new Error('note.js and shop.js are not in the build');
    const largest = Math.max(...sizes.map(({ kb }) => kb));
    return [{ name: 'content.size', kb: largest }, ...sizes].map(sizeMetric);
  },
};

function sizeMetric({ name, kb }: { name: string; kb: number }): Metric {
  return toMetric({ name, unit: 'kB', samples: [kb], reference: 'budget', referenceSamples: [budgetKb], target: 1 });
}
