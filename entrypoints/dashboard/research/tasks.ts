import type { Participation, StudyChange, TaskRun } from '@/utils/core/study';
import { happeningsByTime } from '@/utils/ledger/by-time';
import { readTwice } from '@/utils/ledger/read-twice';
import type { LedgerDb } from '@/utils/ledger/schema';
import type { Desk } from '../view';

/** Whether the running task is over by its own rule, and since when. */
export async function endedTask(desk: Desk, { file, runs }: Participation): Promise<StudyChange | undefined> {
  const run = runs.find(({ endedAt }) => endedAt === undefined);
  const stop = file.protocol?.find(({ id }) => id === run?.task)?.stop;
  if (!run || !stop) return undefined;
  const ends: { stop: NonNullable<TaskRun['stop']>; at: number }[] = [];
  if (stop.minutes !== undefined) ends.push({ stop: 'minutes', at: run.startedAt + stop.minutes * 60_000 });
  const { units } = stop;
  const full = units === undefined ? undefined : await readTwice(desk.open, (db) => shownAt(db, run.startedAt, units));
  if (full !== undefined) ends.push({ stop: 'units', at: full });
  const [first] = ends.filter(({ at }) => at <= desk.now()).sort((a, b) => a.at - b.at);
  return first && { kind: 'stop-task', ...first };
}

/** When so many notes had been on screen, each once for each visit. */
async function shownAt(db: LedgerDb, from: number, units: number): Promise<number | undefined> {
  const seen = new Set<string>();
  for await (const page of happeningsByTime(db, { from, to: Number.MAX_SAFE_INTEGER }).happenings)
    for (const event of page) {
      if (event.type !== 'exposure' || event.unit.kind !== 'note' || event.states.length === 0) continue;
      seen.add(`${event.visit}|${event.unit.key}`);
      if (seen.size >= units) return event.at;
    }
  return undefined;
}
