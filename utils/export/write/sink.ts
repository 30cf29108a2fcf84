import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

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
  readonly #hash = sha256.create();
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
    this.#flush();
    return { blob: new Blob(this.#parts), bytes: this.#bytes, sha256: bytesToHex(this.#hash.digest()) };
  }

  #flush(): void {
    if (this.#held > 0) this.#parts.push(new Blob(this.#waiting));
    this.#waiting = [];
    this.#held = 0;
  }
}
