import { median, quantile } from './stats';

/** One figure, as it stands in the file that `--json` writes. */
export interface Metric {
  name: string;
  /** The median of the runs. */
  value: number;
  unit: string;
  /** What it is held against: a budget, or the least code that could do the job, measured in the same run. */
  reference: string;
  referenceValue: number;
  /** `value / referenceValue`. */
  ratio: number;
  /** The highest ratio that is well; null where a figure is only shown. */
  target: number | null;
  ok: boolean;
  runs: number;
  p50: number;
  p90: number;
}

export interface Measured {
  name: string;
  unit: string;
  samples: readonly number[];
  reference: string;
  referenceSamples: readonly number[];
  target: number | null;
}

/** Turns samples into a figure; the ratio is judged as measured, and only what is shown is rounded. */
export function toMetric({ name, unit, samples, reference, referenceSamples, target }: Measured): Metric {
  const value = median(samples);
  const referenceValue = median(referenceSamples);
  if (!(referenceValue > 0))
    throw new Error(`${name}: the reference (${reference}) cost nothing: nothing was measured.`);
  const ratio = value / referenceValue;
  return {
    name,
    value: round(value),
    unit,
    reference,
    referenceValue: round(referenceValue),
    ratio: round(ratio),
    target,
    ok: target === null || ratio <= target,
    runs: samples.length,
    p50: round(value),
    p90: round(quantile(samples, 0.9)),
  };
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
