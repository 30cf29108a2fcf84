import type { CommentReading, Unread } from '../../core/types';
import { all, attribute, closest, first, found, hrefAt, readEach, textOf } from '../dom';
import { commentIdOf } from './places';
import * as rules from './rules';
import { listAt, stringAt } from './state';
import { readUserId } from './urls';

/** Longer texts are cut before they meet an expression; the site's own limit is far below. */
const longestText = 2000;
const longestTag = 6;

export function asksForLink(text: string): boolean {
  return rules.askingWords.test(text.slice(0, longestText));
}

// Threads are long and read again with every change, so the cheap question comes first.
function isTag(text: string): boolean {
  return text.length > 0 && text.length <= longestTag;
}

/** The comment's own short texts, neither those of replies in it nor what the user wrote. */
function tagsOf(comment: Element): string[] {
  return all(comment, rules.tag)
    .filter((tag) => isTag(textOf(tag)) && closest(tag, rules.comment) === comment && !closest(tag, rules.commentText))
    .map(textOf);
}

function roleOf(
  tags: string[],
  personId: string | undefined,
  noteAuthor: string | undefined,
): CommentReading['authorRole'] {
  const has = (form: RegExp) => tags.some((tag) => form.test(tag));
  if (has(rules.authorTag) || (personId && personId === noteAuthor)) return 'author';
  if (has(rules.merchantTag)) return 'merchant';
  return personId ? 'other_user' : 'unknown';
}

function readComment(comment: Element, noteAuthor: string | undefined): CommentReading {
  const tags = tagsOf(comment);
  const text = textOf(first(comment, rules.commentText));
  return found<CommentReading>({
    id: commentIdOf(comment),
    authorRole: roleOf(tags, readUserId(hrefAt(comment, rules.person)), noteAuthor),
    pinned: tags.some((tag) => rules.pinnedTag.test(tag)),
    reply: !!closest(comment, rules.reply),
    text,
    asksForLink: asksForLink(text),
  });
}

// Comments do not change once they are shown, and all are read again when one is added.
const known = new WeakMap<Element, { says: string; reading: CommentReading }>();

function recallComment(comment: Element, noteAuthor: string | undefined): CommentReading {
  const says = [attribute(comment, 'id'), noteAuthor, textOf(comment)].join(' ');
  const before = known.get(comment);
  if (before?.says === says) return before.reading;
  const reading = readComment(comment, noteAuthor);
  known.set(comment, { says, reading });
  return reading;
}

export function readComments(root: Element, noteAuthor: string | undefined, unread: Unread[]): CommentReading[] {
  return readEach(all(root, rules.comment), unread, (comment) => recallComment(comment, noteAuthor));
}

/** State, note page: `showTags: ["is_author", "user_top"]` */
function decodeComment(value: unknown, reply: boolean): CommentReading {
  const tags = listAt(value, 'showTags');
  const text = stringAt(value, 'content') ?? '';
  return found<CommentReading>({
    id: stringAt(value, 'id'),
    authorRole: roleOf(tags.includes('is_author') ? ['作者'] : [], stringAt(value, 'userInfo.userId'), undefined),
    pinned: tags.includes('user_top'),
    reply,
    text,
    asksForLink: asksForLink(text),
  });
}

/** A comment and, under it, its replies, in the order they are shown. */
export function decodeComments(list: unknown[], unread: Unread[]): CommentReading[] {
  const comments = list.flatMap((value) => [
    decodeComment(value, false),
    ...listAt(value, 'subComments').map((reply) => decodeComment(reply, true)),
  ]);
  return comments.filter(({ id }) => id ?? (unread.push({ where: 'comment', reason: 'shape' }), false));
}
