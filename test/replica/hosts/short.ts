import { listNotes } from '../data/notes';
import { notFound, redirect } from '../reply';
import type { PageRequest, Reply } from '../types';

/** Union short links: the item is known only when the redirect has landed. */
export function shortLinks({ host, path }: PageRequest): Reply {
  const href = `https://${host}${path}`;
  const link = listNotes()
    .flatMap((note) => note.links)
    .find((entry) => entry.href === href);
  return link?.opens.url === undefined ? notFound() : redirect(link.opens.url);
}
