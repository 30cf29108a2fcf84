/** Decoders for what comes from outside: every one takes `unknown`, none throws, absence is `undefined`. */

export type Fields = Record<string, unknown>;

export function asRecord(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

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

/** A number of pieces: a whole number from 1 on, as number or digits. */
export function asCount(value: unknown): number | undefined {
  const count = typeof value === 'string' ? Number(/^\s*\d{1,6}\s*$/.exec(value)?.[0]) : value;
  return Number.isSafeInteger(count) && Number(count) > 0 ? Number(count) : undefined;
}

/** The value at the end of a path, own properties only; `undefined` as soon as a step is missing. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

/** The same object without its undefined fields: absent and undefined must not be two things in storage. */
export function withoutAbsent<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
