import { hexOf } from '../core/hex';
import { importPrefix, keptPrefix } from './import-ids';
import { besidePrefix, isLastWord, listPageWords, type Told } from './page-words';
import type { LedgerDb } from './schema';

/** Who tells. */
export interface Teller {
  /** A bill: its events are named after it, so that they can be taken back. */
  importId?: string;
  /**
   * Another import that may yet be taken back. What the ledger has may be its alone, so that what is known already is kept as
   * told here, too.
   */
  beside?: string;
}

interface Naming {
  /** Of the event to be stored; without where none is: what is no news, and kept already or not at all. */
  id?: string;
  /** It is no news because this import itself has told it: a part without an answer comes once more. */
  isOwnNews?: true;
}

type NameOf = (told: Told, isNews: boolean) => Promise<Naming>;

/** What begins the ids of news, and of what is only kept. */
interface Beginnings {
  news: string;
  kept?: string;
}

function beginningsOf({ importId, beside }: Teller): Beginnings | undefined {
  const kept =
    beside === undefined ? undefined : importId === undefined ? `${besidePrefix}${beside}:` : keptPrefix(importId);
  const news = importId === undefined ? kept : importPrefix(importId);
  return news === undefined ? undefined : { news, ...(kept !== undefined && { kept }) };
}

/** Names what is told after what it says, where the same may be told again: by a part without an answer, by a page. */
export function namesOf(db: LedgerDb, teller: Teller): NameOf {
  const beginnings = beginningsOf(teller);
  if (!beginnings) return (_told, isNews) => Promise.resolve(isNews ? { id: crypto.randomUUID() } : {});
  const { news, kept } = beginnings;
  const isPage = teller.importId === undefined;
  const isKept = isPage ? lastWordAsker(db) : () => Promise.resolve(true);
  const given = new Map<string, Told>();
  const has = async (id: string) => given.has(id) || (await db.getKey('events', id)) !== undefined;
  const give = (id: string, told: Told): Naming => {
    given.set(id, told);
    return { id };
  };
  return async (told, isNews) => {
    const name = await digestOf(told);
    const id = news + name;
    // It said so, then something else, and now this again.
    if (isNews) return give((await has(id)) ? news + crypto.randomUUID() : id, told);
    if (isPage || !(await has(id))) {
      if (kept === undefined) return {};
      if (!(await has(kept + name))) return give(kept + name, told);
      // Known by the import alone, perhaps: what the page said in between must not be its last word.
      return (await isKept(told, [...given.values()])) ? {} : give(kept + crypto.randomUUID(), told);
    }
    if (given.has(id)) return {};
    given.set(id, told);
    return { isOwnNews: true };
  };
}

/** Asks whether a line is as pages last told it. A bill says of an order how it ended, once. */
function lastWordAsker(db: LedgerDb): (told: Told, since: readonly Told[]) => Promise<boolean> {
  let words: Promise<Told[]> | undefined;
  return async (told, since) => isLastWord([...(await (words ??= listPageWords(db))), ...since], told);
}

/** 128 bits; the order's key in it is a secret, so nobody who guesses what was bought learns that it was. */
async function digestOf({ orderKey, purchase }: Told): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify([orderKey, purchase]));
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', text)).subarray(0, 16));
}
