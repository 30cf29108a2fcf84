import { items } from '../data/items';
import { liveGoods } from '../data/links';
import { feedNotes, hostileNotes, listNotes, notesBy } from '../data/notes';
import { html, type Html } from '../html';
import type { LinkSpec, NoteSpec, Person, World } from '../types';
import { aiCard, type Card, type CardPlace, liveCard, noteCard, queryCard } from './card';
import { channelBar, sitePage } from './site';
import { emptyState } from './state';

const token = 'replica';

/** How many cards stand in the markup; the page's script then keeps 15 to 24. */
const atFirst = 15;

export const liveLinks: readonly LinkSpec[] = [liveGoods(items.scarf), liveGoods(items.mug)];

type Maker = (index: number) => Card;

export function feedCards(channel: string): Card[] {
  if (channel === 'homefeed.hostile') return number(noteMakers(hostileNotes, 'feed'));
  const makers = noteMakers(feedNotes, 'feed');
  makers.splice(4, 0, queryCard);
  makers.splice(9, 0, (index) => liveCard(index, liveLinks));
  makers.splice(17, 0, aiCard);
  return number(makers);
}

/** Notes that name the word come first, the others after them, as on a site that never says "nothing found". */
export function searchCards(keyword: string): Card[] {
  const names = (note: NoteSpec) => keyword !== '' && [note.title, ...note.tags].join(' ').includes(keyword);
  const notes = listNotes();
  const makers = noteMakers([...notes.filter(names), ...notes.filter((note) => !names(note))].slice(0, 40), 'search');
  makers.splice(3, 0, queryCard);
  return number(makers);
}

export function profileCards(author: string, tab: string, world: World): Card[] {
  const saved = listNotes().filter((note) => world.collected.has(note.id));
  return number(noteMakers(tab === 'fav' ? saved : tab === 'liked' ? [] : notesBy(author), 'profile'));
}

export function feedPage(channel: string): Html {
  const main = html`<div id="mfContainer" class="feeds-page">
    ${channelBar(channel)}
    <div id="exploreFeeds" class="feeds-container">${markup(feedCards(channel))}</div>
  </div>`;
  return sitePage({ title: '小红书 - 你的生活兴趣社区', state: emptyState(), main, scripts: ['feed.js'] });
}

export function searchPage(keyword: string): Html {
  const tabs = ['全部', '图文', '视频', '用户'];
  const ids = ['all', 'image', 'video', 'user'];
  const main = html`<div class="search-layout">
    <div class="channel-container">
      ${tabs.map((tab, index) => html`<div id="${ids[index]}" class="channel${index === 0 && ' active'}">${tab}</div>`)}
    </div>
    <div class="feeds-container">${markup(searchCards(keyword))}</div>
  </div>`;
  return sitePage({ title: `${keyword} - 小红书搜索`, state: emptyState(), main, scripts: ['feed.js'] });
}

export function profilePage(author: Person, tab: string, world: World): Html {
  const tabs = [
    ['note', '笔记'],
    ['fav', '收藏'],
    ['liked', '点赞'],
  ] as const;
  const cards = markup(profileCards(author.id, tab, world));
  const main = html`<div class="user-page">
    <div class="user-info">
      <img class="user-image" alt="" src="/replica-static/avatar/${author.id}.svg" />
      <div>
        <div class="user-name">${author.name}</div>
        <div class="user-redId">小红书号：${author.id.slice(-9)} · IP属地：${author.place}</div>
        <div class="user-desc">记录一点点生活的甜。</div>
      </div>
    </div>
    <div class="reds-tabs-list">
      ${tabs.map(([id, name]) => html`<a class="reds-tab-item sub-tab-list${id === tab && ' active'}" href="/user/profile/${author.id}?tab=${id}">${name}</a>`)}
    </div>
    <div class="tab-content-item"><div class="feeds-container" id="userPostedFeeds">${cards}</div></div>
  </div>`;
  return sitePage({ title: `${author.name} - 小红书`, state: emptyState(), main, scripts: ['feed.js'] });
}

/** A few cards under a note opened directly; each opens over it. */
export function relatedCards(note: NoteSpec): Html {
  const at = feedNotes.findIndex((other) => other.id === note.id);
  const next = [...feedNotes, ...feedNotes].slice(at + 1, at + 5);
  return html`<div class="related">
    <h2>相关推荐</h2>
    <div class="related-list">${markup(number(noteMakers(next, 'feed')))}</div>
  </div>`;
}

function noteMakers(notes: readonly NoteSpec[], list: CardPlace['list']): Maker[] {
  return notes.map((note) => (index) => noteCard(note, index, { list, token }));
}

function number(makers: readonly Maker[]): Card[] {
  return makers.map((make, index) => make(index));
}

function markup(cards: readonly Card[]): Html {
  return {
    markup: cards
      .slice(0, atFirst)
      .map((card) => card.markup)
      .join(''),
  };
}
