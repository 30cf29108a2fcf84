import { SHA256 } from '@stablelib/sha256';
import { hexOf } from '../../core/hex';
import { CutError } from './unpack';

export interface Line {
  /** Undefined when it is longer than any of ours. */
  bytes: Uint8Array | undefined;
  /** SHA-256 of all bytes above it, as hex; to be asked before the next line is. */
  hashAbove: () => string;
}

const lineFeed = 0x0a;

/**
 * The lines of a file, the last of them perhaps cut. A line that is too long is hashed as it passes and not kept: a file
 * may be one line of a gigabyte.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  const spool = lineSpool(maxBytes);
  try {
    for await (const chunk of chunks) {
      let from = 0;
      for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
        spool.keep(chunk.subarray(from, at + 1));
        yield spool.line();
        spool.next();
        from = at + 1;
      }
      spool.keep(chunk.subarray(from));
    }
  } catch (error) {
    if (!(error instanceof CutError)) throw error;
  }
  if (spool.size() > 0) yield spool.line();
}

function lineSpool(maxBytes: number) {
  const hash = new SHA256();
  let parts: Uint8Array[] = [];
  let size = 0;
  const flush = () => {
    for (const part of parts) hash.update(part);
    parts = [];
  };
  const hashAbove = () => {
    const state = hash.saveState();
    const above = hexOf(hash.digest());
    hash.restoreState(state);
    return above;
  };
  return {
    size: () => size,
    keep: (part: Uint8Array) => {
      size += part.length;
      parts.push(part);
      if (size > maxBytes) flush();
    },
    line: (): Line => ({
      bytes: size > maxBytes ? undefined : joined(parts, size),
      hashAbove,
    }),
    next: () => {
      flush();
      size = 0;
    },
  };
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
