import type { ExposureEvent } from '@/utils/core/units';
import { openLedger } from '@/utils/ledger/open';
import { makeEvents } from '../../../bench/pages/fill/events';

/** Exposures as a feed makes them, `from` to `to` of an endless list. */
export function madeExposures(from: number, to: number): ExposureEvent[] {
  return Array.from({ length: to - from }, (_row, place) => madeExposure(from + place));
}

function madeExposure(nth: number): ExposureEvent {
  const noteId = nth.toString(16).padStart(24, '6');
  return {
    id: crypto.randomUUID(),
    type: 'exposure',
    at: Date.UTC(2026, 0, 1) + nth * 1_000,
    zoneMinutes: 480,
    visit: `visit-${String(Math.floor(nth / 50))}`,
    url: 'https://www.xiaohongshu.com/explore',
    site: 'xiaohongshu',
    pageKind: 'feed',
    ruleVersion: 'made',
    unit: { key: noteId, kind: 'note', position: nth % 50, rect: [10, 20, 240, 420], noteId, authorId: noteId },
    entry: 1,
    states: Array.from({ length: 6 }, (_state, step) => ({ afterMs: step * 200, ratio: step / 6, active: true })),
    durationMs: 1_200,
  };
}

const batch = 2_000;

/** Rows without lists: what a backup reads. */
export async function fill(events: number, exposures: number): Promise<void> {
  const db = await openLedger();
  for (let from = 0; from < events; from += batch) {
    const tx = db.transaction('events', 'readwrite', { durability: 'relaxed' });
    const rows = makeEvents(from, Math.min(events, from + batch));
    rows.forEach((row, place) => void tx.store.put({ ...row, seq: from + place + 1 }));
    await tx.done;
  }
  for (let from = 0; from < exposures; from += batch) {
    const tx = db.transaction('exposures', 'readwrite', { durability: 'relaxed' });
    for (const row of madeExposures(from, Math.min(exposures, from + batch))) void tx.store.put(row);
    await tx.done;
  }
  const counts = { events, exposures, erasedEvents: 0, erasedExposures: 0 };
  await db.put('meta', { key: 'counts', value: counts });
  await db.put('meta', { key: 'seq', value: events });
  db.close();
}
