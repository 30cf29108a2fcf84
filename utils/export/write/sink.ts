import { SHA256 } from '@stablelib/sha256';
import { hexOf } from '../../core/hex';

type Bytes = Uint8Array<ArrayBuffer>;

/** A part this large leaves the page's memory: a browser keeps what is in a Blob elsewhere. */
const partBytes = 1 << 18;

export interface Sunk {
  blob: Blob;
  bytes: number;
  /** Of all bytes, as hex. */
  sha256: string;
}

/** Takes the bytes of one file as they come, and holds no more than one part of them. */
export class BlobSink {
  readonly #hash = new SHA256();
  readonly #parts: Blob[] = [];
  #waiting: Bytes[] = [];
  #held = 0;
  #bytes = 0;

  /** Bytes that are in memory. */
  get held(): number {
    return this.#held;
  }

  /** @param chunk not to be written to afterwards */
  add(chunk: Bytes): void {
    if (chunk.length === 0) return;
    this.#hash.update(chunk);
    this.#waiting.push(chunk);
    this.#held += chunk.length;
    this.#bytes += chunk.length;
    if (this.#held >= partBytes) this.#flush();
  }

  finish(): Sunk {
    const blob = new Blob([...this.#parts, ...this.#waiting]);
    this.#held = 0;
    return { blob, bytes: this.#bytes, sha256: hexOf(this.#hash.digest()) };
  }

  #flush(): void {
    this.#parts.push(new Blob(this.#waiting));
    this.#waiting = [];
    this.#held = 0;
  }
}
