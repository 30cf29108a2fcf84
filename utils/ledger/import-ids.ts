/** Ids of an import's events begin with this, which is how they are found again. */
export function importPrefix(importId: string): string {
  return `bill:${importId}:`;
}
