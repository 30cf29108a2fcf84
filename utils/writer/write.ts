import { canaryKeeper, type CanaryKeeper } from '../ledger/canary';
import { isFull, troubleOf } from '../ledger/failures';
import type { LedgerDb } from '../ledger/schema';
import { openConnection } from './ledger-access';
import type { WriterDoor } from './door';
import { floodGate, type FloodGate } from './flood';
import { visitBook, type VisitBook } from './open-visits';
import { passingNotes, type PassingNotes } from './passing';
import { hasRoom } from './queue';

/** What the parts of the writer are given: the door to the outside, and the one way to change the ledger. */
export interface WriterDesk extends WriterDoor {
  /**
   * Changes the ledger, and moves the canary when that is done. A connection that was closed meanwhile is opened anew and
   * the work done once more, so it must not matter whether it is done once or twice.
   */
  write: <T>(work: (db: LedgerDb) => Promise<T>) => Promise<T>;
  /** Asks the ledger; on another connection when the first one was closed. */
  read: <T>(work: (db: LedgerDb) => Promise<T>) => Promise<T>;
  /** Opens the ledger and looks whether anything was lost since it was last open; tries again to tell what was. */
  look: () => Promise<void>;
  /**
   * Looks whether the queue has room: without, rows of a page that goes away are lost, and nobody is left to tell. It is
   * told from here, before or after; `once` in the life of the background, since trying costs the disk a write.
   */
  tryQueue: (how: 'once' | 'again') => Promise<void>;
  canary: CanaryKeeper;
  passing: PassingNotes;
  flood: FloodGate;
  visits: VisitBook;
}

/** What an opening alone shows to be over; room and a sound disk are shown by a write. */
const opened = ['newer', 'blocked'] as const;
/** Beside a queue that has no room. */
const writtenBeside = [...opened, 'broken'] as const;
const written = [...writtenBeside, 'full'] as const;

export function writerDesk(door: WriterDoor): WriterDesk {
  const canary = canaryKeeper(door.storage, door.now);
  const passing = passingNotes(door);
  const onOpen = openConnection(door, async (db) => {
    if (await canary.check(db)) door.announce();
    await passing.over(opened);
  });
  /** Whatever fails here leaves rows unstored, and the person is told. */
  const told = async <T>(doing: Promise<T>): Promise<T> => {
    try {
      return await doing;
    } catch (error) {
      await passing.trouble(troubleOf(error));
      throw error;
    }
  };
  let hasQueue: boolean | undefined;
  const tryQueue: WriterDesk['tryQueue'] = async (how) => {
    if (how === 'once' && hasQueue !== undefined) return;
    hasQueue = await hasRoom(door.storage);
    if (!hasQueue) await passing.trouble('full');
  };
  const moveCanary = async (db: LedgerDb): Promise<void> => {
    try {
      await canary.move(db);
    } catch (error) {
      // The rows are stored all the same, and the next write moves the canary.
      if (isFull(error)) await passing.trouble('full');
    }
  };
  return {
    ...door,
    canary,
    passing,
    flood: floodGate(door.now),
    visits: visitBook(door.session),
    read: (work) => told(onOpen(work)),
    look: () => told(onOpen((db) => (canary.isUntold() ? moveCanary(db) : Promise.resolve()))),
    tryQueue,
    write: (work) =>
      told(
        onOpen(async (db) => {
          const done = await work(db);
          await passing.over(hasQueue === false ? writtenBeside : written);
          await moveCanary(db);
          return done;
        }),
      ),
  };
}
