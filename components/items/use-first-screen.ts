import { useEffect, useState } from 'preact/hooks';

/** More rows than any popup shows at once. */
const FIRST_ROWS = 8;

/** The rows to draw: what fits on the first screen before the first paint, all of them right after it. */
export function useFirstScreen(): number {
  const [rows, setRows] = useState(FIRST_ROWS);
  useEffect(() => setRows(Infinity), []); // effects run after the paint
  return rows;
}

/** The first rows of grouped rows, as they follow each other on screen, so that nothing on screen moves later. */
export function firstRows<K, T>(groups: [K, T[]][], count: number): [K, T[], T[]][] {
  let left = count;
  const shown: [K, T[], T[]][] = [];
  for (const [name, rows] of groups) {
    if (left <= 0) break;
    shown.push([name, rows.slice(0, left), rows]);
    left -= rows.length;
  }
  return shown;
}
