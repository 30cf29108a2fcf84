/** Host, path and query (with its '?') of an address. */
export type Address = readonly [host: string, path: string, search: string];

/** Lower case, without ':'; order pages write `//item.taobao.com/…`. No app that we know has a longer scheme. */
export function schemeOf(text: string): string | undefined {
  if (/^(?:https?:|\/\/)/i.test(text)) return 'https';
  return /^([a-z][a-z\d+.-]{0,29}):/i.exec(text)?.[1]?.toLowerCase();
}

/**
 * The address as the browser reads it; host without the trailing dot that browsers accept. User-info and ports are how
 * look-alikes are built, so both are refused.
 */
export function readAddress(text: string): Address | undefined {
  try {
    // One look at the whole is twice as quick as asking the URL for its parts.
    const parts = /^https?:\/\/([^/:@]+?)\.?(\/[^?#]*)([^#]*)/.exec(new URL(text).href);
    return parts ? [parts[1] ?? '', parts[2] ?? '', parts[3] ?? ''] : undefined;
  } catch {
    // Asking URL.canParse first would parse every address twice.
    return undefined;
  }
}
