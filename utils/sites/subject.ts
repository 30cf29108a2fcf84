import { matchesPattern } from '../core/patterns';
import { sites } from './list';

interface Addresses {
  readNoteId: (href: string) => string | undefined;
  readUserId: (href: string) => string | undefined;
}

/** The small files alone: who asks what an address names does not load the readers. */
const addresses = import.meta.glob<Addresses>('./*/urls.ts', { eager: true });

/** The author or the note that an address of a note site names; undefined for any other address. */
export function subjectAt(address: string): { what: 'author' | 'note'; id: string } | undefined {
  const site = sites.find(({ hosts }) => hosts.some((pattern) => matchesPattern(pattern, address)));
  const read = site && addresses[`./${site.id}/urls.ts`];
  const [author, note] = [read?.readUserId(address), read?.readNoteId(address)];
  if (author !== undefined) return { what: 'author', id: author };
  return note === undefined ? undefined : { what: 'note', id: note };
}
