import { boardsOf, channels } from '../data/lists';
import { feedNotes } from '../data/notes';
import { cardsAt } from '../data/shown';
import { html, type Html } from '../html';
import type { BoardSpec, NoteSpec, World } from '../types';
import { type Card, type CardPlace, renderCard, renderLaterCard } from './card';
import { sitePage } from './site';
import { emptyState } from './state';

/** How many cards stand in the markup; the page's script then keeps 15 to 24. */
const atFirst = 15;

/** All cards of the page at an address, rendered. */
export function renderCards(url: URL, world: World): Card[] {
  const place = placeOf(url);
  const render = url.searchParams.get('replica-list') === '2026' ? renderLaterCard : renderCard;
  return cardsAt(url, world).map((card, index) => render(card, index, place));
}

function placeOf({ pathname, searchParams }: URL): CardPlace {
  const [, first] = pathname.split('/');
  if (first === 'search_result') return 'search';
  if (first === 'board') return 'board';
  if (first === 'user') return searchParams.get('tab') === 'fav' ? 'saved' : 'profile';
  return 'feed';
}

/** The element that feed.js fills; with nothing to fill it says so. */
export function cardList(url: URL, world: World, id?: string): Html {
  const cards = renderCards(url, world);
  return html`<div class="feeds-container" ${id !== undefined && html` id="${id}"`}>
      ${markup(cards.slice(0, atFirst))}
    </div>
    ${cards.length === 0 && html`<div class="feeds-empty">这里什么都没有</div>`}`;
}

export function feedPage(url: URL, world: World): Html {
  const current = url.searchParams.get('channel_id') ?? channels[0][0];
  const main = html`<div id="mfContainer" class="feeds-page">
    <div class="channel-container">
      <div id="channel-container" class="scroll-container channel-scroll-container">
        <div class="content-container">
          ${channels.map(([id, name]) => html`<div id="${id}" class="channel${id === current && ' active'}" data-channel="${id}">${name}</div>`)}
        </div>
      </div>
    </div>
    ${cardList(url, world, 'exploreFeeds')}
  </div>`;
  return sitePage({ title: '小红书 - 你的生活兴趣社区', state: emptyState(), main });
}

export function searchPage(url: URL, world: World): Html {
  const tabs = ['全部', '图文', '视频', '用户'];
  const ids = ['all', 'image', 'video', 'user'];
  const main = html`<div class="search-layout">
    <div class="channel-container">
      ${tabs.map((tab, index) => html`<div id="${ids[index]}" class="channel${index === 0 && ' active'}">${tab}</div>`)}
    </div>
    ${cardList(url, world)}
  </div>`;
  const title = `${url.searchParams.get('keyword') ?? ''} - 小红书搜索`;
  return sitePage({ title, state: emptyState(), main });
}

export function boardPage(board: BoardSpec, url: URL, world: World): Html {
  const main = html`<div class="board-page">
    <div class="board-info">
      <h1 class="board-name">${board.name}</h1>
      <a class="board-owner" href="/user/profile/${board.owner.id}">${board.owner.name}</a>
      <span>${board.notes.length} 篇笔记</span>
    </div>
    ${cardList(url, world)}
  </div>`;
  return sitePage({ title: `${board.name} - 小红书专辑`, state: emptyState(), main });
}

/** 专辑 of a profile: they lead to boards and are no notes. */
export function boardList(owner: string): Html {
  return html`<div class="board-list-container">
    ${boardsOf(owner).map(
      (board) =>
        html`<div class="board-card">
          <a class="board-link" href="/board/${board.id}?source=web_user_page"
            ><img alt="" src="/replica-static/art/board-${board.id}-0.svg"
          /></a>
          <div class="board-name"><span class="title">${board.name}</span></div>
          <span class="lock-icon"></span><span>${board.notes.length} 篇</span>
        </div>`,
    )}
  </div>`;
}

export function liveListPage(url: URL, world: World): Html {
  const main = html`<div class="live-list-page">${cardList(url, world)}</div>`;
  return sitePage({ title: '小红书直播', state: emptyState(), main });
}

/** A few cards under a note opened directly; each opens over it. */
export function relatedCards(note: NoteSpec): Html {
  return html`<div class="related">
    <h2>相关推荐</h2>
    <div class="related-list">
      ${markup(relatedNotes(note).map((other, index) => renderCard({ kind: 'note', note: other }, index, 'feed')))}
    </div>
  </div>`;
}

export function relatedNotes(note: NoteSpec): NoteSpec[] {
  const at = feedNotes.findIndex((other) => other.id === note.id);
  return [...feedNotes, ...feedNotes].slice(at + 1, at + 5);
}

function markup(cards: readonly Card[]): Html {
  return { markup: cards.map((card) => card.markup).join('') };
}
