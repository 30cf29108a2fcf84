/** Ids of an import's events begin with this, which is how they are found again. */
export function importPrefix(importId: string): string {
  return `bill:${importId}:`;
}

/** So do those of lines that changed nothing, and are kept because another import told of them first. */
export function keptPrefix(importId: string): string {
  return `${importPrefix(importId)}known:`;
}

/** All ids of an import's events. */
export function importRange(importId: string): IDBKeyRange {
  const prefix = importPrefix(importId);
  return IDBKeyRange.bound(prefix, `${prefix}\uFFFF`);
}
