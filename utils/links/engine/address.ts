export interface Address {
  /** Lower case, without ':'. */
  scheme: string;
  /** What follows the scheme and its slashes. */
  rest: string;
}

// No app that we know has a longer name; the limit keeps the search short on prose.
const SCHEME = /^([a-z][a-z\d+.-]{0,29}):(?:\/\/)?/i;
// Order pages and saved HTML carry `&amp;`; share texts end in full-width or zero-width space (U+200B, U+2060).
const INVISIBLE = new Set(['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff']);

/** Trims Unicode and zero-width space; one step per character, so that no input takes longer than its length. */
export function cleanText(input: string): string {
  const text = input.trim();
  let start = 0;
  let end = text.length;
  while (start < end && INVISIBLE.has(text.charAt(start))) start++;
  while (end > start && INVISIBLE.has(text.charAt(end - 1))) end--;
  const inside = text.slice(start, end).trim();
  return inside.includes('&amp;') ? inside.replaceAll('&amp;', '&') : inside;
}

export function readAddress(text: string): Address | undefined {
  // Order pages write `//item.taobao.com/item.htm?id=…`.
  if (text.startsWith('//')) return { scheme: 'https', rest: text.slice(2) };
  const match = SCHEME.exec(text);
  if (!match?.[1]) return undefined;
  return { scheme: match[1].toLowerCase(), rest: text.slice(match[0].length) };
}

/** Parses as the browser would; user-info and odd ports are how look-alikes are built, so both are refused. */
export function readUrl(text: string): URL | undefined {
  try {
    const url = new URL(text);
    return url.username || url.password || url.port ? undefined : url;
  } catch {
    // Asking URL.canParse first would parse every address twice.
    return undefined;
  }
}

/** Host without the trailing dot that the browser accepts: `item.taobao.com.` */
export function readHost(url: URL): string {
  const host = url.hostname;
  return host.endsWith('.') ? host.slice(0, -1) : host;
}
