import { tables, type TableName } from '../tables';
import type { Column, ColumnType } from '../tables/columns';

const jsonTypes: Record<ColumnType, object> = {
  string: { type: 'string' },
  integer: { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  bigint: { type: 'integer' },
  real: { type: 'number' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  datetime: { type: 'string', format: 'date-time' },
  date: { type: 'string', format: 'date' },
};

function propertyOf({ type, required, about, unit, values }: Column) {
  const base = jsonTypes[type];
  const described = { description: unit === undefined ? about : `${about} [${unit}]` };
  if (required) return { ...base, ...(values && { enum: values }), ...described };
  return {
    ...base,
    type: [Reflect.get(base, 'type'), 'null'],
    ...(values && { enum: [...values, null] }),
    ...described,
  };
}

/** The JSON Schema of one line of a table's NDJSON file. */
export function jsonSchemaOf(table: TableName) {
  const { title, columns } = tables[table];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    type: 'object',
    additionalProperties: false,
    required: columns.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(columns.map((column: Column) => [column.name, propertyOf(column)])),
  };
}
