import { most, ratio } from '../core/numbers';

/**
 * Viewport entries as exposures: the same note in the same feed instance is one, in a new one another. A note that nobody
 * could name is an entry and no more: two of them need not be the same. One pass.
 */
export function exposureFrequency(entries: Iterable<{ feed: string; note?: string | null }>) {
  const exposed = new Set<string>();
  const perNote = new Map<string, number>();
  let count = 0;
  for (const { feed, note } of entries) {
    count += 1;
    if (note === null || note === undefined) continue;
    const key = JSON.stringify([feed, note]);
    if (!exposed.has(key)) perNote.set(note, (perNote.get(note) ?? 0) + 1);
    exposed.add(key);
  }
  const repeated = ratio(perNote.size, exposed.size);
  return {
    viewport_entries: count,
    exposures: exposed.size,
    unique_units: perNote.size,
    mean_frequency: ratio(exposed.size, perNote.size),
    max_frequency: most(perNote.values()) ?? 0,
    repeat_exposure_share: repeated === null ? null : 1 - repeated,
  };
}
