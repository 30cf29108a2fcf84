import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Benchmark } from '../benchmark';
import { toMetric, type Metric } from '../metric';

const budgetKb = 25;

/**
 * Raw size of each content script as it ships, in kB (1000 bytes), since each is parsed anew in every page that it runs
 * in; the row without a script's name is the largest. All scripts at the top of the build are for pages, but the worker.
 */
export const contentSize: Benchmark = {
  name: 'content.size',
  async measure({ extension }) {
    const dir = await extension();
    const scripts = readdirSync(dir).filter((file) => file.endsWith('.js') && file !== 'background.js');
    if (!scripts.includes('note.js')) throw new Error('note.js is not in the build');
    const sizes = scripts.map((file) => ({
      name: `content.size.${file.slice(0, -'.js'.length)}`,
      kb: statSync(join(dir, file)).size / 1000,
    }));
    const largest = Math.max(...sizes.map(({ kb }) => kb));
    return [{ name: 'content.size', kb: largest }, ...sizes].map(sizeMetric);
  },
};

function sizeMetric({ name, kb }: { name: string; kb: number }): Metric {
  return toMetric({ name, unit: 'kB', samples: [kb], reference: 'budget', referenceSamples: [budgetKb], target: 1 });
}
