import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Row } from '@/utils/export/tables';
import { parquetSchema, rowGroupRows } from '@/utils/export/write/parquet';

/** The library takes 64 bits from plain numbers in this encoding alone. */
const wide = 'DELTA_BINARY_PACKED';

/** A Parquet file by the library and nothing else: the same columns and groups, no check of a cell, no hash, in memory. */
export function bareFile() {
  const writer = new ByteWriter();
  const schema = parquetSchema('exposures');
  const file = new ParquetWriter({ writer, schema });
  const columns = schema.slice(1).map(({ name, type }) => ({
    ...{ name: name as keyof Row<'exposures'>, data: [] as unknown[] },
    ...(type === 'INT64' && { encoding: wide as typeof wide }),
  }));
  const flush = () => {
    void file.write({ columnData: columns, rowGroupSize: rowGroupRows });
    for (const column of columns) column.data = [];
  };
  return {
    add(row: Row<'exposures'>): void {
      for (const { name, data } of columns) data.push(row[name] ?? null);
      if (columns[0]?.data.length === rowGroupRows) flush();
    },
    finish(): Uint8Array {
      if (columns[0]?.data.length) flush();
      void file.finish();
      return writer.getBytes();
    },
  };
}
