/**
 * One line of a bill in two files: as the wallet wrote it, and as a table program did, which rounds long numbers or drops
 * them, and leaves the seconds out.
 */

/** A line, whatever it tells, as far as its copies can be known by it. */
export interface Written {
  /** Its whole numbers. */
  numbers: readonly string[];
  fen: number | undefined;
  at: number | undefined;
  /** The file that told it last; files are read one after the other. */
  file: number;
}

/** Two times that may be one, as table programs leave the seconds out. */
const sameMinute = 60_000;

export function isSameMinute(one: number | undefined, other: number | undefined): boolean {
  return one !== undefined && other !== undefined && Math.abs(one - other) < sameMinute;
}

/** "1234567890123450000" and "1234567890123456768": fifteen digits of a longer number, and what a double holds of it. */
function isRoundedOf(number: string, whole: string): boolean {
  if (!/^\d{16,40}$/.test(whole) || number.length !== whole.length) return false;
  return number === whole.slice(0, 15).padEnd(whole.length, '0') || number === String(BigInt(Number(whole)));
}

/** Whether one line's numbers are what is left of the other's. */
export function isLeftOf(numbers: readonly string[], whole: readonly string[]): boolean {
  return numbers.every((number) => whole.includes(number) || whole.some((each) => isRoundedOf(number, each)));
}

/**
 * Whether two lines of one order and form are one. Never two of the same file: a deposit and the rest may be of one amount,
 * and in one minute.
 */
export function areCopies(one: Written, other: Written): boolean {
  if (one.file === other.file || one.fen !== other.fen || !isSameMinute(one.at, other.at)) return false;
  return isLeftOf(one.numbers, other.numbers) || isLeftOf(other.numbers, one.numbers);
}
