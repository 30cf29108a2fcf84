const dayMs = 86_400_000;

/** Midnight, in UTC, of the Monday of its week. */
export function mondayOf(at: number): number {
  const day = Math.floor(at / dayMs);
  return (day - ((day + 3) % 7)) * dayMs; // day 0 was a Thursday
}

/** `2026-W47`: the week of its Thursday (ISO 8601), in UTC. */
export function isoWeek(at: number): string {
  const thursday = mondayOf(at) + 3 * dayMs;
  const year = new Date(thursday).getUTCFullYear();
  const week = 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * dayMs));
  return `${String(year)}-W${String(week).padStart(2, '0')}`;
}
