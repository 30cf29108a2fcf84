import { askClock, decodeRetention, firstClock, type ClockNote, type Retention } from '../core/retention';
import { readLastClock } from '../ledger/canary';
import type { SettingsArea } from '../settings';

/** Beside the settings, which each page's script reads: no page needs to know this. */
const retentionKey = 'retention';

type Reader = Pick<SettingsArea, 'get'>;

export async function readRetention(area: Reader): Promise<Retention> {
  return decodeRetention((await area.get(retentionKey))[retentionKey]);
}

export function writeRetention(area: Pick<SettingsArea, 'set'>, retention: Retention): Promise<void> {
  return area.set({ [retentionKey]: retention });
}

/** What was last known of the clock, by retention or by the ledger. */
async function readLastNote(area: Reader): Promise<ClockNote | undefined> {
  return (await readRetention(area)).clock ?? (await readLastClock(area));
}

/** How late it is, as far as the computer's clock can be believed. Nothing is written. */
export async function readClock(area: Reader, now: number): Promise<ClockNote> {
  return askClock(now, (await readLastNote(area)) ?? firstClock(now));
}

/** No earlier than the clock was last known to be, should it have been put back since. */
export async function readLatest(area: Reader, now: number): Promise<number> {
  return Math.max(now, (await readLastNote(area))?.believed ?? now);
}
