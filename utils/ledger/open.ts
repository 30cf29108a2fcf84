import { openDB } from 'idb';
import { steps, type LedgerDb, type LedgerSchema } from './schema';

const databaseName = 'bacao';

/** Why a ledger did not open, in words the screen can translate. */
export class LedgerError extends Error {
  constructor(
    readonly kind: 'newer' | 'blocked' | 'broken',
    cause?: unknown,
  ) {
    super(`The ledger did not open: ${kind}`, { cause });
  }
}

interface Opening {
  /** Called when this connection was closed from outside; the next use opens anew. */
  onClosed?: () => void;
  name?: string;
  version?: number;
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
}: Opening = {}): Promise<LedgerDb> {
  let refuse: (reason: LedgerError) => void = () => undefined;
  const blocked = new Promise<never>((_resolve, reject) => (refuse = reject));
  const opening = openDB<LedgerSchema>(name, version, {
    upgrade: (...upgrade) => {
      const [db, oldVersion, , tx] = upgrade;
      for (const step of steps.slice(oldVersion)) step(db, tx);
    },
    blocked: () => refuse(new LedgerError('blocked')),
    // A newer page of ours wants to upgrade: holding on would hang it for ever.
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
      onClosed?.();
    },
    terminated: () => onClosed?.(),
  });
  try {
    return await Promise.race([opening, blocked]);
  } catch (cause) {
    // Whoever is told "blocked" goes away; a connection that still opens later would block the next one.
    void opening.then((db) => db.close()).catch(() => undefined);
    if (cause instanceof LedgerError) throw cause;
    throw new LedgerError(cause instanceof DOMException && cause.name === 'VersionError' ? 'newer' : 'broken', cause);
  }
}

/** One connection, opened when first used and again after it was closed from outside. */
export function lazyLedger(name?: string): () => Promise<LedgerDb> {
  let current: Promise<LedgerDb> | undefined;
  const forget = () => (current = undefined);
  return () => {
    // The promise is kept before anything is awaited, so that two callers share one connection.
    current ??= openLedger({ onClosed: forget, ...(name !== undefined && { name }) }).catch((error: unknown) => {
      forget();
      throw error;
    });
    return current;
  };
}
