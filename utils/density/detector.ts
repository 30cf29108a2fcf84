import { isNumber, ratio } from '../core/numbers';

/** A hand-coded sample against what the detector said. */
export interface Confusion {
  tp: number;
  fp: number;
  fn: number;
  tn: number;
}

/** What sums of fractions may miss 0 by. */
const rounding = 1e-12;

/**
 * The share that a detector of known error must have seen wrong, put right (Rogan & Gladen 1978), kept within 0 and 1. Null
 * where it tells ads from the rest no better than a coin; one that is worse than that still tells them apart.
 */
export function correctPrevalence(observed: number, recall: number, specificity: number): number | null {
  const informed = recall + specificity - 1;
  return Math.abs(informed) < rounding ? null : Math.min(1, Math.max(0, (observed + specificity - 1) / informed));
}

/** Agreement beyond chance (Cohen 1960), of two coders or of a coder and the detector. */
export function cohenKappa({ tp, fp, fn, tn }: Confusion): number | null {
  const n = tp + fp + fn + tn;
  if (n === 0 || !isNumber(n)) return null;
  const observed = (tp + tn) / n;
  const byChance = ((tp + fp) * (tp + fn) + (fn + tn) * (fp + tn)) / (n * n);
  return byChance === 1 ? null : (observed - byChance) / (1 - byChance);
}

/** @param told a count that is null or missing is not known, and no figure is that needs it */
export function validateDetector(told: { [name in keyof Confusion]?: number | null }) {
  const counts = { tp: told.tp ?? NaN, fp: told.fp ?? NaN, fn: told.fn ?? NaN, tn: told.tn ?? NaN };
  const { tp, fp, fn, tn } = counts;
  const n = tp + fp + fn + tn;
  const [recall, specificity, observed] = [ratio(tp, tp + fn), ratio(tn, tn + fp), ratio(tp + fp, n)];
  const isWhole = recall !== null && specificity !== null && observed !== null;
  return {
    precision: ratio(tp, tp + fp),
    recall,
    specificity,
    f1: ratio(2 * tp, 2 * tp + fp + fn),
    accuracy: ratio(tp + tn, n),
    cohen_kappa: cohenKappa(counts),
    observed_prevalence: observed,
    corrected_prevalence: isWhole ? correctPrevalence(observed, recall, specificity) : null,
  };
}
