/** Bytes of every character that two bytes of GBK write. Node reads GBK and does not write it. */
const table = new Map<string, [number, number]>();
const decoder = new TextDecoder('gbk');
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const char = decoder.decode(Uint8Array.of(lead, trail));
    if (char.length === 1 && char !== '\ufffd') table.set(char, [lead, trail]);
  }

/** @throws {RangeError} at a character that GBK does not know */
export function encodeGbk(text: string): Uint8Array {
  const bytes = Array.from(text).flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : (table.get(char) ?? [-1])));
  if (bytes.includes(-1)) throw new RangeError('no character of GBK');
  return Uint8Array.from(bytes);
}
