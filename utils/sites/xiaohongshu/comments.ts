import type { CommentReading, Unread } from '../../core/types';
import { all, attribute, closest, found, isA, isElement, own, parentOf, readEach, textOf } from '../dom';
import { badShape } from '../unread';
import { commentTextIn, inOneScript, isWord } from './comment-text';
import { commentIdOf } from './places';
import * as rules from './rules';
import { listAt, stringAt } from './state';
import { readUserId } from './urls';

/** Longer texts are cut before they meet an expression; the site's own limit is far below. */
const longestText = 2000;
const longestTag = 14;

/** Clause by clause: who answers in one may ask in the next. */
export function asksForLink(text: string): boolean {
  const clauses = inOneScript(text.slice(0, longestText)).replace(rules.wanted, '§').split(rules.clauseEnd);
  return clauses.some(
    (clause) =>
      rules.askingForms.some((form) => form.test(clause.trim())) &&
      !rules.answeringForms.some((form) => form.test(clause)),
  );
}

// Threads are long and read again with every change, so the cheap questions come first. A tag may have an icon.
function isTag(tag: Element): boolean {
  const text = isWord(tag) ? textOf(tag) : '';
  return text !== '' && text.length <= longestTag;
}

/** A name may be any word: in the link around it a tag is one only by its own name. */
function isOfSite(tag: Element): boolean {
  return !closest(tag, isA(tag, rules.tagOfName) ? rules.commentBody : rules.commentWords);
}

/** The comment's own short texts: not those of replies in it, not what the user wrote, and not the name. */
function tagsOf(comment: Element): string[] {
  return all(comment, rules.tag)
    .filter((tag) => isTag(tag) && closest(tag, rules.comment) === comment && isOfSite(tag))
    .map(textOf);
}

/** Replies may stand inside the comment they answer; theirs is not its own. */
function ownParts(comment: Element, selector: string): Element[] {
  return all(comment, selector).filter((part) => closest(part, rules.comment) === comment);
}

function ownPart(comment: Element, selector: string): Element | undefined {
  return ownParts(comment, selector)[0];
}

const has = (tags: string[], form: RegExp) => tags.some((tag) => form.test(tag));

function roleOf(
  tags: string[],
  personId: string | undefined,
  noteAuthor: string | undefined,
): CommentReading['authorRole'] {
  if (has(tags, rules.authorTag) || (personId && personId === noteAuthor)) return 'author';
  if (has(tags, rules.merchantTag)) return 'merchant';
  return personId ? 'other_user' : 'unknown';
}

/** By its own name or the box around it, or since it stands in what it answers. */
function isReply(comment: Element): boolean {
  const around = parentOf(comment);
  return !!closest(comment, rules.reply) || (!!around && !!closest(around, rules.comment));
}

function readComment(comment: Element, noteAuthor: string | undefined): CommentReading {
  const tags = tagsOf(comment);
  // It may stand in pieces side by side; one that stands elsewhere is quoted.
  const texts = [
    ownPart(comment, rules.commentText) ?? ownPart(comment, rules.commentBox),
    ...ownParts(comment, rules.moreText),
  ];
  const text = texts.map(commentTextIn).join('\n');
  const date = textOf(ownPart(comment, rules.commentTime) ?? ownPart(comment, rules.commentDate));
  // Whom a text mentions has not written it.
  const person = ownParts(comment, rules.person).find((part) => !closest(part, rules.commentBody));
  const [shownAt] = rules.timeForm.exec(date) ?? [];
  return found<CommentReading>({
    id: commentIdOf(comment),
    authorRole: roleOf(tags, person && readUserId(attribute(person, 'href')), noteAuthor),
    buyer: has(tags, rules.buyerTag) || undefined,
    pinned: has(tags, rules.pinnedTag) || !!ownPart(comment, rules.pinnedMark),
    reply: isReply(comment),
    text,
    asksForLink: asksForLink(text),
    time: shownAt ? { text: shownAt } : undefined,
  });
}

/** Pages of which every change is told. */
const followed = new WeakSet<Document>();
// Comments rarely change once they are shown, and all are read again when one is added.
const known = new WeakMap<Element, { says: string; reading: CommentReading }>();

export function recallComment(comment: Element, noteAuthor: string | undefined): CommentReading {
  // Whether its words have changed, the words themselves must say only where nobody does.
  const words = followed.has(own(comment, 'ownerDocument')) ? '' : textOf(comment);
  const says = [commentIdOf(comment), noteAuthor, words].join(' ');
  const before = known.get(comment);
  if (before?.says === says) return before.reading;
  const reading = readComment(comment, noteAuthor);
  known.set(comment, { says, reading });
  return reading;
}

/** See `SiteReader.noteChanges`. */
export function noteChanges(document: Document, records: readonly MutationRecord[]): void {
  followed.add(document);
  for (const target of new Set(records.map((record) => record.target))) {
    const part = isElement(target) ? target : own(target, 'parentElement');
    const comment = part && closest(part, rules.comment);
    if (comment) known.delete(comment);
  }
}

/** Who loads more has scrolled for an hour, or the page was made to keep us busy: what is beyond is counted as unread. */
const mostComments = 2_000;

export function readComments(root: Element, noteAuthor: string | undefined, unread: Unread[]): CommentReading[] {
  const comments = all(root, rules.comment);
  if (comments.length > mostComments) unread.push(badShape('comments'));
  return readEach(comments.slice(0, mostComments), unread, (comment) => recallComment(comment, noteAuthor));
}

/** State, note page: `showTags: ["is_author", "user_top"]`; code: a phone's page has `user` and `time`, pages before 2023 `user.id` */
function decodeComment(value: unknown, reply: boolean, noteAuthor: string | undefined): CommentReading {
  const tags = listAt(value, 'showTags');
  const text = stringAt(value, 'content') ?? '';
  const [userId] = ['userInfo.userId', 'user.userId', 'user.id'].flatMap((path) => stringAt(value, path) ?? []);
  const createdAt = Number(stringAt(value, 'createTime') ?? stringAt(value, 'time'));
  return found<CommentReading>({
    id: stringAt(value, 'id'),
    authorRole: roleOf(tags.includes('is_author') ? ['作者'] : [], userId, noteAuthor),
    pinned: tags.includes('user_top'),
    reply,
    text,
    asksForLink: asksForLink(text),
    time: Number.isSafeInteger(createdAt) ? { at: createdAt } : undefined,
  });
}

/** A comment and, under it, its replies, in the order they are shown. */
export function decodeComments(list: unknown[], noteAuthor: string | undefined, unread: Unread[]): CommentReading[] {
  const comments = list.flatMap((value) => [
    decodeComment(value, false, noteAuthor),
    ...listAt(value, 'subComments').map((reply) => decodeComment(reply, true, noteAuthor)),
  ]);
  return comments.filter(({ id, text }) => (id ?? text) || (unread.push(badShape('comment')), false));
}
