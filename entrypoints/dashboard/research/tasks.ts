import type { Participation, StudyChange, StudyTask, TaskRun } from '@/utils/core/study';
import type { ExposureEvent } from '@/utils/core/units';
import { surfaceNames } from '@/utils/export/names';
import { happeningsByTime } from '@/utils/ledger/by-time';
import { readTwice } from '@/utils/ledger/read-twice';
import type { LedgerDb } from '@/utils/ledger/schema';
import type { Desk } from '../view';

/** Whether the running task is over by its own rule, and since when. */
export async function endedTask(desk: Desk, { file, runs }: Participation): Promise<StudyChange | undefined> {
  const run = runs.find(({ endedAt }) => endedAt === undefined);
  const task = file.protocol?.find(({ id }) => id === run?.task);
  if (!run || !task) return undefined;
  const { stop, surface } = task;
  const ends: { stop: NonNullable<TaskRun['stop']>; at: number }[] = [];
  if (stop.minutes !== undefined) ends.push({ stop: 'minutes', at: run.startedAt + stop.minutes * 60_000 });
  const { units } = stop;
  const full =
    units === undefined
      ? undefined
      : await readTwice(desk.open, (db) => shownAt(db, { from: run.startedAt, units, surface }));
  if (full !== undefined) ends.push({ stop: 'units', at: full });
  const [first] = ends.filter(({ at }) => at <= desk.now()).sort((a, b) => a.at - b.at);
  return first && { kind: 'stop-task', ...first };
}

interface Wanted extends Pick<StudyTask, 'surface'> {
  from: number;
  units: number;
}

type UnitKind = ExposureEvent['unit']['kind'];

/**
 * What is counted where a task is done: notes in lists, opened ones where that is a note, goods where it is a shop, and both
 * notes and goods elsewhere, since there are boards and live rooms.
 */
function countedOn(surface: StudyTask['surface']): readonly UnitKind[] {
  if (surface === 'shop') return ['product'];
  if (surface === 'other') return ['note', 'product'];
  return surface === 'note_detail' ? ['open-note'] : ['note'];
}

/** When so many of them had been on screen there, each once for each visit. */
async function shownAt(db: LedgerDb, { from, units, surface }: Wanted): Promise<number | undefined> {
  const kinds = countedOn(surface);
  const seen = new Set<string>();
  for await (const page of happeningsByTime(db, { from, to: Number.MAX_SAFE_INTEGER }).happenings)
    for (const event of page) {
      if (event.type !== 'exposure' || !kinds.includes(event.unit.kind) || event.states.length === 0) continue;
      if (surfaceNames[event.pageKind] !== surface) continue;
      seen.add(`${event.visit}|${event.unit.key}`);
      if (seen.size >= units) return event.at;
    }
  return undefined;
}
