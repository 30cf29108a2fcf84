import type { Erasure } from '../core/erasure';
import { noCounts } from '../core/health';
import { readCounts } from '../ledger/counts';
import { eraseAll } from '../ledger/erase';
import { eraseThing } from '../ledger/erasure/erase-thing';
import { readNames } from '../ledger/erasure/names';
import { LedgerError } from '../ledger/open';
import type { Walk } from '../ledger/rebuild';
import type { Answers } from '../messages/protocol';
import { markErased, readSettings, unmarkErased } from '../settings';
import { doEach, isDone } from './attempts';
import { forgetBuyers, isOfTold } from './buyers';
import { forgetErasures, forgetLastErasure, noteAllErased, noteErasure, queuedMatcher } from './erasures';
import { eraseQueue } from './queue';
import { eraseSpotChecks, forgetSpotChecks } from './spot-checks';
import { forgetStudy } from './study';
import { forgetTakenBack } from './begun-imports';
import { forgetUnfinished } from './unfinished';
import { unlessStopped } from './works';
import type { WriterDesk } from './write';

/**
 * Erases one thing or a stretch of time from the ledger and from the queue. It is noted before and after, so that nothing
 * comes back when the worker is stopped in between. What the person stops was never noted.
 */
export async function eraseNamed(desk: WriterDesk, what: Erasure, walk: Walk): Promise<Answers['erase']> {
  const at = desk.now();
  const tellNoBackups = await tellBackups(desk, at);
  await noteErasure(desk.session, { at, names: await desk.read((db) => readNames(db, what)) });
  const gone = await desk.write((db) => unlessStopped(walk, eraseThing(db, what, walk)));
  if (!gone) {
    await forgetLastErasure(desk.session);
    await tellNoBackups?.();
    return { ok: false };
  }
  const { names, ...erased } = gone;
  await doEach([
    () => noteErasure(desk.session, { at, names }),
    () => eraseQueue(desk.storage, queuedMatcher(names)),
    () => eraseSpotChecks(desk.storage, names),
    async () => what.kind === 'platform' && isOfTold(desk, what.platform) && (await forgetBuyers(desk.storage)),
    async () => desk.announce(),
  ]);
  return { ok: true, ...erased };
}

/** For whoever restores a backup from before; with the way back. A storage without room is no reason not to erase. */
function tellBackups({ canary }: WriterDesk, at: number): Promise<(() => Promise<void>) | undefined> {
  return canary.noteErased(at).catch(() => undefined);
}

/**
 * Erases everything there is, at one stroke: it can be stopped until it begins. First goes the ledger, and what lies beside
 * it once that is done: where the ledger stays, all of it does. Should the background end in between, nothing that waits is
 * stored, since its rows are from before; unless the disk was too full to note that before it was done.
 * @returns false when it was stopped
 */
export async function eraseEverything(desk: WriterDesk, { signal, onProgress }: Walk): Promise<boolean> {
  if (signal?.aborted) return false;
  onProgress?.({ done: 0, total: await countRows(desk) });
  const at = desk.now();
  const before = await readSettings(desk.storage);
  const isMarked = await isDone(markErased(desk.storage, at));
  const tellNoBackups = await tellBackups(desk, at);
  try {
    await eraseLedger(desk);
  } catch (error) {
    if (isMarked) await isDone(unmarkErased(desk.storage, before));
    await tellNoBackups?.();
    throw error;
  }
  // Ends of what is erased are taken out of the queue, and that is no crash.
  // Each by itself: one that cannot go is said, and keeps no other.
  await doEach([
    () => desk.visits.forget(),
    () => eraseQueue(desk.storage, () => true),
    // Where there was no room for either, what went has made some.
    () => (isMarked ? forgetErasures(desk.session) : noteAllErased(desk, at)),
    async () => tellNoBackups ?? (await tellBackups(desk, at)),
    () => forgetUnfinished(desk.storage),
    () => forgetTakenBack(desk.storage),
    () => forgetStudy(desk.storage),
    () => forgetSpotChecks(desk.storage),
    () => forgetBuyers(desk.storage),
    () => desk.write(() => Promise.resolve()), // where it was removed: a new ledger, its canary, and the trouble is over
    async () => desk.announce(),
  ]);
  return true;
}

/** A ledger that cannot be emptied, because it does not open, is removed whole. */
async function eraseLedger(desk: WriterDesk): Promise<void> {
  try {
    await desk.write(eraseAll);
  } catch (error) {
    if (error instanceof LedgerError && error.kind === 'blocked') throw error;
    // First the canary: stopped in between, there is a ledger without one, and never one that seems to be lost.
    const putBack = await desk.canary.forget();
    try {
      await desk.removeDb();
    } catch (failure) {
      await isDone(putBack());
      throw failure;
    }
  }
}

/** As the ledger says itself; nobody can count what does not open. */
async function countRows(desk: WriterDesk): Promise<number> {
  const reading = desk.read((db) => readCounts({ get: (key) => db.get('meta', key) }));
  const { events, exposures } = await reading.catch(() => noCounts);
  return events + exposures;
}
