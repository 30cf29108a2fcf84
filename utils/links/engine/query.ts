/** The parameter undecoded, of duplicates the first; parameters are looked up in place: most are never asked for. */
export function rawOf(search: string, name: string): string {
  for (let at = search.indexOf(`${name}=`); at > 0; at = search.indexOf(`${name}=`, at + 1)) {
    if (!'?&'.includes(search.charAt(at - 1))) continue;
    const end = search.indexOf('&', at);
    return search.slice(at + name.length + 1, end < 0 ? undefined : end);
  }
  return '';
}

/** The parameter as URLSearchParams would give it; empty where it is missing. */
export function valueOf(search: string, name: string): string {
  return decodeValue(rawOf(search, name));
}

/** The first of the names that says anything. */
export function firstFilled(search: string, names: readonly string[]): string | undefined {
  return search && names.find((name) => rawOf(search, name));
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
