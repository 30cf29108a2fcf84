import type { PopupProps } from '@/components/popup/props';
import type { lazyLedger } from '@/utils/ledger/open';
import type { LedgerDb } from '@/utils/ledger/schema';

/** What an answer changes on screen. */
export type Change = Partial<PopupProps>;
export type OpenLedger = ReturnType<typeof lazyLedger>;

/** Once more on a new connection: an upgrade, or the browser, may close one while it is read. */
export async function readTwice<T>(open: OpenLedger, read: (db: LedgerDb) => Promise<T>): Promise<T> {
  const db = await open();
  return read(db).catch(async () => read(await open()));
}

/**
 * Shows answers as they come, but none that the answer to a later question has overtaken: what is on screen never
 * turns older. A question that fails leaves its part of the screen as it was; what is unknown stays unknown.
 */
export function inOrder<T>(show: (answer: T) => void): (answer: Promise<T>) => Promise<void> {
  let asked = 0;
  let shown = 0;
  return async (answer) => {
    const turn = (asked += 1);
    const found = await answer.then((value) => ({ value })).catch(() => undefined);
    if (!found || turn < shown) return;
    shown = turn;
    show(found.value);
  };
}
