import { columnsOf, type TableName } from './tables';
import type { AnyRow } from './tables/columns';
import { textOf } from './write/text-files';

/** Rows as text, for a person to look through: what the files say, and nothing where nothing is known. */
export function shownCells(table: TableName, row: AnyRow): string[] {
  return columnsOf(table).map((column) => String(textOf(column, row[column.name] ?? null) ?? ''));
}

export function shownColumns(table: TableName): { name: string; about: string }[] {
  return columnsOf(table).map(({ name, about }) => ({ name, about }));
}
