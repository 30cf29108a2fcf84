import { openDB } from 'idb';
import { steps, type LedgerDb, type LedgerSchema } from './schema';

export const databaseName = 'bacao';

/** Why a ledger did not open, in words the screen can translate. */
export class LedgerError extends Error {
  constructor(
    readonly kind: 'newer' | 'blocked' | 'broken',
    cause?: unknown,
  ) {
    super(`The ledger did not open: ${kind}`, { cause });
  }
}

/**
 * How long an opening may take before the person is told that something holds the ledger. `blocked`: the browser says so,
 * as it does for the moment in which a page of ours finishes what it reads. `silent`: it says nothing at all, as while an
 * earlier opening waits for its upgrade.
 */
const patienceMs = { blocked: 2_000, silent: 5_000 };

interface Opening {
  /** Called when this connection was closed from outside; the next use opens anew. */
  onClosed?: () => void;
  name?: string;
  version?: number;
  patience?: typeof patienceMs;
}

/**
 * Opens the ledger and moves it up to the newest version.
 * @throws {LedgerError} `newer`: written by a later version of Bacao, left alone; `blocked`: an old page of ours still
 * holds it; `broken`: the browser cannot open it.
 */
export async function openLedger({
  onClosed,
  name = databaseName,
  version = steps.length,
  patience = patienceMs,
}: Opening = {}): Promise<LedgerDb> {
  const blocked = alarm(patience.silent);
  const open = async () =>
    openDB<LedgerSchema>(name, version, {
      upgrade: (...upgrade) => {
        blocked.stop(); // under way: however long it takes
        const [db, oldVersion, , tx] = upgrade;
        for (const step of steps.slice(oldVersion)) step(db, tx);
      },
      blocked: () => blocked.within(patience.blocked),
      // A newer page of ours wants to upgrade: holding on would hang it for ever.
      blocking: (_current, _blocked, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
        onClosed?.();
      },
      terminated: () => onClosed?.(),
    });
  const opening = open();
  try {
    return await Promise.race([opening, blocked.rung]);
  } catch (cause) {
    // Whoever is told "blocked" goes away; a connection that still opens later would block the next one.
    void opening.then((db) => db.close()).catch(() => undefined);
    if (cause instanceof LedgerError) throw cause;
    throw new LedgerError(cause instanceof DOMException && cause.name === 'VersionError' ? 'newer' : 'broken', cause);
  } finally {
    blocked.stop();
  }
}

/** Rings once the time is up, unless it is stopped. */
function alarm(ms: number) {
  let ring: (reason: LedgerError) => void = () => undefined;
  const rung = new Promise<never>((_resolve, reject) => (ring = reject));
  const within = (time: number) => setTimeout(() => ring(new LedgerError('blocked')), time);
  let timer = within(ms);
  const stop = () => clearTimeout(timer);
  return {
    rung,
    stop,
    within: (time: number) => {
      stop();
      timer = within(time);
    },
  };
}

/** Opens the ledger; given a connection that turned out to be closed, opens another one. */
type OpenAgain = (dead?: LedgerDb) => Promise<LedgerDb>;

/** One connection, opened when first used and again after it was closed, from outside or by a storage that failed. */
export function lazyLedger(name?: string): OpenAgain {
  let current: { opening: Promise<LedgerDb>; db?: LedgerDb } | undefined;
  const start = () => {
    const mine: NonNullable<typeof current> = {
      opening: openLedger({ onClosed: forget, ...(name !== undefined && { name }) }),
    };
    function forget() {
      if (current === mine) current = undefined;
    }
    mine.opening.then((db) => (mine.db = db), forget);
    return mine;
  };
  return (dead) => {
    if (dead && current?.db === dead) current = undefined;
    dead?.close();
    // Kept before anything is awaited, so that two callers share one connection.
    current ??= start();
    return current.opening;
  };
}
