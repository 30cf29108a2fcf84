/** An address as the browser reads it, cut where the rules look at it. */
export interface Address {
  host: string;
  path: string;
  /** With its '?'; empty where there is none. */
  search: string;
}

// Zero-width space and its kin come with copied texts; String.trim leaves them in place.
const INVISIBLE = '\u200b\u200c\u200d\u2060';

/** Trims Unicode and zero-width space, one step per character, and undoes the `&amp;` of saved pages. */
export function cleanText(input: string): string {
  const text = input.trim();
  let start = 0;
  let end = text.length;
  while (start < end && INVISIBLE.includes(text.charAt(start))) start++;
  while (end > start && INVISIBLE.includes(text.charAt(end - 1))) end--;
  const inside = end - start < text.length ? text.slice(start, end).trim() : text;
  return inside.includes('&amp;') ? inside.replaceAll('&amp;', '&') : inside;
}

/** Lower case, without ':'; order pages write `//item.taobao.com/…`. No app that we know has a longer scheme. */
export function schemeOf(text: string): string | undefined {
  if (text.startsWith('https:') || text.startsWith('//')) return 'https';
  return /^([a-z][a-z\d+.-]{0,29}):/i.exec(text)?.[1]?.toLowerCase();
}

/** User-info and ports are how look-alikes are built, so both are refused. */
export function readAddress(text: string): Address | undefined {
  const href = readHref(text);
  if (!href) return undefined;
  // One look at the whole is quicker than asking the URL for each of its parts.
  const slash = href.indexOf('/', 8);
  const authority = href.slice(href.indexOf('//') + 2, slash);
  if (/[@:]/.test(authority)) return undefined;
  const host = authority.endsWith('.') ? authority.slice(0, -1) : authority;
  const hash = href.indexOf('#', slash);
  const end = hash < 0 ? href.length : hash;
  const mark = href.indexOf('?', slash);
  const cut = mark < 0 || mark > end ? end : mark;
  return { host, path: href.slice(slash, cut), search: href.slice(cut, end) };
}

function readHref(text: string): string | undefined {
  try {
    return new URL(text).href;
  } catch {
    // Asking URL.canParse first would parse every address twice.
    return undefined;
  }
}
