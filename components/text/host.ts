import type { LinkKind } from '@/utils/core/types';

/** The host of a web address in its ASCII form; anything that is not http(s) has none and is never opened. */
export function hostOf(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const { protocol, host } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? host : undefined;
}

/** The host an opaque key begins with: keys are `space:id`, an address, or host + path + parameter. */
export function hostOfKey(key: string): string | undefined {
  if (key.includes('://')) return hostOf(key);
  const head = /^[\w.-]+\.[a-z]{2,}(?=[/?]|$)/i.exec(key)?.[0];
  return head && hostOf(`https://${head}`);
}

/** `jd:123` is a known item; an address or a host with a path is a link that has not shown its item yet. */
export function isItemKey(key: string): boolean {
  return /^[\w-]+:(?!\/\/)/.test(key);
}

/** Short links and redirectors show the host that is asked first, and not where it sends whoever asks. */
export function leadsOn({ key, kind }: { key: string; kind?: LinkKind | undefined }): boolean {
  return (kind === 'short' || kind === 'redirector') && !isItemKey(key);
}
