/** The standard normal's 97.5th percentile. */
export const z95 = 1.959963984540054;

/**
 * Student's t at 97.5 %, from the normal quantile (Abramowitz & Stegun 26.7.5): right to 0.001 from four degrees of freedom
 * on, and fewer are never asked for.
 */
export function studentT(freedom: number): number {
  const [z, v] = [z95, freedom];
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1_482 * z ** 5 - 1_920 * z ** 3 - 945 * z) / 92_160,
  ];
  return terms.reduce((t, term, place) => t + term / v ** (place + 1), z);
}
