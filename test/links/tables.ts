import { readFileSync } from 'node:fs';
import type { ResolvedLink } from '../../utils/core/types';
import { resolveLink, resolveText } from '../../utils/links';

export interface LinkRow {
  url: string;
  platform: string;
  kind: string;
  id: string;
  canonical: string;
}

function readRows(name: string): string[][] {
  const text = readFileSync(new URL(`../fixtures/links/${name}`, import.meta.url), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
}

export const linkRows: LinkRow[] = readRows('links.tsv').map(
  ([url = '', platform = '', kind = '', id = '', canonical = '']) => ({ url, platform, kind, id, canonical }),
);

export const attributionRows = readRows('attribution.tsv').map(([url = '', , names = '']) => ({ url, names }));

export function isTarget({ platform, kind }: LinkRow): boolean {
  return platform !== '' && kind !== 'none' && kind !== 'page';
}

/** Whatever it is, as the page's reader asks: first as one link, then as a text. */
export function resolveAny(input: string): ResolvedLink | undefined {
  return resolveLink(input) ?? resolveText(input)[0];
}

/** The columns of the table out of a link. */
export function rowOf(url: string, link: ResolvedLink | undefined): LinkRow | undefined {
  if (!link) return undefined;
  const { platform, kind, itemId, shopId, canonical = '' } = link;
  return { url, platform, kind, id: itemId ?? shopId ?? '', canonical };
}
