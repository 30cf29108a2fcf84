import { decodeValue } from './query';

/** Text in base64 or its URL-safe form; nothing when it is neither. */
export function decodeBase64(text: string): string | undefined {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return undefined;
  }
}

/** Undoes one more percent-encoding where an address was encoded twice (`https%3A…` after the first decoding). */
export function decodeAgain(text: string): string {
  return /^[a-z][\w.+-]*%/i.test(text) ? decodeValue(text) : text;
}

/**
 * The texts of a JSON object, nested names joined by a dot. Whole numbers are read as texts: a goods id of 18
 * digits does not survive a number. Broken JSON (curly quotes out of a chat) is an empty answer.
 */
export function readJson(source: string): Map<string, string> {
  const fields = new Map<string, string>();
  try {
    addFields(fields, JSON.parse(quoteNumbers(source)), '');
  } catch {
    fields.clear();
  }
  return fields;
}

// The text form ends with its quote or with the source, so that unclosed quotes cost no second look.
const JSON_PART = /"(?:[^"\\]|\\[\s\S])*"?|[\w.+-]+/g;

function quoteNumbers(source: string): string {
  return source.replace(JSON_PART, (part) => (/^\d+$/.test(part) ? `"${part}"` : part));
}

function addFields(fields: Map<string, string>, value: unknown, name: string): void {
  if (typeof value === 'string') fields.set(name, value);
  // Two levels are all that was seen (`m_param.jdv`, 2023); deeper input is not ours to walk.
  if (typeof value !== 'object' || value === null || name.includes('.')) return;
  for (const [key, part] of Object.entries(value)) addFields(fields, part, name ? `${name}.${key}` : key);
}
