import { columnsOf, type Row, type TableName } from '../tables';
import type { AnyRow } from '../tables/columns';

/**
 * A row of a file as a row of its table: everything that must be filled is. One of an older version, or a damaged one, that
 * lacks any of it is none, and whoever reads counts it.
 */
export function wholeRow<T extends TableName>(table: T, row: AnyRow): Row<T> | undefined {
  const isWhole = columnsOf(table).every(({ name, required }) => !required || (row[name] ?? null) !== null);
  return isWhole ? (row as Row<T>) : undefined;
}
