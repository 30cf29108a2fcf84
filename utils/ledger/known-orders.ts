import type { KeysOf } from './order-keys';
import { mainKeyOf, type MetaReader } from './same-orders';
import type { LedgerDb, OrderRow } from './schema';

/** What names an order: its id, and the other numbers by which bills may know it. */
interface Named {
  space: string;
  orderId: string;
  alsoIds?: readonly string[];
}

interface KnownOrder {
  orderKey: string;
  /** Other keys that it has, where there are any. */
  otherKeys?: string[];
  /** Until now one of these was nobody's, or another order's. */
  isNamed: boolean;
  /** It stood twice. */
  isJoined: boolean;
  rows: readonly OrderRow[];
}

/** An order's keys by each of its numbers, and each of these by device, this one first. */
type Keys = readonly (readonly string[])[];

/**
 * Orders as the ledger has them: by any of their numbers, and under this device's key, or under that of a device whose
 * backup was restored. What is asked one after the other is of one batch, which may tell of an order under several numbers.
 */
export function orderFinder(db: LedgerDb, keysOf: KeysOf) {
  const joined = new Map<string, string>();
  const changed = new Map<string, readonly OrderRow[]>();

  const mainOf = (stored: string): string => {
    const next = joined.get(stored);
    return next === undefined ? stored : mainOf(next);
  };

  const rowsOf = (key: string, stored: ReadonlyMap<string, readonly OrderRow[]>) =>
    changed.get(key) ?? stored.get(key) ?? [];

  return {
    /** In one go for all of a batch. */
    read: (all: readonly Named[]): Promise<StoredOrder[]> =>
      Promise.all(all.map((each) => readStored(db, keysOf, each))),
    find: ({ keys, mains, rows: stored }: StoredOrder = nowhere): KnownOrder => {
      const now = new Map([...mains].map(([key, main]) => [key, mainOf(main)]));
      const all = [...new Set(keys.flat().map((key) => now.get(key) ?? key))];
      const held = all.filter((key) => rowsOf(key, stored).length > 0);
      const orderKey = held[0] ?? all[0] ?? '';
      const names = keys.flatMap((own) => (own.includes(orderKey) ? [] : own.slice(0, 1)));
      const otherKeys = [...new Set([...held, ...names])].filter((key) => key !== orderKey);
      const isNamed = otherKeys.some((key) => (now.get(key) ?? key) !== orderKey);
      const rows = held.flatMap((key) => rowsOf(key, stored));
      return { orderKey, ...(otherKeys.length > 0 && { otherKeys }), isNamed, isJoined: held.length > 1, rows };
    },
    /** What becomes of an order that was found, for what comes after it. */
    note: ({ orderKey, otherKeys = [] }: KnownOrder, rows: readonly OrderRow[]): void => {
      for (const key of otherKeys.map(mainOf)) if (key !== orderKey) joined.set(key, orderKey);
      changed.set(orderKey, rows);
    },
  };
}

interface StoredOrder {
  keys: Keys;
  /** By each key, the one under which the ledger has that order's lines. */
  mains: ReadonlyMap<string, string>;
  rows: ReadonlyMap<string, readonly OrderRow[]>;
}

const nowhere: StoredOrder = { keys: [], mains: new Map(), rows: new Map() };

async function readStored(db: LedgerDb, keysOf: KeysOf, { space, orderId, alsoIds = [] }: Named): Promise<StoredOrder> {
  const keys = await Promise.all([orderId, ...alsoIds].map((id) => keysOf(space, id)));
  const meta: MetaReader = { get: (key) => db.get('meta', key) };
  const mains = await Promise.all(keys.flat().map(async (key) => [key, await mainKeyOf(meta, key)] as const));
  const rows = new Set(mains.map(([, main]) => main));
  const read = [...rows].map(async (main) => [main, await db.getAllFromIndex('orders', 'orderKey', main)] as const);
  return { keys, mains: new Map(mains), rows: new Map(await Promise.all(read)) };
}
