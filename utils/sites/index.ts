import type { PageReading } from '../core/types';
import { sites, type Site } from './list';
import type { SiteReader } from './reader';

const readers = import.meta.glob<SiteReader>('./*/index.ts', { eager: true, import: 'reader' });

/** The site whose page this is: exact hosts, as the manifest states them. */
export function siteAt(url: string): Site | undefined {
  return sites.find(({ hosts }) => hosts.some((host) => url.startsWith(host.slice(0, -1))));
}

export function readerAt(url: string): SiteReader | undefined {
  return readers[`./${siteAt(url)?.id ?? ''}/index.ts`];
}

export function readPage(url: string, document: Document): PageReading {
  return readerAt(url)?.readPage(url, document) ?? { kind: 'other', cards: [], comments: [], links: [], unread: [] };
}
