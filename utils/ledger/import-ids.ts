/** Ids of an import's events begin with this, which is how they are found again. */
export function importPrefix(importId: string): string {
  return `bill:${importId}:`;
}

/** All ids of an import's events. */
export function importRange(importId: string): IDBKeyRange {
  const prefix = importPrefix(importId);
  return IDBKeyRange.bound(prefix, `${prefix}\uFFFF`);
}
