import type { PageReading } from '../core/types';
import { sites, type Site } from './list';
import type { SiteReader } from './reader';

const readers = import.meta.glob<SiteReader>('./*/index.ts', { eager: true, import: 'reader' });

/** The site whose page this is: the hosts that the manifest states, and their apex, which redirects there. */
export function siteAt(url: string): Site | undefined {
  const [, host = ''] = /^https:\/\/(?:www\.)?([^/?#]+)/i.exec(url) ?? [];
  return sites.find(({ hosts }) => hosts.includes(`https://www.${host.toLowerCase()}/*`));
}

export function readerAt(url: string): SiteReader | undefined {
  return readers[`./${siteAt(url)?.id ?? ''}/index.ts`];
}

/** Nothing runs on pages of `http:`; a file of one is read all the same. */
export function readPage(url: string, document: Document): PageReading {
  return (
    readerAt(url.replace(/^http:/i, 'https:'))?.readPage(url, document) ?? {
      kind: 'other',
      cards: [],
      comments: [],
      links: [],
      unread: [],
    }
  );
}
