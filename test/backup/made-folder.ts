/** A folder as the browser hands one out, in memory: what is written is swapped in when it is closed. */
export class MadeFolder {
  readonly kind = 'directory';
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
  /** Bytes that still fit. */
  room = Infinity;
  /** Thrown by everything from now on. */
  failure: DOMException | undefined;
  /** What a disk gives back of what it took. */
  spoil: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> = (bytes) => bytes;

  /** For the code under test, which knows the browser's type alone. */
  get handle(): FileSystemDirectoryHandle {
    return this as unknown as FileSystemDirectoryHandle;
  }

  /** The names of the files, in order. */
  get names(): string[] {
    return [...this.files.keys()].sort();
  }

  async *entries(): AsyncGenerator<[string, object]> {
    for (const name of this.names) yield [name, await this.getFileHandle(name)];
    yield ['bacao-2020-01-01.ndjson.gz', { kind: 'directory' }];
  }

  async *keys(): AsyncGenerator<string> {
    for await (const [name] of this.entries()) yield name;
  }

  isSameEntry(other: unknown): Promise<boolean> {
    return Promise.resolve(other === this);
  }

  getFileHandle(name: string, { create = false } = {}): Promise<object> {
    this.#check();
    if (!this.files.has(name) && !create) return Promise.reject(new DOMException('', 'NotFoundError'));
    if (!this.files.has(name)) this.files.set(name, new Uint8Array());
    return Promise.resolve({
      kind: 'file',
      getFile: () => Promise.resolve(new File([this.files.get(name)!], name)),
      createWritable: () => Promise.resolve(this.#writable(name)),
    });
  }

  removeEntry(name: string): Promise<void> {
    this.#check();
    this.files.delete(name);
    return Promise.resolve();
  }

  #check(): void {
    if (this.failure) throw this.failure;
  }

  #writable(name: string): WritableStream<Uint8Array<ArrayBuffer>> {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    return new WritableStream({
      write: (bytes) => {
        this.room -= bytes.length;
        if (this.room < 0) throw new DOMException('', 'QuotaExceededError');
        parts.push(bytes.slice());
      },
      close: async () => void this.files.set(name, this.spoil(await new Blob(parts).bytes())),
    });
  }
}
