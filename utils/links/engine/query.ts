import type { Query } from './types';

const NO_QUERY: Query = new Map();

/** Cuts the parameters apart without decoding: most are never asked for. */
export function readQuery(search: string): Query {
  if (search.length < 2) return NO_QUERY;
  const query = new Map<string, string>();
  for (const pair of search.slice(1).split('&')) {
    const cut = pair.indexOf('=');
    const name = decodeValue(cut < 0 ? pair : pair.slice(0, cut));
    if (!query.has(name)) query.set(name, cut < 0 ? '' : pair.slice(cut + 1));
  }
  return query;
}

/** The parameter as URLSearchParams would give it; empty where it is missing. */
export function valueOf(query: Query, name: string | undefined): string {
  return decodeValue((name && query.get(name)) ?? '');
}

/** The first of the names that says anything. */
export function firstFilled(query: Query, names: readonly string[]): string | undefined {
  return names.find((name) => query.get(name));
}

export function decodeValue(raw: string): string {
  if (!raw.includes('%') && !raw.includes('+')) return raw;
  try {
    return decodeURIComponent(raw.replaceAll('+', ' '));
  } catch {
    // GBK bytes and half an escape (`%2H`) are not UTF-8: the browser's reading replaces them.
    return new URLSearchParams(`_=${raw}`).get('_') ?? raw;
  }
}
