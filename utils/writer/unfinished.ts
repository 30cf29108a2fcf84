import * as v from 'valibot';
import type { RestorePart, UnfinishedRestore } from '../core/backup';
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

/** Outside the ledger: it must be told even when the ledger is lost again. */
export async function noteUnfinished(area: SettingsArea & QueueArea, part: RestorePart): Promise<void> {
  const { file, startedAt, progress } = part;
  if (!part.last) return area.set({ [unfinishedKey]: { file, startedAt, progress } });
  if ((await readUnfinished(area))?.startedAt === startedAt) await forgetUnfinished(area);
}

export function forgetUnfinished(area: Pick<QueueArea, 'remove'>): Promise<void> {
  return area.remove([unfinishedKey]);
}
