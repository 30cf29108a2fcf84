const digits = new TextEncoder().encode('0123456789abcdef');

/** A key or a hash as lower-case hex: by the browser's own means where it has them, as those since 2025 do. */
export function hexOf(bytes: Uint8Array): string {
  return (bytes as Partial<Uint8Array>).toHex?.() ?? written(bytes);
}

/**
 * Made in one piece, since text put together in pieces keeps all of them in memory. By index and without a spread: an
 * export names two new ids a card, and walking each by iterators takes as long as hashing it.
 */
function written(bytes: Uint8Array): string {
  const codes = new Uint8Array(2 * bytes.length);
  for (let place = 0; place < bytes.length; place += 1) {
    const byte = bytes[place] ?? 0;
    codes[2 * place] = digits[byte >> 4] ?? 0;
    codes[2 * place + 1] = digits[byte & 15] ?? 0;
  }
  return Reflect.apply(String.fromCharCode, undefined, codes);
}

/** @throws {RangeError} at what is no hex */
export function bytesOfHex(hex: string): Uint8Array<ArrayBuffer> {
  if (!/^(?:[\da-f]{2})*$/i.test(hex)) throw new RangeError('This is no hexadecimal text.');
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
