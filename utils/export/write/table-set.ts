import type { TableName, TableRow } from '../tables';
import { parquetFile, rowGroupRows } from './parquet';
import type { Sunk } from './sink';
import type { TableFile } from './table-file';
import { csvFile, ndjsonFile } from './text-files';

export const bundleFormats = ['parquet', 'csv', 'ndjson'] as const;
export type BundleFormat = (typeof bundleFormats)[number];

/** Rows that wait in all files together; past this many the fullest file writes its own. */
const mostWaiting = 2 * rowGroupRows;

/** Rows after which the files are looked over: that takes a look at each. */
const checkedAfter = 1_000;

/** A file of the bundle that holds rows. */
export interface WrittenTable extends Sunk {
  table: TableName;
  path: string;
  rows: number;
}

interface Writing {
  table: TableName;
  path: string;
  rows: number;
  file: TableFile;
}

interface SetOptions {
  format: BundleFormat;
  /** Of CSV: with a byte order mark. */
  mark: boolean;
  study: string;
  participant: string;
}

/** `2026-11`, in UTC. */
function monthOf(at: number): string {
  return new Date(at).toISOString().slice(0, 7);
}

/** Epoch ms of a month's beginning and of the next one's, in UTC. */
function monthAround(at: number): { from: number; to: number } {
  const [year, month] = [new Date(at).getUTCFullYear(), new Date(at).getUTCMonth()];
  return { from: Date.UTC(year, month), to: Date.UTC(year, month + 1) };
}

/** The files of all tables: of Parquet one for each table and month, so that a pool is a tree of them. */
export class TableSet {
  readonly #options: SetOptions;
  readonly #files = new Map<string, Writing>();
  /** The file that was written to last, and the stretch of time that lies in it. */
  readonly #last = new Map<TableName, { from: number; to: number; writing: Writing }>();
  #unchecked = 0;

  constructor(options: SetOptions) {
    this.#options = options;
  }

  get rows(): number {
    return this.#sum(({ rows }) => rows);
  }

  /** What is in memory: rows that wait, and bytes. */
  get held(): { rows: number; bytes: number } {
    return { rows: this.#sum(({ file }) => file.waiting), bytes: this.#sum(({ file }) => file.held) };
  }

  add({ table, row, at }: TableRow): void {
    const writing = this.#fileAt(table, at);
    writing.file.add(row);
    writing.rows += 1;
  }

  /** A person of many months has many files open: the fullest make room. @param added rows since the last time */
  relieve(added: number): void {
    this.#unchecked += added;
    if (this.#unchecked < checkedAfter) return;
    this.#unchecked = 0;
    while (this.held.rows > mostWaiting) {
      const files = [...this.#files.values()].map(({ file }) => file);
      files.sort((a, b) => b.waiting - a.waiting)[0]?.flush();
    }
  }

  /** Tables without rows get a file as well: a pool that looks for one finds it. */
  finish(wanted: readonly TableName[], at: number): WrittenTable[] {
    const held = new Set([...this.#files.values()].map(({ table }) => table));
    for (const table of wanted) if (!held.has(table)) this.#fileAt(table, at);
    return [...this.#files.values()].map(({ file, ...written }) => ({ ...written, ...file.finish() }));
  }

  #fileAt(table: TableName, at: number): Writing {
    // Rows come by time, so most of them lie in the month of the one before; naming a month takes longer than all else here.
    const last = this.#last.get(table);
    if (last && at >= last.from && at < last.to) return last.writing;
    const path = this.#pathOf(table, at);
    const writing = this.#files.get(path) ?? { table, path, rows: 0, file: this.#newFile(table) };
    this.#files.set(path, writing);
    this.#last.set(table, { ...monthAround(at), writing });
    return writing;
  }

  #pathOf(table: TableName, at: number): string {
    const { format, study, participant } = this.#options;
    if (format !== 'parquet') return `${table}.${format}`;
    return `${table}/study=${study}/participant=${participant}/month=${monthOf(at)}/part-0.parquet`;
  }

  #newFile(table: TableName): TableFile {
    switch (this.#options.format) {
      case 'parquet':
        return parquetFile(table);
      case 'ndjson':
        return ndjsonFile(table);
      case 'csv':
        return csvFile(table, this.#options.mark);
    }
  }

  #sum(of: (writing: Writing) => number): number {
    let sum = 0;
    for (const writing of this.#files.values()) sum += of(writing);
    return sum;
  }
}
