/** As the browser estimates it, in bytes. */
export interface StorageUse {
  used: number;
  quota: number;
}

/**
 * A year of a keen reader's notes and exposures takes less. Bytes, not a share: a tenth of a large disk is room enough, and
 * the browser's own limit shrinks with the disk.
 */
export const littleRoomBytes = 100_000_000;

/** The bytes that are left, when they are so few that the person should know; undefined while there is plenty. */
export function littleRoom({ used, quota }: StorageUse): number | undefined {
  const left = Math.max(0, quota - used);
  return left < littleRoomBytes ? left : undefined;
}
