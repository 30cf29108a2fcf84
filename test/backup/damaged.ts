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

/** A database as Firefox gives it of a file that is damaged in the middle: whoever walks over the place is refused. */
export function damaged(db: LedgerDb, { store, keys, index, closed }: Damage): LedgerDb {
  const whole = {
    getAll: db.getAll.bind(db),
    getAllFromIndex: db.getAllFromIndex.bind(db),
    getAllKeysFromIndex: db.getAllKeysFromIndex.bind(db),
    get: db.get.bind(db),
    count: db.count.bind(db),
  } as Record<string, (name: string, ...rest: unknown[]) => Promise<unknown>>;
  const meets = async (way: string, name: string, rest: unknown[]): Promise<boolean> => {
    if (closed) return true;
    if (name !== store) return false;
    if (way === 'getAllKeysFromIndex') return index === true;
    if (way === 'get') return keys.includes(rest[0] as string);
    if (way === 'count') return true;
    const rows = (await whole[way]!(name, ...rest)) as { id: string }[];
    return rows.some(({ id }) => keys.includes(id));
  };
  return new Proxy(db, {
    get(target, way: string) {
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
