import { listComments } from '../data/comments';
import { findItem } from '../data/items';
import { findAuthor, findNote, listNotes } from '../data/notes';
import { person } from '../data/people';
import type { Html } from '../html';
import { json, notFound, page } from '../reply';
import { skinHtml } from '../skin';
import type { NoteSpec, PageRequest, Person, Reply, World } from '../types';
import { parentComment, reply } from '../views/comments';
import { goodsPage, livePage, shopPage } from '../views/goods';
import { feedCards, feedPage, liveLinks, profileCards, profilePage, searchCards, searchPage } from '../views/lists';
import { commentsAtOnce } from '../views/note';
import { noteOverlay, notePage } from '../views/note-page';
import { errorPage } from '../views/site';

type Parts = readonly [string, string, string, string];

/** www.xiaohongshu.com and www.rednote.com. */
export function xiaohongshu(request: PageRequest, world: World): Reply {
  const [, first = '', second = '', third = '', fourth = ''] = request.path.split('/');
  const parts: Parts = [first, second, third, fourth];
  if (first === 'replica-api') return fragment(parts, request, world);
  if (first === 'api') return write(request, world);
  const shown = sitePage(parts, request, world);
  return shown === undefined ? inSkin(errorPage(), world, 404) : inSkin(shown, world);
}

function sitePage(parts: Parts, { query }: PageRequest, world: World): Html | undefined {
  const [first, second, third, fourth] = parts;
  switch (first) {
    case '':
      return feedPage('');
    case 'explore':
      return second === '' ? feedPage(query.get('channel_id') ?? '') : openNote(second, world);
    case 'search_result':
      return second === '' ? searchPage(query.get('keyword') ?? '') : openNote(second, world);
    case 'discovery':
      return openNote(third, world);
    case 'user':
      return fourth === '' ? profilePage(author(third), query.get('tab') ?? 'note', world) : openNote(fourth, world);
    default:
      return commercePage(parts);
  }
}

function commercePage([first, second]: Parts): Html | undefined {
  if (first === 'shop' || first === 'vendor') return shopPage('一窑器物');
  if (first === 'livestream') return livePage(liveLinks);
  const item = first === 'goods-detail' ? findItem('xhs', second) : undefined;
  return item && goodsPage(item);
}

function openNote(id: string, world: World): Html | undefined {
  const note = findNote(id);
  return note && notePage(note, world);
}

/** Anyone has a profile, also those who only comment. */
function author(id: string): Person {
  return findAuthor(id) ?? { ...person(0), id, name: '我的小本本' };
}

/** What the page's own scripts ask for after it has loaded. */
function fragment(parts: Parts, request: PageRequest, world: World): Reply {
  const [, kind, id] = parts;
  if (kind === 'cards') return cards(request, world);
  if (kind === 'fallbacks') return json(fallbacks());
  const note = findNote(id);
  if (note === undefined) return notFound();
  if (kind === 'overlay') return inSkin(noteOverlay(note, world), world);
  if (kind === 'replies') return replies(note, Number(parts[3]), world);
  return comments(note, Number(parts[3]), world);
}

function cards({ query }: PageRequest, world: World): Reply {
  const from = new URL(query.get('page') ?? '/', 'https://www.xiaohongshu.com');
  const [, first, , third = ''] = from.pathname.split('/');
  const list =
    first === 'search_result'
      ? searchCards(from.searchParams.get('keyword') ?? '')
      : first === 'user'
        ? profileCards(third, from.searchParams.get('tab') ?? 'note', world)
        : feedCards(from.searchParams.get('channel_id') ?? '');
  return json(list.map((card) => ({ ...card, markup: skinHtml(world.skin, card.markup) })));
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

/** The site's own writes, by their real paths. */
function write({ path, body }: PageRequest, world: World): Reply {
  const id = /[0-9a-f]{24}/.exec(body)?.[0] ?? '';
  if (path.endsWith('/note/collect')) world.collected.add(id);
  if (path.endsWith('/note/uncollect')) world.collected.delete(id);
  return json({ code: 0, success: true, msg: '成功' });
}

function inSkin(markup: Html, world: World, status = 200): Reply {
  return page(skinHtml(world.skin, markup.markup), status);
}
