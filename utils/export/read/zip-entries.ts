/** A file inside an archive, by the archive's own list. */
export interface ZipEntry {
  path: string;
  /** 0 as it is, 8 deflated. */
  method: number;
  packedBytes: number;
  bytes: number;
  /** Where its local header begins. */
  at: number;
}

/** The list is at most this long: a bundle of fifty years has some thousands of files. */
const mostListBytes = 16_000_000;
const endBytes = 22;
const mostComment = 65_535;

/** PKWARE APPNOTE 4.3.16, 4.3.12, 4.3.7. */
const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;

async function viewOf(blob: Blob): Promise<DataView> {
  return new DataView(await blob.arrayBuffer());
}

/** @returns undefined for what is no archive, or one whose end is cut off */
export async function listEntries(file: Blob): Promise<ZipEntry[] | undefined> {
  const tailAt = Math.max(0, file.size - endBytes - mostComment);
  const tail = await viewOf(file.slice(tailAt));
  let end = tail.byteLength - endBytes;
  while (end >= 0 && tail.getUint32(end, true) !== endMark) end -= 1;
  if (end < 0) return undefined;
  const [size, at] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
  if (size > mostListBytes || at + size > file.size) return undefined;
  return readList(await viewOf(file.slice(at, at + size)));
}

function readList(list: DataView): ZipEntry[] | undefined {
  const entries: ZipEntry[] = [];
  for (let at = 0; at < list.byteLength;) {
    if (at + 46 > list.byteLength || list.getUint32(at, true) !== entryMark) return undefined;
    const nameBytes = list.getUint16(at + 28, true);
    const rest = list.getUint16(at + 30, true) + list.getUint16(at + 32, true);
    if (at + 46 + nameBytes > list.byteLength) return undefined;
    entries.push({
      path: new TextDecoder().decode(new Uint8Array(list.buffer, list.byteOffset + at + 46, nameBytes)),
      method: list.getUint16(at + 10, true),
      packedBytes: list.getUint32(at + 20, true),
      bytes: list.getUint32(at + 24, true),
      at: list.getUint32(at + 42, true),
    });
    at += 46 + nameBytes + rest;
  }
  return entries;
}

/** The bytes of a file as they lie in the archive, packed or not; undefined where it does not lie there. */
export async function packedBytes(file: Blob, entry: ZipEntry): Promise<Blob | undefined> {
  const head = await viewOf(file.slice(entry.at, entry.at + 30));
  if (head.byteLength < 30 || head.getUint32(0, true) !== localMark) return undefined;
  const from = entry.at + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  return from + entry.packedBytes > file.size ? undefined : file.slice(from, from + entry.packedBytes);
}
