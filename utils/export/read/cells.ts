import { columnsOf, type TableName } from '../tables';
import type { AnyRow, Cell, Column } from '../tables/columns';

/** A cell of a file as it is held here, whatever form the file gave it; what does not fit its column is unknown. */
function cellOf({ type }: Column, raw: unknown): Cell {
  if (type === 'string') return typeof raw === 'string' ? raw : null;
  if (type === 'boolean') return typeof raw === 'boolean' ? raw : null;
  const number = type === 'datetime' || type === 'date' ? timeOf(raw) : Number(raw ?? NaN);
  return Number.isFinite(number) ? number : null;
}

function timeOf(raw: unknown): number {
  return raw instanceof Date ? raw.getTime() : typeof raw === 'string' ? Date.parse(raw) : NaN;
}

/** Columns of later versions are passed over, missing ones say nothing. */
export function rowOf(table: TableName, raw: unknown): AnyRow {
  const fields: object = typeof raw === 'object' && raw !== null ? raw : {};
  const entryOf = (column: Column) => {
    const own: unknown = Object.hasOwn(fields, column.name) ? Reflect.get(fields, column.name) : undefined;
    return [column.name, cellOf(column, own)];
  };
  return Object.fromEntries(columnsOf(table).map(entryOf));
}
