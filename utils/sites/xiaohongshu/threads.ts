import type { CommentReading, LinkPoster, LinkQuestion, LinkReading, NoteReading } from '../../core/types';
import { first, found, type Root } from '../dom';
import { isShown } from '../sight';
import type { ReadNote } from './note';
import * as rules from './rules';
import { at, listAt, type StateEntry } from './state';

/** Replies that are still to come; a phone's page only counts them (code). */
function hasMoreReplies(comment: unknown): boolean {
  const count = Number(at(comment, 'subCommentCount'));
  return Boolean(at(comment, 'subCommentHasMore') ?? count > listAt(comment, 'subComments').length);
}

/** The end is shown and no reply is folded away; of comments that only the state has, the state says so. */
function isAtEnd(root: Root, state: StateEntry | undefined | null, isShownHere: boolean): boolean {
  if (!isShownHere) return state?.hasMore === false && !state.comments.some(hasMoreReplies);
  const end = first(root, rules.threadEnd);
  return !!end && isShown(end) && !first(root, rules.moreReplies);
}

interface Thread {
  loaded: number;
  /** The comments are those that the page shows. */
  shown: boolean;
  state: StateEntry | undefined | null;
}

/**
 * How much of the thread is on the page. Counts of the page include replies, and sometimes what nobody can see. A rounded
 * count is reached before the end is.
 */
export function readThread(
  root: Root,
  { note: { commentsDeclared: declared }, isCounted }: Pick<ReadNote, 'note' | 'isCounted'>,
  { loaded, state, shown }: Thread,
): Pick<NoteReading, 'commentsLoaded' | 'commentsComplete'> {
  const isAll = isCounted && declared !== undefined && loaded >= declared;
  // What says that this is all may say so of comments that were never asked for.
  const isNone = declared !== undefined && loaded === 0;
  return { commentsLoaded: loaded, commentsComplete: isAll || (!isNone && isAtEnd(root, state, shown)) };
}

function posterOf({ authorRole, buyer, pinned, reply, time }: CommentReading): LinkPoster {
  return found<LinkPoster>({ role: authorRole, buyer, pinned, reply, time });
}

/** Of two comments whose times the state says: a question that came after the link did not ask for it. */
function isLater({ time: question }: CommentReading, { time: posted }: CommentReading): boolean {
  return question?.at !== undefined && posted?.at !== undefined && question.at > posted.at;
}

/** Comments come as the page shows them, a thread's first and then its replies; what asks may itself hold no link. */
function questionFor(index: number, comments: CommentReading[]): LinkQuestion | undefined {
  const start = comments.findLastIndex(({ reply }, place) => place <= index && !reply);
  const asks = (comment: CommentReading, place: number) => {
    const link = comments[index];
    return comment.asksForLink && place !== index && !(link && isLater(comment, link));
  };
  const inThread = comments.slice(Math.max(0, start), index).findLast((comment) => asks(comment, -1));
  const asking = inThread ?? comments.find(asks);
  return asking && found<LinkQuestion>({ where: inThread ? 'thread' : 'note', time: asking.time });
}

/** The links with who put them into the comments, and who asked for them. */
export function withPosters(links: LinkReading[], comments: CommentReading[]): LinkReading[] {
  const places = new Map(comments.map(({ id }, index) => [id, index]));
  return links.map((link) => {
    const index = link.commentId === undefined ? undefined : places.get(link.commentId);
    const comment = index === undefined ? undefined : comments[index];
    if (index === undefined || !comment) return link;
    return found<LinkReading>({ ...link, poster: posterOf(comment), asked: questionFor(index, comments) });
  });
}
