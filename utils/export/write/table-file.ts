import type { AnyRow } from '../tables/columns';
import type { Sunk } from './sink';

/** One file of one table while it is written. */
export interface TableFile {
  add: (row: AnyRow) => void;
  /** Rows that wait to be written. */
  readonly waiting: number;
  /** Bytes that are in memory, rows apart. */
  readonly held: number;
  /** Writes the rows that wait. */
  flush: () => void;
  finish: () => Sunk;
}
