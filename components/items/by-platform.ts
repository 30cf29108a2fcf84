import type { PlatformId } from '@/utils/core/types';

/** Rows of one platform together, platforms in the order of their first row. */
export function byPlatform<T>(rows: T[], platformOf: (row: T) => PlatformId): [PlatformId, T[]][] {
  const groups = new Map<PlatformId, T[]>();
  for (const row of rows) {
    const group = groups.get(platformOf(row));
    if (group) group.push(row);
    else groups.set(platformOf(row), [row]);
  }
  return [...groups];
}
