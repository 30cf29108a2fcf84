import { listComments } from '../data/comments';
import { type Html, inlineScript, scriptJson } from '../html';
import type { CommentSpec, NoteSpec, World } from '../types';
import { commentsAtOnce } from './note';
import { count } from './parts';

/** The inline state of a page without a note: `undefined` stands bare in it, as in the real one. */
export function emptyState(): Html {
  return inlineScript(stateText({ note: { noteDetailMap: dirty() } }));
}

/** The same of a live room on air. */
export function roomState(title: string): Html {
  const roomInfo = { roomTitle: title, deeplink: 'xhsdiscover://live_audience?room_id=569900000000000001' };
  return inlineScript(stateText({ liveStream: { liveStatus: 'success', roomData: { roomInfo } } }));
}

/** The inline state of a note opened directly, in the form its spec asks for. */
export function noteState(note: NoteSpec, world: World): Html {
  const entry = stateForm(note, world);
  const state = { note: { currentNoteId: note.id, noteDetailMap: { ...dirty(), [note.id]: entry } } };
  if (note.state !== 'cut') return inlineScript(stateText(state));
  const text = stateText(state);
  // Half of a script is a syntax error for the page too; what was sent before it is all there is.
  return inlineScript(text.slice(0, Math.floor(text.length * 0.6)));
}

function stateForm(note: NoteSpec, world: World): object {
  const whole = noteEntry(note, world);
  if (note.state === 'late') return { note: {}, comments: emptyComments() };
  if (note.state !== 'part') return whole;
  const missing = { user: bare, imageList: bare, interactInfo: { ...whole.note.interactInfo, collected: bare } };
  return { note: { ...whole.note, ...missing }, comments: emptyComments() };
}

const bare = '@@undefined@@';

function stateText(state: object): string {
  const whole = {
    global: { appSettings: { serverTime: bare, notificationInterval: 30 }, ssrContext: bare },
    user: { loggedIn: true, activeTab: { index: 0, query: 'note' }, userPageData: bare },
    feed: { feeds: [], isFetching: false, isError: bare },
    ...state,
  };
  return `window.__INITIAL_STATE__=${scriptJson(whole).replaceAll(JSON.stringify(bare), 'undefined')}`;
}

/** The dirty keys: "" and "undefined" hold entries that belong to no note. */
function dirty() {
  const nothing = { comments: emptyComments(), currentTime: 0, note: {} };
  return { '': nothing, undefined: nothing };
}

function emptyComments() {
  return { list: [], cursor: '', hasMore: true, loading: false, firstRequestFinish: false };
}

/** One note in its camel-case form, with its first comments. */
export function noteEntry(note: NoteSpec, world: World) {
  const list = listComments(note);
  return {
    comments: {
      list: list.slice(0, commentsAtOnce).map((comment) => stateComment(comment, note)),
      cursor: list[commentsAtOnce - 1]?.id ?? '',
      hasMore: list.length > commentsAtOnce,
      loading: false,
      firstRequestFinish: true,
    },
    currentTime: world.now(),
    note: stateNote(note, world),
  };
}

function stateNote(note: NoteSpec, world: World) {
  const at = Number.parseInt(note.id.slice(0, 8), 16) * 1000;
  return {
    noteId: note.id,
    type: note.media === 'video' ? 'video' : 'normal',
    title: note.title,
    desc: [...note.body, note.tags.map((tag) => `#${tag}[话题]#`).join(' ')].join('\n'),
    time: at,
    lastUpdateTime: at,
    ipLocation: note.author.place,
    xsecToken: 'replica',
    user: {
      userId: note.author.id,
      nickname: note.author.name,
      avatar: `/replica-static/avatar/${note.author.id}.svg`,
      xsecToken: 'replica',
    },
    interactInfo: {
      liked: false,
      likedCount: count(note.likes),
      collected: world.collected.has(note.id),
      collectedCount: count(note.collects),
      commentCount: count(note.commentsDeclared),
      shareCount: '12',
      followed: false,
      relation: 'none',
    },
    imageList: Array.from({ length: note.images }, (_, index) => ({
      fileId: '',
      urlDefault: `/replica-static/art/note-${note.id}-${index}.svg`,
      width: 1440,
      height: 1920,
      livePhoto: false,
    })),
    tagList: note.tags.map((name) => ({ id: '', name, type: 'topic' })),
    atUserList: [],
    ...(note.media === 'video' && { video: { capa: { duration: 46 }, media: { videoId: 1, stream: {} } } }),
    shareInfo: { unShare: false },
  };
}

function stateComment(comment: CommentSpec, note: NoteSpec): object {
  return {
    id: comment.id,
    noteId: note.id,
    content: comment.text,
    createTime: Number.parseInt(comment.id.slice(0, 8), 16) * 1000,
    ipLocation: comment.person.place,
    likeCount: String(comment.likes),
    liked: false,
    status: 0,
    invalid: false,
    expended: false,
    hasMore: comment.replies.length > 1,
    showTags: [...(comment.byAuthor ? ['is_author'] : []), ...(comment.pinned ? ['user_top'] : [])],
    atUsers: [],
    pictures: [],
    subCommentCount: String(comment.replies.length),
    subCommentCursor: comment.replies[0]?.id ?? '',
    subCommentHasMore: comment.replies.length > 1,
    subComments: comment.replies.slice(0, 1).map((reply) => stateComment(reply, note)),
    userInfo: {
      userId: comment.person.id,
      nickname: comment.person.name,
      image: `/replica-static/avatar/${comment.person.id}.svg`,
      xsecToken: 'replica',
      aiAgent: false,
    },
  };
}
