import { Gunzip } from 'fflate';

/** Unpacked a little at a time: a kilobyte of zeros packs a megabyte. */
const sliceBytes = 1_024;

/** The file was damaged or cut; what came out before has been handed on. */
export class CutError extends Error {}

/**
 * The bytes of a file, unpacked if it is packed; a person may have unpacked it to look inside. Not the browser's own
 * DecompressionStream: where a file is cut it throws away what it has unpacked and nobody has read yet.
 * @param onBytes told how much of the file has been read
 * @throws {CutError} after all that could be unpacked
 */
export async function* unpack(file: Blob, onBytes?: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  if (!(await isPacked(file))) return yield* chunksOf(file, onBytes);
  const out: Uint8Array[] = [];
  const gunzip = new Gunzip((bytes) => out.push(bytes));
  for await (const bytes of chunksOf(file, onBytes)) {
    for (let from = 0; from < bytes.length; from += sliceBytes) {
      const error = push(gunzip, bytes.subarray(from, from + sliceBytes), false);
      yield* out.splice(0);
      if (error) throw error;
    }
  }
  const error = push(gunzip, new Uint8Array(), true);
  yield* out.splice(0);
  if (error) throw error;
}

function push(gunzip: Gunzip, bytes: Uint8Array, isLast: boolean): CutError | undefined {
  try {
    gunzip.push(bytes, isLast);
    return undefined;
  } catch (cause) {
    return new CutError('cut', { cause });
  }
}

async function isPacked(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}

async function* chunksOf(file: Blob, onBytes?: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  let read = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
      onBytes?.((read += value.length));
    }
  } finally {
    await reader.cancel();
  }
}
