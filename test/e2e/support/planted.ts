import { listComments } from '../../replica/data/comments';
import { findNote } from '../../replica/data/notes';
import type { TruthNote } from '../../replica/truth';
import type { TruthCard } from '../../replica/truth-pages';

/** Shorter words stand in any text. */
const leastLength = 6;

/** What people call themselves is short. */
const leastName = 3;

/** Who wrote the notes and the comments, as the site calls them. */
function namesOf(cards: readonly TruthCard[], note: TruthNote): string[] {
  const notes = [note.id, ...cards.map(({ noteId = '' }) => noteId)].flatMap((id) => findNote(id) ?? []);
  const commenters = notes.slice(0, 1).flatMap((each) => listComments(each).map(({ person }) => person.name));
  const names = [...notes.map(({ author }) => author.name), ...commenters];
  return [...new Set(names)].filter(({ length }) => length >= leastName);
}

/** All that a page told of people, notes, comments and goods, and that no row may name; by what it is. */
export function planted(cards: readonly TruthCard[], note: TruthNote): Record<string, string[]> {
  const { comments, links, words } = note;
  const targets = [...links, ...words];
  const found = {
    note: [note.id, ...cards.map(({ noteId = '' }) => noteId)],
    author: [note.authorId, ...cards.map(({ authorId = '' }) => authorId), ...comments.map(({ authorId }) => authorId)],
    title: [note.title, ...cards.map(({ title = '' }) => title)],
    comment: comments.flatMap(({ id, text }) => [id, text]),
    item: targets.flatMap(({ itemId = '', shopId = '' }) => [itemId, shopId]),
    address: ['xsec_token', 'xsec_source', ...targets.map(({ href }) => href)],
  };
  const long = Object.entries(found).map(([what, all]) => [what, all.filter(({ length }) => length >= leastLength)]);
  return { ...Object.fromEntries(long), name: namesOf(cards, note) };
}
