/** An event that may come late, out of a backup. */
export type Timed<T> = T & { late?: true };

/** Whether a late event is older than what stands; a live one never is: its clock may have been wrong, its place is not. */
export function isOutdated(
  { at, late }: { at: number; late?: true },
  ...times: readonly (number | undefined)[]
): boolean {
  return late === true && times.some((time) => time !== undefined && time > at);
}
