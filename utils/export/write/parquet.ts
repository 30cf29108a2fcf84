import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { putAscii } from '../../core/ascii';
import { columnsOf, type TableName } from '../tables';
import type { AnyRow, Cell, Column, ColumnType } from '../tables/columns';
import { BlobSink, type Sunk } from './sink';
import type { TableFile } from './table-file';

type ColumnSource = Parameters<ParquetWriter['write']>[0]['columnData'][number];
type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** Rows of one group: five times as many take three times the memory and save nothing (measured). */
export const rowGroupRows = 20_000;

const dayMs = 86_400_000;

const physical = {
  integer: { type: 'INT32' },
  bigint: { type: 'INT64' },
  real: { type: 'FLOAT' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  // Adjusted to UTC: the short form of the library makes times without a zone in DuckDB.
  datetime: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
} as const satisfies Record<ColumnType, Partial<SchemaElement>>;

/** The library takes 64 bits from plain numbers in this encoding alone, and counters get a fifth smaller. */
const asDeltas: ReadonlySet<ColumnType> = new Set(['integer', 'bigint', 'datetime']);

/** Hashes: random digits, of which no compressor makes less and no smallest or largest one says anything. */
function isHashed({ name, type }: Column): boolean {
  return type === 'string' && name.endsWith('_h');
}

/** As bytes in one piece: of a hash for each row, asking a browser to encode them one by one is what takes longest. */
function bytesOf(cells: readonly Cell[]): unknown[] {
  const room = new Uint8Array(
    cells.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 0), 0),
  );
  let from = 0;
  return cells.map((cell) => {
    const end = typeof cell === 'string' ? putAscii(cell, room, from) : undefined;
    if (end === undefined) return cell;
    const part = room.subarray(from, end);
    from = end;
    return part;
  });
}

function columnSource(column: Column, cells: Cell[]): ColumnSource {
  const { name, type } = column;
  if (isHashed(column)) return { name, data: bytesOf(cells), codec: 'UNCOMPRESSED', statistics: false };
  return { name, data: cells, ...(asDeltas.has(type) && { encoding: 'DELTA_BINARY_PACKED' }) };
}

function elementOf({ name, type, required }: Column): SchemaElement {
  return { name, ...physical[type], repetition_type: required ? 'REQUIRED' : 'OPTIONAL' };
}

/** The schema of a table's files; a file without rows has it too. */
export function parquetSchema(table: TableName): SchemaElement[] {
  const columns = columnsOf(table);
  return [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)];
}

/** Hands on what was written after each row group. */
class SinkWriter extends ByteWriter {
  readonly #sink: BlobSink;

  constructor(sink: BlobSink) {
    super(1 << 16);
    this.#sink = sink;
  }

  flush(): void {
    this.#sink.add(new Uint8Array(this.buffer, 0, this.index).slice());
    this.index = 0;
  }
}

/** The library lets numbers beyond their column's bits wrap. @throws {RangeError} */
function numberFor({ name, type }: Column, cell: number): number {
  const value = type === 'date' ? cell / dayMs : cell;
  const fits =
    physical[type].type === 'INT32' ? value === (value | 0) : !asDeltas.has(type) || Number.isSafeInteger(value);
  if (!fits) throw new RangeError(`A number that ${name} cannot hold`);
  return value;
}

class ParquetFile implements TableFile {
  readonly #columns: readonly Column[];
  readonly #sink = new BlobSink();
  readonly #bytes = new SinkWriter(this.#sink);
  readonly #writer: ParquetWriter;
  #cells: Cell[][];

  constructor(table: TableName) {
    this.#columns = columnsOf(table);
    this.#cells = this.#columns.map(() => []);
    this.#writer = new ParquetWriter({ writer: this.#bytes, schema: parquetSchema(table), createdBy: 'bacao' });
  }

  get waiting(): number {
    return this.#cells[0]?.length ?? 0;
  }

  get held(): number {
    return this.#sink.held + this.#bytes.buffer.byteLength;
  }

  add(row: AnyRow): void {
    for (const [place, column] of this.#columns.entries()) {
      const cell = row[column.name] ?? null;
      this.#cells[place]?.push(typeof cell === 'number' ? numberFor(column, cell) : cell);
    }
    if (this.waiting >= rowGroupRows) this.flush();
  }

  flush(): void {
    if (this.waiting === 0) return;
    const columnData = this.#columns.map((column, place) => columnSource(column, this.#cells[place] ?? []));
    // Nothing here is asynchronous: the sink takes what it is given.
    void this.#writer.write({ columnData, rowGroupSize: rowGroupRows });
    this.#cells = this.#columns.map(() => []);
  }

  finish(): Sunk {
    this.flush();
    void this.#writer.finish();
    this.#bytes.flush();
    return this.#sink.finish();
  }
}

/** @throws {Error} at a cell that its column does not take: nothing is rounded or left out in silence */
export function parquetFile(table: TableName): TableFile {
  return new ParquetFile(table);
}
