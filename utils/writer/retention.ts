import { cutoffsOf, hasLimits, isRunDue, type Cutoffs, type RetentionLimits } from '../core/retention';
import type { Erased } from '../core/erasure';
import { eraseOldAside } from '../ledger/retention/erase-aside';
import { eraseOldEvents, eraseOldExposures, exposuresAtOnce } from '../ledger/retention/erase-old';
import { readClock, readRetention, writeRetention } from './kept-retention';
import { oneAtATime } from './one-at-a-time';
import { eraseSpotChecks } from './spot-checks';
import { endStudies } from './study';
import type { WriterDesk } from './write';

type InTurn = <T>(task: () => Promise<T>) => Promise<T>;

interface RetentionWork {
  /** Keeps to these limits from now on, and erases at once what is older. */
  keepTo: (limits: RetentionLimits) => Promise<Erased>;
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
    keepTo: (limits) =>
      runs(async () => {
        await inTurn(async () => writeRetention(desk.storage, { ...(await readRetention(desk.storage)), limits }));
        return run(desk, inTurn);
      }),
    tend: () =>
      runs(async () => {
        await inTurn(() => endStudies(desk));
        const { limits, last } = await readRetention(desk.storage);
        if (hasLimits(limits) && isRunDue(last, desk.now())) await run(desk, inTurn);
      }),
  };
}

async function run(desk: WriterDesk, inTurn: InTurn): Promise<Erased> {
  const cutoffs = await inTurn(() => startRun(desk));
  const events = await inTurn(() => desk.write((db) => eraseOldEvents(db, cutoffs)));
  const exposures = await eraseExposures(desk, inTurn, cutoffs);
  await inTurn(() => desk.write((db) => eraseOldAside(db, cutoffs)));
  await inTurn(() => noteRun(desk, { events, exposures }));
  desk.announce();
  return { events, exposures };
}

/** The clock is noted before anything goes: the next run knows it, however this one ends. */
async function startRun(desk: WriterDesk): Promise<Cutoffs> {
  const { limits, clock: _before, ...rest } = await readRetention(desk.storage);
  const clock = await readClock(desk.storage, desk.now());
  // Without a limit nobody looks at the clock, and what was believed grows old.
  await writeRetention(desk.storage, { ...rest, limits, ...(hasLimits(limits) && { clock }) });
  return cutoffsOf(limits, clock.believed);
}

async function eraseExposures(desk: WriterDesk, inTurn: InTurn, { exposures: cutoff }: Cutoffs): Promise<number> {
  let gone = 0;
  if (cutoff === undefined) return gone;
  await inTurn(() => eraseSpotChecks(desk.storage, { ranges: [{ from: -Infinity, to: cutoff }] }));
  for (let batch = exposuresAtOnce; batch === exposuresAtOnce; gone += batch)
    batch = await inTurn(() => desk.write((db) => eraseOldExposures(db, cutoff)));
  return gone;
}

async function noteRun(desk: WriterDesk, erased: Erased): Promise<void> {
  const retention = await readRetention(desk.storage);
  await writeRetention(desk.storage, { ...retention, last: { at: desk.now(), ...erased } });
}
