import type { Rate } from '../core/spot-checks';
import { isNumber, quantile } from '../core/numbers';
import { mulberry32 } from './intervals';

const rounds = 2_000;
const seed = 20_261_129;

/**
 * Draws what shares may be after so many looks, from their Jeffreys posterior (Dirichlet, each count + ½): drawing the
 * looks again instead would never doubt a rate of none or all, and ten looks that found nothing missed are no proof.
 * Source: Brown, Cai, DasGupta 2001, Interval Estimation for a Binomial Proportion.
 */
export function drawnShares(counts: readonly number[], random: () => number): number[] {
  const gammas = counts.map((count) => halfGamma(count, random));
  const all = gammas.reduce((sum, each) => sum + each, 0);
  return gammas.map((each) => each / all);
}

/** As many draws as an interval takes; the same ones every time. */
export function draws<T>(draw: (random: () => number) => T): T[] {
  const random = mulberry32(seed);
  return Array.from({ length: rounds }, () => draw(random));
}

/** A figure with the middle 95 % of its draws. A rate of none or all lies at the edge of what is possible, and in it. */
export function rateWithin(value: number | null, drawn: readonly (number | null)[]): Rate | null {
  if (value === null) return null;
  const known = drawn.filter(isNumber);
  const edge = (p: number) => quantile(known, p) ?? value;
  return { value, low: Math.min(value, edge(0.025)), high: Math.max(value, edge(0.975)) };
}

/** A draw of Gamma(whole + ½): so many exponential waits, and half the square of a normal one. */
function halfGamma(whole: number, random: () => number): number {
  const wait = () => -Math.log(1 - random());
  const normal = Math.sqrt(2 * wait()) * Math.cos(2 * Math.PI * random());
  let sum = normal ** 2 / 2;
  for (let each = 0; each < whole; each += 1) sum += wait();
  return sum;
}
