/** GB18030 holds all that GBK and GB2312 do; a wallet's bill is that or UTF-8, and says so nowhere but in its bytes. */
const chinese = 'gb18030';

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // `stream`: a piece may end inside a character.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** A text in UTF-16 has a zero beside every comma, digit and line end; no other encoding of a bill has one. */
function utf16(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, 4_096);
  const zeros = (side: number) => start.filter((byte, place) => byte === 0 && place % 2 === side).length;
  if (zeros(0) + zeros(1) <= start.length / 64) return undefined;
  return zeros(1) > zeros(0) ? 'utf-16le' : 'utf-16be';
}

/** Every form has this in the names of its columns. */
const everyForm = '交易';

/** A decoder chosen by the first piece, which is longer than any preamble. A byte order mark is dropped by all. */
export function textDecoderFor(bytes: Uint8Array): TextDecoder {
  // "Unicode text" of a table program
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be');
  const wide = utf16(bytes);
  if (wide !== undefined) return new TextDecoder(wide);
  // One broken character, in a title that was cut, is no other encoding.
  const isReadable = isUtf8(bytes) || new TextDecoder().decode(bytes).includes(everyForm);
  return new TextDecoder(isReadable ? 'utf-8' : chinese);
}
