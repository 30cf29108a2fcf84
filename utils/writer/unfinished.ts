import * as v from 'valibot';
import type { BackupFile, RestorePart, UnfinishedRestore } from '../core/backup';
import type { QueueArea } from './queue';
import type { SettingsArea } from '../settings';

const unfinishedKey = 'restore';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const unfinished = v.object({
  file: v.object({ name: v.string(), size: count }),
  startedAt: count,
  progress: v.object({ done: count, total: count }),
});

/** The restore that was interrupted, by a closed page, a stopped browser or a full disk: told until it is done or put away. */
export async function readUnfinished(area: Pick<SettingsArea, 'get'>): Promise<UnfinishedRestore | undefined> {
  const result = v.safeParse(unfinished, (await area.get(unfinishedKey))[unfinishedKey]);
  return result.success ? result.output : undefined;
}

/**
 * Outside the ledger: it must be told even when the ledger is lost again. Whoever comes to the end of a file has all of it,
 * whichever try of it was noted.
 */
export async function noteUnfinished(area: SettingsArea & QueueArea, part: RestorePart): Promise<void> {
  const { file, startedAt, progress } = part;
  if (!part.last) return area.set({ [unfinishedKey]: { file, startedAt, progress } });
  const noted = await readUnfinished(area);
  if (noted && isSameFile(noted.file, file)) await forgetUnfinished(area);
}

/** As far as a name and a size tell. */
export function isSameFile(one: BackupFile, other: BackupFile): boolean {
  return one.name === other.name && one.size === other.size;
}

export function forgetUnfinished(area: Pick<QueueArea, 'remove'>): Promise<void> {
  return area.remove([unfinishedKey]);
}
