import { decodeValue } from './query';

/** Text in base64 or its URL-safe form; empty when it is neither. */
export function decodeBase64(text: string): string {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}

/** Undoes one more percent-encoding where an address was encoded twice (`https%3A…` after the first decoding). */
export function decodeAgain(text: string): string {
  return /^[a-z][\w.+-]*%/i.test(text) ? decodeValue(text) : text;
}

/**
 * Texts and whole numbers of a JSON object, nested ones too, in the form of a query. They are read as they are written:
 * JSON.parse would cut a goods id of 18 digits. JSON out of a chat, with curly quotes, has none.
 */
export function readFields(json: string): string {
  let search = '?';
  for (const [, name = '', text, number = ''] of json.matchAll(/"(\w+)"\s*:\s*(?:"((?:[^"\\]|\\.)*)"|(\d+))/g)) {
    const value = text?.replace(/\\(?:u([\da-f]{4})|(.))/gi, unescapeSign) ?? number;
    search += `&${name}=${value.replace(/[%&+]/g, encodeURIComponent)}`;
  }
  return search;
}

function unescapeSign(_: string, hex: string | undefined, sign = ''): string {
  return hex ? String.fromCharCode(parseInt(hex, 16)) : sign;
}
