import { readTime } from '../core/time';

/** Day 0 of Excel's 1900 calendar, as a day of the epoch. */
const epochDay = 25_569;

/**
 * A bill's time in epoch ms: text, or a sheet's day number with the time of day as its fraction, in local time without a
 * zone, which is Shanghai's. The fraction is rounded to the second; cutting it loses one in many rows.
 */
export function readBillTime(text: string): number | undefined {
  if (!/^\d{5}(?:\.\d+)?$/.test(text)) return readTime(text);
  const seconds = Math.round((Number(text) - epochDay) * 86_400);
  return (seconds - 8 * 3_600) * 1_000;
}
