/** Lower case, without ':'; order pages write `//item.taobao.com/…`. No app that we know has a longer scheme. */
export function schemeOf(text: string): string | undefined {
  if (text.startsWith('https:') || text.startsWith('//')) return 'https';
  return /^([a-z][a-z\d+.-]{0,29}):/i.exec(text)?.[1]?.toLowerCase();
}

/**
 * Host, path and query as the browser reads them; host without the trailing dot that browsers accept. User-info and
 * ports are how look-alikes are built, so both are refused.
 */
export function readAddress(text: string): { host: string; path: string; search: string } | undefined {
  try {
    // One look at the whole is twice as quick as asking the URL for its parts.
    const parts = /^https?:\/\/([^/:@]+?)\.?(\/[^?#]*)([^#]*)/.exec(new URL(text).href);
    return parts ? { host: parts[1] ?? '', path: parts[2] ?? '', search: parts[3] ?? '' } : undefined;
  } catch {
    // Asking URL.canParse first would parse every address twice.
    return undefined;
  }
}
