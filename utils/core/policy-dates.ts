/**
 * What the platforms opened, closed and promised, by date. From five Chinese trade articles of May 2025; where they
 * disagree, the entry names those that say it, and `precision` says how exactly.
 */

/** S0 商家教程号 (undated, before 618), S1 极点商业, S2 钛媒体, S3 电厂, S4 花花小萌主. */
type Article = 'S0' | 'S1' | 'S2' | 'S3' | 'S4';

export interface PolicyDate {
  id: string;
  /** Epoch ms of the first moment it may mean, by the clock of Shanghai. */
  at: number;
  precision: 'day' | 'month' | 'year';
  sources: readonly Article[];
}

/** Midnight in Shanghai. */
const shanghai = (date: string) => Date.parse(`${date}T00:00:00+08:00`);

export const policyDates = [
  // Before 双11 (S2); S4 names the year alone.
  { id: 'first-opening', at: shanghai('2020-01-01'), precision: 'year', sources: ['S2', 'S4'] },
  { id: 'links-cut', at: shanghai('2021-01-01'), precision: 'year', sources: ['S1', 'S2', 'S4'] },
  { id: 'convention', at: shanghai('2022-01-01'), precision: 'year', sources: ['S1', 'S3'] },
  // "End of 2024 on".
  { id: 'measuring', at: shanghai('2024-12-01'), precision: 'month', sources: ['S0', 'S3'] },
  { id: 'diversion-rules', at: shanghai('2025-03-01'), precision: 'month', sources: ['S1'] },
  { id: 'blue-links', at: shanghai('2025-04-01'), precision: 'month', sources: ['S0', 'S1', 'S2', 'S3'] },
  { id: 'red-cat', at: shanghai('2025-05-07'), precision: 'day', sources: ['S0', 'S1', 'S2', 'S3', 'S4'] },
  // Mid-May.
  { id: 'jd-jump', at: shanghai('2025-05-15'), precision: 'month', sources: ['S0', 'S1'] },
  { id: 'incentives', at: shanghai('2025-05-19'), precision: 'day', sources: ['S0'] },
] as const satisfies readonly PolicyDate[];

export type PolicyId = (typeof policyDates)[number]['id'];
