import { vi } from 'vitest';

/**
 * A disk without room, as Chromium shows it: requests succeed, and then their transaction aborts (measured, Chromium 156).
 * @param at `row` aborts with the first row that is added; `commit` with the last request, when all seems done
 * @returns gives the room back
 */
export function fillDisk(at: 'row' | 'commit' = 'row'): () => void {
  const method = at === 'row' ? 'add' : 'put';
  const write = IDBObjectStore.prototype[method];
  const full = vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, row) {
    const request = write.call(this, row);
    const isLast = at === 'row' || (row as { key: string }).key === 'counts';
    if (isLast) request.addEventListener('success', () => abort(this.transaction));
    return request;
  });
  return () => full.mockRestore();
}

function abort(tx: IDBTransaction): void {
  const abortFor: unknown = Reflect.get(tx, '_abort'); // of fake-indexeddb
  if (typeof abortFor === 'function') Reflect.apply(abortFor, tx, ['QuotaExceededError']);
}
