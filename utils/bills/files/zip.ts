import { unzipSync } from 'fflate';
import type { Unread } from '../../core/types';

/** A year of bills is some hundred kilobytes. What claims to unpack to more than this was made to fill the memory. */
const mostUnpacked = 128 * 1024 * 1024;
const mostFiles = 64;

/** "PK": a zip archive, which an XLSX is too. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** Where the archive's own list begins, as its last record says (PKWARE APPNOTE 4.3.16); -1 where that was cut off. */
function listStart(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 65_558; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return view.getUint32(at + 16, true);
  return -1;
}

/** Bit 0 of an entry's flags (4.4.4): it is encrypted. Alipay's mailed archive is, a plain folder may come first. */
function isEncrypted(bytes: Uint8Array): boolean {
  if (((bytes[6] ?? 0) & 1) === 1) return true;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = listStart(view);
  while (at >= 0 && at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50) {
    if ((view.getUint16(at + 8, true) & 1) === 1) return true;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return false;
}

export type Unpacked =
  | { files: { name: string; bytes: Uint8Array }[] }
  // What is in it may be whole: there is more of it than any bill.
  | { unread: Unread; why?: 'too-large' };

/** The files of an archive that `wanted` likes, or why there are none. Sizes are taken from the archive's own list. */
export function unpack(bytes: Uint8Array, where: string, wanted: (name: string) => boolean): Unpacked {
  if (isEncrypted(bytes)) return { unread: { where, reason: 'encrypted' } };
  let [size, count, isTooLarge] = [0, 0, false];
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted(name)) return false;
        [size, count] = [size + originalSize, count + 1];
        isTooLarge ||= size > mostUnpacked || count > mostFiles;
        return !isTooLarge;
      },
    });
    if (isTooLarge) return { unread: { where, reason: 'shape' }, why: 'too-large' };
    return { files: Object.entries(files).map(([name, content]) => ({ name, bytes: content })) };
  } catch {
    return { unread: { where, reason: 'shape' } }; // cut or damaged: nothing of it is used
  }
}
