import type { MetaStore } from '../counts';

const lossMark = '@';

/**
 * What the ledger is called in its backups: its own name, and another one after each loss. What is left is not what it
 * was, and its backups must not take the place of fuller ones, however many rows come later.
 */
export async function readLedgerName(meta: Pick<MetaStore, 'get'>): Promise<string> {
  const [uuid, lost] = await Promise.all([meta.get('uuid'), meta.get('lost-at')]);
  const name = uuid?.key === 'uuid' ? uuid.value : '';
  return lost?.key === 'lost-at' ? `${name}${lossMark}${String(lost.value)}` : name;
}

/** Whether two names are of one ledger, whatever it lost in between. */
export function isSameLedger(one: string, other: string): boolean {
  return one.split(lossMark)[0] === other.split(lossMark)[0];
}
