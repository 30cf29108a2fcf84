import type { CommentReading, Unread } from '../../core/types';
import { all, attribute, closest, first, found, readEach, textOf } from '../dom';
import { commentIdOf } from './places';
import { selectors, words } from './rules';
import { listAt, stringAt } from './state';
import { readUserId } from './urls';

type Role = CommentReading['authorRole'];

/** Longer texts are cut before they meet an expression; the site's own limit is far below. */
const longestText = 2000;

export function asksForLink(text: string): boolean {
  return words.asks.test(text.slice(0, longestText));
}

/** The comment's own short texts, not those of its replies and not what the user wrote. */
function tagsOf(comment: Element): string[] {
  return all(comment, selectors.commentTag)
    .filter((tag) => closest(tag, selectors.comment) === comment && !closest(tag, selectors.commentText))
    .map(textOf);
}

function roleOf(tags: string[], personId: string | undefined, noteAuthor: string | undefined): Role {
  if (tags.some((tag) => words.author.includes(tag))) return 'author';
  if (tags.some((tag) => words.merchant.includes(tag))) return 'merchant';
  if (personId === undefined) return 'unknown';
  return personId === noteAuthor ? 'author' : 'other_user';
}

function readComment(comment: Element, noteAuthor: string | undefined): CommentReading {
  const person = first(comment, selectors.commentAuthor);
  const tags = tagsOf(comment);
  const text = textOf(first(comment, selectors.commentText));
  return found<CommentReading>({
    id: commentIdOf(comment),
    authorRole: roleOf(tags, person && readUserId(attribute(person, 'href')), noteAuthor),
    pinned: tags.some((tag) => words.pinned.includes(tag)),
    reply: !!closest(comment, selectors.reply),
    text,
    asksForLink: asksForLink(text),
  });
}

function decodeComment(value: unknown, reply: boolean): CommentReading | undefined {
  const id = stringAt(value, 'id');
  if (id === undefined) return undefined;
  const tags = listAt(value, 'showTags');
  const text = stringAt(value, 'content') ?? '';
  const role: Role = stringAt(value, 'userInfo', 'userId') === undefined ? 'unknown' : 'other_user';
  return {
    id,
    authorRole: tags.includes('is_author') ? 'author' : role,
    pinned: tags.includes('user_top'),
    reply,
    text,
    asksForLink: asksForLink(text),
  };
}

/** A comment and, under it, its replies, in the order they are shown. */
export function decodeComments(list: unknown[], unread: Unread[]): CommentReading[] {
  const decoded = list.flatMap((value) => [
    decodeComment(value, false),
    ...listAt(value, 'subComments').map((reply) => decodeComment(reply, true)),
  ]);
  return decoded.filter((comment) => {
    if (!comment) unread.push({ where: 'comment', reason: 'shape' });
    return comment !== undefined;
  });
}

export function readComments(
  root: Document | Element,
  noteAuthor: string | undefined,
  unread: Unread[],
): CommentReading[] {
  return readEach(
    all(root, selectors.comment),
    (comment) => readComment(comment, noteAuthor),
    () => unread.push({ where: 'comment', reason: 'shape' }),
  );
}
