import type { PageReading } from '../core/types';
import { sites, type Site } from './list';
import type * as Xiaohongshu from './xiaohongshu';

/** What every site's reader can do; the first one written sets the form. */
export type SiteReader = typeof Xiaohongshu;

const readers = import.meta.glob<SiteReader>('./*/index.ts', { eager: true });

/** The site whose pages this address is one of: exact hosts, as the manifest states them. */
export function siteAt(url: string): Site | undefined {
  const { origin } = URL.canParse(url) ? new URL(url) : { origin: '' };
  return sites.find(({ hosts }) => hosts.includes(`${origin}/*`));
}

export function readerAt(url: string): SiteReader | undefined {
  const site = siteAt(url);
  return site && readers[`./${site.id}/index.ts`];
}

export function readPage(url: string, document: Document): PageReading {
  return readerAt(url)?.readPage(url, document) ?? { kind: 'other', cards: [], comments: [], links: [], unread: [] };
}
