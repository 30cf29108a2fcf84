const shanghaiMs = 8 * 3600_000;

/** `2026-01-05 12:34:56`, the way order pages write it: Asia/Shanghai, no zone. */
export function pageTime(at: number): string {
  return new Date(at + shanghaiMs).toISOString().slice(0, 19).replace('T', ' ');
}

export function pageDay(at: number): string {
  return pageTime(at).slice(0, 10);
}
