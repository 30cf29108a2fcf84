import type { Query } from './types';

const NO_QUERY: Query = new Map();

/** Cuts the wanted parameters out, undecoded: most are never asked for. Each character is looked at once. */
export function readQuery(search: string, names: ReadonlySet<string>): Query {
  if (search.length < 2) return NO_QUERY;
  const query = new Map<string, string>();
  let cut = 0;
  for (let start = 1, end = 0; start <= search.length; start = end + 1) {
    end = indexOrEnd(search, '&', start);
    if (cut < start) cut = indexOrEnd(search, '=', start);
    const raw = search.slice(start, Math.min(cut, end));
    const name = raw.includes('%') ? decodeValue(raw) : raw;
    if (names.has(name) && !query.has(name)) query.set(name, search.slice(cut + 1, end));
  }
  return query;
}

function indexOrEnd(text: string, sign: string, start: number): number {
  const index = text.indexOf(sign, start);
  return index < 0 ? text.length : index;
}

/** The parameter as URLSearchParams would give it; empty where it is missing. */
export function valueOf(query: Query, name: string): string {
  return decodeValue(query.get(name) ?? '');
}

export function decodeValue(raw: string): string {
  if (!/[%+]/.test(raw)) return raw;
  try {
    return decodeURIComponent(raw.replaceAll('+', ' '));
  } catch {
    // GBK bytes and half an escape (`%2H`) are not UTF-8: the browser's reading replaces them.
    return new URLSearchParams(`_=${raw}`).get('_') ?? raw;
  }
}
