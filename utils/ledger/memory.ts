import { ledgerStores, type LedgerTx } from './schema';

export type ListName = (typeof ledgerStores)[number];
export type Row = { key: string } | { id: string };

/** The indexes that projections read. */
const indexesOf: Partial<Record<ListName, readonly string[]>> = { orders: ['itemKey', 'orderKey'] };

function keyOf(row: Row): string {
  return 'key' in row ? row.key : row.id;
}

/** A database takes no key that is not there: neither does this, so that broken rows break in the same place. */
function refuseOdd(key: unknown): string {
  if (typeof key !== 'string') throw new TypeError('No key');
  return key;
}

/** One list in memory: as much of a store as the projections ask for. Rows are never changed in place. */
class MemoryList {
  readonly rows = new Map<string, Row>();
  readonly #indexes: Map<string, Map<unknown, Set<string>>>;
  /** What stood under each key that was touched since the last `keep`. */
  readonly #before = new Map<string, Row | undefined>();

  constructor(name: ListName) {
    this.#indexes = new Map(indexesOf[name]?.map((index) => [index, new Map<unknown, Set<string>>()]));
  }

  get(key: string): Row | undefined {
    return this.rows.get(refuseOdd(key));
  }

  getKey(key: string): string | undefined {
    return this.rows.has(key) ? key : undefined;
  }

  put(row: Row): string {
    const key = refuseOdd(keyOf(row));
    this.#touch(key);
    this.#set(key, row);
    return key;
  }

  add(row: Row): string {
    return this.put(row);
  }

  delete(key: string): void {
    this.#touch(key);
    this.#set(key, undefined);
  }

  /** In the order of their keys, as a database gives them. */
  index(name: string) {
    const keysOf = (value: string) => [...(this.#indexes.get(name)?.get(value) ?? [])].sort();
    return { getAll: (value: string) => keysOf(value).flatMap((key) => this.rows.get(key) ?? []) };
  }

  keep(): void {
    this.#before.clear();
  }

  undo(): void {
    for (const [key, row] of this.#before) this.#set(key, row);
    this.#before.clear();
  }

  #touch(key: string): void {
    if (!this.#before.has(key)) this.#before.set(key, this.rows.get(key));
  }

  #set(key: string, row: Row | undefined): void {
    const old = this.rows.get(key);
    for (const [name, keys] of this.#indexes) {
      const [from, to]: unknown[] = [old && Reflect.get(old, name), row && Reflect.get(row, name)];
      if (from === to) continue;
      keys.get(from)?.delete(key);
      if (to !== undefined) keys.set(to, (keys.get(to) ?? new Set()).add(key));
    }
    if (row) this.rows.set(key, row);
    else this.rows.delete(key);
  }
}

export interface MemoryLedger {
  /** What projections write to. */
  tx: LedgerTx;
  rowsOf: (name: ListName) => ReadonlyMap<string, Row>;
  /** What was written so far stays. */
  keep: () => void;
  /** Takes back what was written since the last `keep`. */
  undo: () => void;
}

/**
 * Lists without a disk, some fifty times as fast. The projections cannot tell the difference: no list is written by any
 * other rules than theirs.
 */
export function memoryLedger(): MemoryLedger {
  const lists = new Map(ledgerStores.map((name) => [name, new MemoryList(name)]));
  const tx = { objectStore: (name: ListName) => lists.get(name), done: Promise.resolve() };
  const each = (act: (list: MemoryList) => void) => () => lists.forEach(act);
  return {
    // idb's own type says far more than is there; a projection that asked for the rest would fail its first test.
    tx: tx as unknown as LedgerTx,
    rowsOf: (name) => lists.get(name)?.rows ?? new Map<string, Row>(),
    keep: each((list) => list.keep()),
    undo: each((list) => list.undo()),
  };
}
