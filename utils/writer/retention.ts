import type { Progress } from '../core/backup';
import { cutoffsOf, hasLimits, isRunDue, type Cutoffs, type RetentionLimits } from '../core/retention';
import type { Erased, KeptTo } from '../core/erasure';
import { eraseOldAside } from '../ledger/retention/erase-aside';
import type { Walk } from '../ledger/rebuild';
import { countSteps, eraseOldEvents, eraseOldExposures, exposuresAtOnce } from '../ledger/retention/erase-old';
import { doEach, isDone } from './attempts';
import { readClock, readRetention, writeRetention } from './kept-retention';
import { oneAtATime } from './one-at-a-time';
import { eraseSpotChecks } from './spot-checks';
import { endStudies } from './study';
import { unlessStopped } from './works';
import type { WriterDesk } from './write';

type InTurn = <T>(task: () => Promise<T>) => Promise<T>;

interface RetentionWork {
  /**
   * Keeps to these limits from now on, and erases at once what is older. Stopped, it keeps to those before; what has gone
   * by then is gone, and is counted.
   */
  keepTo: (limits: RetentionLimits, walk: Walk) => Promise<KeptTo>;
  /** Erases what has become too old, at most once a day. */
  tend: () => Promise<void>;
}

/**
 * Lets old rows go. A run is many small turns of the writer, so that rows that come meanwhile are written in between; one
 * that was stopped is not noted as done, and the next one goes on.
 */
export function retentionWork(desk: WriterDesk, inTurn: InTurn): RetentionWork {
  const runs = oneAtATime();
  return {
    keepTo: (limits, walk) =>
      runs(async () => {
        const { limits: before } = await readRetention(desk.storage);
        const note = (kept: RetentionLimits) => inTurn(() => setLimits(desk, kept));
        const isNoted = await isDone(note(limits));
        const noteAtLast = async () => void (!isNoted && (await note(limits))); // what went may have made room
        const done = await run(desk, inTurn, { limits, walk }).catch(async (error: unknown) => {
          await isDone(noteAtLast());
          throw error; // why the run failed weighs more than why its limits are not noted
        });
        if (!done.isStopped) await noteAtLast();
        else if (isNoted) await note(before);
        return done;
      }),
    tend: () => runs(() => doEach([() => inTurn(() => endStudies(desk)), () => runDaily(desk, inTurn)])),
  };
}

async function runDaily(desk: WriterDesk, inTurn: InTurn): Promise<void> {
  const { limits, last } = await readRetention(desk.storage);
  if (hasLimits(limits) && isRunDue(last, desk.now())) await run(desk, inTurn, { limits, walk: {} });
}

async function setLimits({ storage }: WriterDesk, limits: RetentionLimits): Promise<void> {
  await writeRetention(storage, { ...(await readRetention(storage)), limits });
}

interface Run {
  limits: RetentionLimits;
  walk: Walk;
}

/** However it ends, pages hear of what went. */
async function run(desk: WriterDesk, inTurn: InTurn, told: Run): Promise<KeptTo> {
  try {
    return await eraseOld(desk, inTurn, told);
  } finally {
    desk.announce();
  }
}

async function eraseOld(desk: WriterDesk, inTurn: InTurn, { limits, walk }: Run): Promise<KeptTo> {
  const cutoffs = await inTurn(() => startRun(desk, limits));
  const steps = await inTurn(() => desk.read((db) => countSteps(db, cutoffs)));
  const total = steps.events + steps.exposures;
  const tell = (done: number) => walk.onProgress?.({ done: Math.min(done, total), total });
  const walking = { signal: walk.signal, onProgress: ({ done }: Progress) => tell(done) };
  const events = await inTurn(() => desk.write((db) => unlessStopped(walk, eraseOldEvents(db, cutoffs, walking))));
  const exposures = await eraseExposures(desk, inTurn, {
    cutoff: cutoffs.exposures,
    signal: walk.signal,
    onGone: (gone) => tell(steps.events + gone),
  });
  const erased = { events: events ?? 0, exposures };
  const isStopped = walk.signal?.aborted === true;
  const rest = [
    () => inTurn(() => desk.write((db) => eraseOldAside(db, cutoffs))),
    () => inTurn(() => noteRun(desk, erased)),
    // After what takes more room, since this takes some before it gives any.
    () => inTurn(() => eraseChecksBefore(desk, cutoffs.exposures)),
  ];
  if (!isStopped) await doEach(rest);
  return { ...erased, ...(isStopped && { isStopped }) };
}

/**
 * The clock is noted before anything goes: the next run knows it, however this one ends. Where nothing can be noted it
 * believes no more than this one does, and the disk may need what a run frees.
 */
async function startRun(desk: WriterDesk, limits: RetentionLimits): Promise<Cutoffs> {
  const { clock: _before, ...rest } = await readRetention(desk.storage);
  const clock = await readClock(desk.storage, desk.now());
  // Without a limit nobody looks at the clock, and what was believed grows old.
  await isDone(writeRetention(desk.storage, { ...rest, ...(hasLimits(limits) && { clock }) }));
  return cutoffsOf(limits, clock.believed);
}

interface ExposureRun {
  cutoff: number | undefined;
  signal: AbortSignal | undefined;
  onGone: (gone: number) => void;
}

/** @returns how many went, also where it was stopped between two batches */
async function eraseExposures(desk: WriterDesk, inTurn: InTurn, { cutoff, signal, onGone }: ExposureRun) {
  let gone = 0;
  if (cutoff === undefined || signal?.aborted) return gone;
  for (let batch = exposuresAtOnce; batch === exposuresAtOnce && !signal?.aborted; onGone((gone += batch)))
    batch = await inTurn(() => desk.write((db) => eraseOldExposures(db, cutoff)));
  return gone;
}

async function eraseChecksBefore({ storage }: WriterDesk, cutoff: number | undefined): Promise<void> {
  if (cutoff !== undefined) await eraseSpotChecks(storage, { ranges: [{ from: -Infinity, to: cutoff }] });
}

/** One that there is no room to note is done again the next day. */
async function noteRun(desk: WriterDesk, erased: Erased): Promise<void> {
  const retention = await readRetention(desk.storage);
  await isDone(writeRetention(desk.storage, { ...retention, last: { at: desk.now(), ...erased } }));
}
