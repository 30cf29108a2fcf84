interface Transaction {
  readonly done: Promise<void>;
  readonly error: DOMException | null;
  abort: () => void;
}

/**
 * Does the work of one transaction, all of it or nothing. Resolves after the transaction has completed, which alone
 * means saved; a request's success does not: it can still abort for want of room.
 */
export async function inTransaction<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    await tx.done;
    return result;
  } catch (error) {
    abortQuietly(tx);
    // When the browser aborts, what waits fails with a mere AbortError: the reason stands at the transaction.
    throw tx.error ?? error;
  }
}

function abortQuietly(tx: Transaction): void {
  tx.done.catch(() => undefined); // the failure that made us abort is the one to tell
  try {
    tx.abort();
  } catch {
    // Already aborted by the browser: that is what we wanted.
  }
}
