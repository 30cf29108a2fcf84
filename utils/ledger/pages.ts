type ReadPage<T> = (after: IDBKeyRange | null, count: number) => Promise<T[]>;

/** Rows of one page: enough that the disk is seldom asked, few enough that a page of ours stays responsive. */
const pageSize = 500;

/** All rows of a store or an index in the order of a key, a page at a time: never more than one page is in memory. */
export async function* pagesOf<T extends object>(readPage: ReadPage<T>, keyPath: string): AsyncGenerator<T[]> {
  for (let after: IDBKeyRange | null = null; ;) {
    const page = await readPage(after, pageSize);
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = IDBKeyRange.lowerBound(Reflect.get(last, keyPath), true);
  }
}
