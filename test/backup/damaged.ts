import type { LedgerDb } from '@/utils/ledger/schema';

const refuse = () => Promise.reject(new DOMException('The operation failed', 'UnknownError'));

export interface Damage {
  store: 'events' | 'exposures';
  /** The keys of the rows that lie in the damaged place. */
  keys: readonly string[];
  /** The index is damaged too. */
  index?: true;
  /** Nothing is read at all any more. */
  closed?: true;
}

/** The browser ends a whole transaction with the one request that it refuses. */
function refusing(tx: { abort: () => void; done: Promise<void>; objectStore: (name: string) => object }, of: string) {
  const refuseIn = () => {
    tx.done.catch(() => undefined);
    tx.abort();
    return refuse();
  };
  const bound = (target: object, way: string) => {
    const value: unknown = Reflect.get(target, way);
    return typeof value === 'function' ? (value.bind(target) as unknown) : value;
  };
  const ways = ['count', 'getAll', 'getAllKeys'];
  const storeOf = (name: string) =>
    new Proxy(tx.objectStore(name), {
      get: (store, way: string) => (name === of && ways.includes(way) ? refuseIn : bound(store, way)),
    });
  return new Proxy(tx, { get: (target, way: string) => (way === 'objectStore' ? storeOf : bound(target, way)) });
}

/** A database as Firefox gives it of a file that is damaged in the middle: whoever walks over the place is refused. */
export function damaged(db: LedgerDb, { store, keys, index, closed }: Damage): LedgerDb {
  const whole = {
    getAll: db.getAll.bind(db),
    getAllFromIndex: db.getAllFromIndex.bind(db),
    getAllKeysFromIndex: db.getAllKeysFromIndex.bind(db),
    get: db.get.bind(db),
    getAllKeys: db.getAllKeys.bind(db),
    count: db.count.bind(db),
  } as Record<string, (name: string, ...rest: unknown[]) => Promise<unknown>>;
  const meets = async (way: string, name: string, rest: unknown[]): Promise<boolean> => {
    if (closed) return true;
    if (name !== store) return false;
    if (way === 'getAllKeysFromIndex') return index === true;
    if (way === 'get') return keys.includes(rest[0] as string);
    if (way === 'count' || way === 'getAllKeys') return true;
    const rows = (await whole[way]!(name, ...rest)) as { id: string }[];
    return rows.some(({ id }) => keys.includes(id));
  };
  return new Proxy(db, {
    get(target, way: string) {
      if (way === 'transaction')
        return (...asked: Parameters<LedgerDb['transaction']>) => {
          const tx: unknown = Reflect.apply(target.transaction, target, asked);
          return asked[1] === 'readwrite' ? tx : refusing(tx as Parameters<typeof refusing>[0], store);
        };
      const ask = whole[way];
      if (!ask) {
        const value: unknown = Reflect.get(target, way);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      }
      return async (name: string, ...rest: unknown[]) =>
        (await meets(way, name, rest)) ? refuse() : ask(name, ...rest);
    },
  });
}
