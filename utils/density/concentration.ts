import { ratio, sum } from '../core/numbers';

/** How few platforms the links lead to: Herfindahl–Hirschman index, and the number of equal platforms it amounts to. */
export function concentration(counts: Readonly<Record<string, number>>) {
  const total = sum(Object.values(counts));
  const shares = Object.entries(counts).map(([id, count]) => [id, ratio(count, total)] as const);
  const hhi = total === 0 ? null : sum(shares.map(([, share]) => (share ?? 0) ** 2));
  return { shares: Object.fromEntries(shares), hhi, effective_number: hhi === null ? null : ratio(1, hhi) };
}
