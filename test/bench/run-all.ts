import type { Bench, Benchmark } from './benchmark';
import type { Metric } from './metric';
import type { Failure, Outcome } from './report';

/** Runs what `only` asks for, a part of a figure's name; one benchmark that fails does not stop the others. */
export async function runAll(benchmarks: readonly Benchmark[], bench: Bench, only: string): Promise<Outcome> {
  const metrics: Metric[] = [];
  const failed: Failure[] = [];
  // The figures' names are known only afterwards, but they begin with the benchmark's.
  const wanted = benchmarks.filter(({ name }) => name.includes(only) || only.startsWith(name));
  if (wanted.length === 0)
    failed.push({ name: only, why: `there are ${benchmarks.map(({ name }) => name).join(', ')}` });
  for (const benchmark of wanted) {
    bench.say(`${benchmark.name} …`);
    try {
      metrics.push(...(await benchmark.measure(bench)).filter(({ name }) => name.includes(only)));
    } catch (error) {
      failed.push({ name: benchmark.name, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return { metrics, failed };
}
