/** What a site states about itself; `utils/sites/<id>/site.ts` of every site, found by glob. */
export interface Site {
  id: string;
  names: { 'zh-CN': string; 'zh-TW': string; en: string };
  /** Match patterns: the manifest's host permissions and the pages the note script runs on. */
  hosts: readonly string[];
  /** The address a note can be opened at again; it carries no token. */
  noteUrl: (id: string) => string;
}

/** The small files alone, so that who asks for names and hosts does not load the readers. */
export const sites: Site[] = Object.values(import.meta.glob<Site>('./*/site.ts', { eager: true, import: 'site' }));
