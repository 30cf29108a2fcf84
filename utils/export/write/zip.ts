import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { streamOf } from './stream';

type Bytes = Uint8Array<ArrayBuffer>;

export interface Entry {
  path: string;
  blob: Blob;
}

/** Read at once from a file that is already written. */
const sliceBytes = 1 << 20;

/** The archive's own numbers have 32 bits. */
const mostBytes = 4_000_000_000;

/** Parquet is packed already. */
function isPacked(path: string): boolean {
  return path.endsWith('.parquet');
}

/**
 * The files as one archive, a slice at a time, as it is read.
 * @throws {RangeError} when they are more than an archive of this form holds
 */
export function zipStream(entries: readonly Entry[], at: number, signal?: AbortSignal): ReadableStream<Bytes> {
  if (entries.reduce((sum, { blob }) => sum + blob.size, 0) > mostBytes)
    throw new RangeError('An archive holds no more than 4 GB.');
  return streamOf(zipSlices(entries, at), signal);
}

async function* zipSlices(entries: readonly Entry[], at: number): AsyncGenerator<Bytes> {
  const out: Bytes[] = [];
  let failure: Error | undefined;
  const zip = new Zip((error, chunk) => {
    failure ??= error ?? undefined;
    out.push(new Uint8Array(chunk));
  });
  const ready = function* () {
    if (failure) throw failure;
    yield* out.splice(0);
  };
  for (const { path, blob } of entries) {
    const file = isPacked(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    file.mtime = at;
    zip.add(file);
    for (let from = 0; from === 0 || from < blob.size; from += sliceBytes) {
      const slice = await blob.slice(from, from + sliceBytes).arrayBuffer();
      file.push(new Uint8Array(slice), from + sliceBytes >= blob.size);
      yield* ready();
    }
  }
  zip.end();
  yield* ready();
}
