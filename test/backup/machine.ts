import type { PartAnswer } from '@/utils/core/backup';
import { planRestore } from '@/utils/ledger/backup/plan';
import { restoreBackup, type RestoreOptions } from '@/utils/ledger/backup/restore';
import { ledgerWriter } from '@/utils/writer/handle';
import { readUnfinished } from '@/utils/writer/unfinished';
import * as made from '../ledger/made-events';
import { madeDoor, ownPage } from '../writer/made-door';

export type Send = RestoreOptions['send'];

/** A machine with a ledger, a background and a page that restores. */
export async function machine() {
  const { door, db, storage } = await madeDoor();
  let writer = ledgerWriter(door);
  const send: Send = (part) =>
    writer.handle({ type: 'restore', part: structuredClone(part) }, ownPage) as Promise<PartAnswer>;
  const restore = async (file: File, change: Partial<RestoreOptions> = {}) => {
    const plan = await planRestore(db, file);
    const options = { plan, withSettings: false, send, now: made.start + 1_000, rowsAtOnce: 3, ...change };
    return restoreBackup(db, file, options);
  };
  return {
    db,
    storage,
    send,
    restore,
    say: (message: object, sender: object = ownPage) => writer.handle(message, sender as never),
    killBackground: () => void (writer = ledgerWriter(door)),
    unfinished: () => readUnfinished(storage),
  };
}
