/** Decoders for what comes from outside: every one takes `unknown`, none throws, absence is `undefined`. */

/** A list, or an empty one: what is no list has no entries. */
export function asArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Text without the space around it; empty text is absent. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** An id as a string. Numbers beyond 2^53 are already rounded and are refused; 0 means "none" wherever it was seen. */
export function asId(value: unknown): string | undefined {
  const text = Number.isSafeInteger(value) ? String(value) : asText(value);
  return text !== undefined && /^[\w-]{1,64}$/.test(text) && text !== '0' ? text : undefined;
}

/** A number of pieces, as a number or as text, "6", "x6" or "6件", in digits of either width. */
export function asCount(value: unknown): number | undefined {
  const text = typeof value === 'number' ? String(value) : asText(value)?.normalize('NFKC');
  const count = Number(/^[x×]? *(\d{1,6}) *件?$/i.exec(text ?? '')?.[1]);
  return count > 0 ? count : undefined;
}

/** The same object without its undefined fields: absent and undefined must not be two things in storage. */
export function withoutAbsent<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
