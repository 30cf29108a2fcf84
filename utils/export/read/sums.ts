import { DamagedError, unpackedText } from './unpacked';
import { sumsPath } from '../write/sums';
import type { ZipEntry } from './zip-entries';

/** A line of some hundred bytes for each file: fifty years have some thousands. */
const mostSumsBytes = 2_000_000;

const line = /^([0-9a-f]{64}) [ *](.+)$/;

export interface Sums {
  /** What each file's hash has to be, by its path, as a description has them. */
  hashes: Map<string, string>;
  /** Nobody can tell what it said. */
  isDamaged: boolean;
}

/** The hashes of an archive's files, those of its documents too; archives of older versions name their tables alone. */
export async function sumsOf(file: Blob, entries: readonly ZipEntry[]): Promise<Sums> {
  const entry = entries.find(({ path }) => path === sumsPath);
  const text = entry ? await textOrNone(file, entry) : '';
  const lines = (text ?? '').split('\n').filter((each) => each !== '');
  const read = lines.map((each) => line.exec(each));
  const hashes = new Map(read.flatMap((found) => (found?.[2] ? [[found[2], `sha256:${found[1]}`] as const] : [])));
  return { hashes, isDamaged: text === undefined || read.includes(null) };
}

async function textOrNone(file: Blob, entry: ZipEntry): Promise<string | undefined> {
  try {
    return await unpackedText(file, entry, mostSumsBytes);
  } catch (error) {
    if (error instanceof DamagedError) return undefined;
    throw error;
  }
}
