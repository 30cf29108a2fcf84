import { collector, findBoard, self } from '../data/boards';
import { listComments } from '../data/comments';
import { findItem } from '../data/items';
import { goodsIn } from '../data/lists';
import { findAuthor, findNote, listNotes } from '../data/notes';
import { person } from '../data/people';
import type { Html } from '../html';
import { json, notFound, page } from '../reply';
import { skinHtml } from '../skin';
import { scrollQuery } from '../scroll-truth';
import type { NoteSpec, PageRequest, Person, Reply, World } from '../types';
import { parentComment, reply } from '../views/comments';
import { goodsPage, livePage, shopPage } from '../views/goods';
import { boardPage, feedPage, liveListPage, renderCards, searchPage } from '../views/lists';
import { mobilePage } from '../views/mobile';
import { commentsAtOnce } from '../views/note';
import { noteOverlay, notePage } from '../views/note-page';
import { notificationPage } from '../views/notification';
import { profilePage } from '../views/profile';
import { errorPage } from '../views/site';

/** A note asked for so comes as on a phone. */
export const mobileQuery = 'replica-mobile';

/** What a page does to its readers, see pages/hostile.js. */
const hostileQuery = 'replica-hostile';

type Parts = readonly [string, string, string, string];

/** www.xiaohongshu.com and www.rednote.com. */
export function xiaohongshu(request: PageRequest, world: World): Reply {
  const [, first = '', second = '', third = '', fourth = ''] = request.path.split('/');
  const parts: Parts = [first, second, third, fourth];
  if (first === 'replica-api') return fragment(parts, request, world);
  if (first === 'api') return write(request, world);
  const shown = sitePage(parts, request, world);
  if (shown === undefined) return inSkin(errorPage(), world, 404);
  return inSkin(withWishes(shown, request.query), world);
}

function sitePage(parts: Parts, request: PageRequest, world: World): Html | undefined {
  const [first, second, third, fourth] = parts;
  const url = addressOf(request);
  switch (first) {
    case '':
      return feedPage(url, world);
    case 'explore':
      return second === '' ? feedPage(url, world) : openNote(second, request, world);
    case 'search_result':
      return second === '' ? searchPage(url, world) : openNote(second, request, world);
    case 'discovery':
      return openNote(third, request, world);
    case 'user':
      return fourth === '' ? profilePage(author(third), url, world) : openNote(fourth, request, world);
    case 'board':
      return openBoard(second, url, world);
    default:
      return otherPage(parts, url, world);
  }
}

function otherPage(parts: Parts, url: URL, world: World): Html | undefined {
  if (parts[0] === 'livelist') return liveListPage(url, world);
  return parts[0] === 'notification' ? notificationPage() : commercePage(parts);
}

function commercePage([first, second]: Parts): Html | undefined {
  if (first === 'shop' || first === 'vendor') return shopPage('一窑器物');
  if (first === 'livestream') return livePage(goodsIn(second));
  const item = first === 'goods-detail' || first === 'goods' ? findItem('xhs', second) : undefined;
  return item && goodsPage(item);
}

function addressOf({ host, path, query }: PageRequest): URL {
  const url = new URL(path, `https://${host}`);
  url.search = query.toString();
  return url;
}

function openBoard(id: string, url: URL, world: World): Html | undefined {
  const board = findBoard(id);
  return board && boardPage(board, url, world);
}

/** Phones get a page of their own at the same address; here it is asked for by the address. */
function openNote(id: string, { query }: PageRequest, world: World): Html | undefined {
  const note = findNote(id);
  if (query.has(mobileQuery)) return note && mobilePage(note, world);
  return note && notePage(note, world);
}

/** Anyone has a profile, also those who only comment. */
function author(id: string): Person {
  return findAuthor(id) ?? [self, collector].find((one) => one.id === id) ?? { ...person(0), id };
}

/** The log of what was in view is not deferred, as other scripts are: the first frame is in it. */
function withWishes({ markup }: Html, query: URLSearchParams): Html {
  const scroll = query.has(scrollQuery) ? '<script src="/replica-static/scroll.js"></script>' : '';
  const hostile = query.has(hostileQuery) ? '<script defer src="/replica-static/hostile.js"></script>' : '';
  return { markup: markup.replace('</head>', `${scroll}${hostile}</head>`) };
}

/** What the page's own scripts ask for after it has loaded. */
function fragment(parts: Parts, request: PageRequest, world: World): Reply {
  const [, kind, id] = parts;
  if (kind === 'cards') return cards(request, world);
  if (kind === 'fallbacks') return json(fallbacks());
  if (kind === 'overlays') return overlays(request.body.split(','), world);
  const note = findNote(id);
  if (note === undefined) return notFound();
  if (kind === 'overlay') return inSkin(noteOverlay(note, world), world);
  if (kind === 'replies') return replies(note, Number(parts[3]), world);
  return comments(note, Number(parts[3]), world);
}

function overlays(ids: string[], world: World): Reply {
  const notes = ids.flatMap((id) => findNote(id) ?? []);
  return json(notes.map((note) => skinHtml(world.skin, noteOverlay(note, world).markup)));
}

/** From one card on, so many; without either, all of them. */
function cards({ query }: PageRequest, world: World): Reply {
  const list = renderCards(new URL(query.get('page') ?? '/', 'https://www.xiaohongshu.com'), world);
  const from = Number(query.get('from') ?? 0);
  const some = list.slice(from, from + Number(query.get('count') ?? list.length));
  return json(some.map((card) => ({ ...card, markup: skinHtml(world.skin, card.markup) })));
}

/** Where each deep link goes when there is no app. Kept out of the markup, as a page would. */
function fallbacks(): Record<string, string> {
  const links = listNotes().flatMap((note) => note.links);
  return Object.fromEntries(
    links.flatMap(({ href, opens }) =>
      opens.how === 'fallback' && opens.url !== undefined ? [[href, opens.url]] : [],
    ),
  );
}

function comments(note: NoteSpec, from: number, world: World): Reply {
  const all = listComments(note);
  const some = all
    .slice(from, from + commentsAtOnce)
    .map((comment) => skinHtml(world.skin, parentComment(comment).markup));
  return json({ list: some, more: all.length > from + commentsAtOnce });
}

function replies(note: NoteSpec, index: number, world: World): Reply {
  const hidden = listComments(note)[index]?.replies.slice(1) ?? [];
  return json({ list: hidden.map((comment) => skinHtml(world.skin, reply(comment).markup)) });
}

/** The site's own writes, by their real paths; a page may ask to be refused. */
function write({ path, query, body }: PageRequest, world: World): Reply {
  if (query.has('replica-refused')) return json({ code: -1, success: false, msg: '操作频繁，请稍后再试' });
  const id = /[0-9a-f]{24}/.exec(body)?.[0] ?? '';
  if (path.endsWith('/note/collect')) world.collected.add(id);
  if (path.endsWith('/note/uncollect')) world.collected.delete(id);
  return json({ code: 0, success: true, msg: '成功' });
}

function inSkin(markup: Html, world: World, status = 200): Reply {
  return page(skinHtml(world.skin, markup.markup), status);
}
