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

/** How late it is, as far as the computer's clock can be believed. Nothing is written. */
export async function readClock(area: Reader, now: number): Promise<ClockNote> {
  const { clock } = await readRetention(area);
  return askClock(now, clock ?? (await readLastClock(area)) ?? firstClock(now));
}
