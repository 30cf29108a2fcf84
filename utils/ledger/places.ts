import type { MetaRow } from './schema';

/** Places in the order of writing: each event has one, and `seq` names the last that was given. */

/** Room above it for all the events there can be. A damaged row may stand behind every number: its place is text, or none. */
const lastOfAll = Number.MAX_SAFE_INTEGER / 2;
const places = () => IDBKeyRange.bound(0, lastOfAll);

/** Whether a place is one that is given; a damaged row may have any other, or none. */
export function isPlace(seq: unknown): boolean {
  return Number.isSafeInteger(seq) && Number(seq) >= 1 && Number(seq) <= lastOfAll;
}

interface PlaceIndex {
  openKeyCursor(range: IDBKeyRange, direction: 'prev'): Promise<{ key: number } | null>;
}

/** @returns the last place that is a number, by the index of places; 0 where there is none */
export async function lastPlace(index: PlaceIndex): Promise<number> {
  const last = await index.openKeyCursor(places(), 'prev');
  return Math.floor(last?.key ?? 0);
}

/** The last place that was given, as the ledger says it; undefined where it says none, or no number. */
export function saidPlace(row: MetaRow | undefined): number | undefined {
  return row?.key === 'seq' && Number.isSafeInteger(row.value) ? row.value : undefined;
}
