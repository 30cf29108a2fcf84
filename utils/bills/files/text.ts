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

/** A decoder chosen by the first piece, which is longer than any preamble. A byte order mark is dropped by all. */
export function textDecoderFor(bytes: Uint8Array): TextDecoder {
  // "Unicode text" of a table program
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be');
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : chinese);
}
