import type { MetaRow } from './schema';

/** An order that was split into more was made up. */
export const mostParts = 100;

/** Keys of orders, as one row of `meta` lists them. */
export function keysIn(row: MetaRow | undefined): string[] {
  return row && Array.isArray(row.value) ? row.value.filter((key) => typeof key === 'string') : [];
}
