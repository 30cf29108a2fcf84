import { Inflate } from 'fflate';
import { packedBytes, type ZipEntry } from './zip-entries';

/** Packed bytes that are unpacked at once: a kilobyte of zeros packs a megabyte. */
const sliceBytes = 4_096;

/** The archive is cut, damaged, or claims something else than it holds. */
export class DamagedError extends Error {}

/** A file's own bytes, a little at a time; never more than the archive says. */
export async function* unpacked(file: Blob, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const packed = await packedBytes(file, entry);
  if (!packed || (entry.method !== 0 && entry.method !== 8)) throw new DamagedError(entry.path);
  let left = entry.bytes;
  const within = (chunk: Uint8Array) => {
    left -= chunk.length;
    if (left < 0) throw new DamagedError(entry.path);
    return chunk;
  };
  const out: Uint8Array[] = [];
  const inflate = new Inflate((chunk) => out.push(chunk));
  for (let from = 0; from < packed.size; from += sliceBytes) {
    const slice = new Uint8Array(await packed.slice(from, from + sliceBytes).arrayBuffer());
    if (entry.method === 0) yield within(slice);
    else {
      push(inflate, slice, entry.path);
      for (const chunk of out.splice(0)) yield within(chunk);
    }
  }
  if (left > 0) throw new DamagedError(entry.path);
}

function push(inflate: Inflate, slice: Uint8Array, path: string): void {
  try {
    inflate.push(slice);
  } catch (cause) {
    throw new DamagedError(path, { cause });
  }
}

/** A whole small file as text. @throws {DamagedError} when it is larger than that */
export async function unpackedText(file: Blob, entry: ZipEntry, mostBytes: number): Promise<string> {
  if (entry.bytes > mostBytes) throw new DamagedError(entry.path);
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of unpacked(file, entry)) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}
