import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import type { TableName } from '../tables';
import type { AnyRow } from '../tables/columns';
import { rowOf } from './cells';

/** Rows read at once. */
const rowsAtOnce = 5_000;

export async function* parquetRows(blob: Blob, table: TableName): AsyncGenerator<AnyRow[]> {
  const file = {
    byteLength: blob.size,
    slice: (start: number, end?: number) => blob.slice(start, end).arrayBuffer(),
  };
  const metadata = await parquetMetadataAsync(file);
  const total = Number(metadata.num_rows);
  for (let rowStart = 0; rowStart < total; rowStart += rowsAtOnce) {
    const rowEnd = Math.min(total, rowStart + rowsAtOnce);
    const rows = await parquetReadObjects({ file, metadata, rowStart, rowEnd });
    yield rows.map((row) => rowOf(table, row));
  }
}
