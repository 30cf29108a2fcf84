import { SHA256 } from '@stablelib/sha256';
import { asArray, asText } from '../../core/decode';
import { hexOf } from '../../core/hex';
import type { AnyRow } from '../tables/columns';
import { isTable, type TableName } from '../tables';
import { BlobSink } from '../write/sink';
import { sumsPath } from '../write/sums';
import { csvRows } from './csv-rows';
import { ndjsonRows } from './ndjson-rows';
import { parquetRows } from './parquet-rows';
import { sumsOf } from './sums';
import { DamagedError, unpacked, unpackedText } from './unpacked';
import { listEntries, packedBytes, type ZipEntry } from './zip-entries';

const descriptionPath = 'datapackage.json';
const mostDescriptionBytes = 20_000_000;

/** A file of one table, as the bundle's description has it. */
interface WrittenFile {
  table: TableName;
  path: string;
  rows: number;
  hash: string | undefined;
}

interface BundleFile extends WrittenFile {
  entry: ZipEntry;
}

export interface OpenedBundle {
  study: string | undefined;
  created: string | undefined;
  tier: string | undefined;
  files: { table: TableName; path: string; rows: number }[];
  /** Rows as they were exported, times in epoch ms, a group at a time. */
  rows: (table: TableName) => AsyncGenerator<AnyRow[]>;
  /** Paths of files that were written, and are not in the archive. */
  missing: string[];
  /** Paths of files that are not what was written: none, when all is well. */
  changed: () => Promise<string[]>;
}

/**
 * Opens an export again, to be looked at: nothing of it is written anywhere.
 * @throws {DamagedError} when it is none of ours, or cut
 */
export async function openBundle(file: Blob): Promise<OpenedBundle> {
  const entries = withoutFolder((await listEntries(file)) ?? []);
  const described = entries.find(({ path }) => path === descriptionPath);
  if (!described) throw new DamagedError(descriptionPath);
  const description = parse(await unpackedText(file, described, mostDescriptionBytes));
  const written = asArray(fieldOf(description, 'resources')).flatMap(filesOf);
  const files = written.flatMap((each) => {
    const entry = entries.find(({ path }) => path === each.path);
    return entry ? [{ ...each, entry }] : [];
  });
  const sums = await sumsOf(file, entries);
  const hashes = new Map([...sums.hashes, ...written.map(({ path, hash }) => [path, hash] as const)]);
  const paths = new Set(entries.map(({ path }) => path));
  const named = [...hashes.keys(), ...(fieldOf(description, 'bacao:sums') === sumsPath ? [sumsPath] : [])];
  return {
    study: asText(fieldOf(description, 'name')),
    created: asText(fieldOf(description, 'created')),
    tier: asText(fieldOf(description, 'bacao:tier')),
    files: files.map(({ table, path, rows }) => ({ table, path, rows })),
    rows: (table) =>
      rowsOf(
        file,
        files.filter((each) => each.table === table),
      ),
    missing: named.filter((path) => !paths.has(path)),
    changed: async () => [
      ...(sums.isDamaged ? [sumsPath] : []),
      ...(await changedFiles(
        file,
        entries.filter(({ path }) => hashes.has(path)),
        hashes,
      )),
    ],
  };
}

/**
 * Who unpacks an archive and packs it again mostly gets a folder around everything; a Mac puts files of its own beside it.
 * Where several folders hold a bundle each, nobody knows which one is meant.
 */
function withoutFolder(entries: readonly ZipEntry[]): readonly ZipEntry[] {
  const folders = entries.flatMap(({ path }) => /^([^/]*\/)?datapackage\.json$/.exec(path)?.[1] ?? []);
  const isAtRoot = entries.some(({ path }) => path === descriptionPath);
  const [folder] = folders;
  if (isAtRoot || folder === undefined || folders.length > 1) return entries;
  return entries
    .filter(({ path }) => path.startsWith(folder))
    .map((entry) => ({ ...entry, path: entry.path.slice(folder.length) }));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DamagedError(descriptionPath, { cause });
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

function filesOf(resource: unknown): WrittenFile[] {
  const table = fieldOf(resource, 'name');
  if (!isTable(table)) return [];
  return asArray(fieldOf(resource, 'bacao:files')).flatMap((file) => {
    const path = asText(fieldOf(file, 'path'));
    const rows = Number(fieldOf(file, 'rows'));
    return path === undefined ? [] : [{ table, path, rows, hash: asText(fieldOf(file, 'hash')) }];
  });
}

async function* rowsOf(file: Blob, files: readonly BundleFile[]): AsyncGenerator<AnyRow[]> {
  for (const { table, path, entry } of files) {
    if (path.endsWith('.csv')) yield* csvRows(unpacked(file, entry), table);
    if (path.endsWith('.ndjson')) yield* ndjsonRows(unpacked(file, entry), table);
    if (path.endsWith('.parquet')) yield* parquetRows(await stored(file, entry), table);
  }
}

/** Parquet is read from its end: ours lies in the archive as it is, and what was packed anew is unpacked first. */
async function stored(file: Blob, entry: ZipEntry): Promise<Blob> {
  if (entry.method !== 0) {
    const sink = new BlobSink();
    for await (const chunk of unpacked(file, entry)) sink.add(chunk.slice());
    return sink.finish().blob;
  }
  const blob = await packedBytes(file, entry);
  if (!blob) throw new DamagedError(entry.path);
  return blob;
}

async function changedFiles(
  file: Blob,
  entries: readonly ZipEntry[],
  hashes: ReadonlyMap<string, string | undefined>,
): Promise<string[]> {
  const changed: string[] = [];
  for (const entry of entries) if ((await hashOf(file, entry)) !== hashes.get(entry.path)) changed.push(entry.path);
  return changed;
}

async function hashOf(file: Blob, entry: ZipEntry): Promise<string | undefined> {
  const hash = new SHA256();
  try {
    for await (const chunk of unpacked(file, entry)) hash.update(chunk);
  } catch (error) {
    if (error instanceof DamagedError) return 'damaged'; // no hash: it differs from any
    throw error;
  }
  return `sha256:${hexOf(hash.digest())}`;
}
