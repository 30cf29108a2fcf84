import type { CardReading, CommentReading, LinkReading, NoteReading, PageReading } from '../core/types';

/** Whether a fact is there, not what it says. */
function has<T extends object>(reading: T, fields: readonly (keyof T)[]): (keyof T)[] {
  return fields.filter((field) => reading[field] !== undefined);
}

function noteShape({ media, label, commentsDeclared, commentsLoaded, commentsComplete, saved, ...note }: NoteReading) {
  const facts = has(note, ['authorId', 'authorRole', 'title']);
  return { facts, media, label: label?.kind, commentsDeclared, commentsLoaded, commentsComplete, saved };
}

function cardShape({ position, kind, media, label, ...card }: CardReading) {
  return { position, kind, media, label: label?.kind, facts: has(card, ['noteId', 'authorId', 'authorRole', 'title']) };
}

function commentShape({ authorRole, buyer, pinned, reply, asksForLink, ...comment }: CommentReading) {
  return { authorRole, buyer, pinned, reply, asksForLink, facts: has(comment, ['id', 'time']) };
}

function linkShape({ surface, link, layer, rule, commentId, poster, asked }: LinkReading): string {
  const place = [surface, link.platform, link.kind, layer, rule, commentId === undefined ? 'note' : 'comment'];
  return [...place, poster?.role, asked?.where].join(' ').trim();
}

/** What a page says without whom or what it says it of: the same for the page and for its scrubbed capture. */
export function pageShape({ kind, part, note, cards, comments, links, signals = [], unread, ...page }: PageReading) {
  return {
    kind,
    part,
    note: note && noteShape(note),
    cards: cards.map(cardShape),
    comments: comments.map(commentShape),
    links: links.map(linkShape),
    signals: signals.map(({ where, layer, rule, noteId }) => [where, layer, rule, noteId && 'note'].join(' ').trim()),
    savedNotes: page.savedNotes?.length,
    shop: page.shop && has(page.shop, ['shopId', 'name']),
    unread: unread.map(({ where, reason }) => `${where} ${reason}`),
  };
}

export type PageShape = ReturnType<typeof pageShape>;
