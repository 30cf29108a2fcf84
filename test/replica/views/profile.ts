import { collector, self } from '../data/boards';
import { html, type Html } from '../html';
import type { Person, World } from '../types';
import { boardList, cardList } from './lists';
import { sitePage } from './site';
import { emptyState } from './state';

const tabs = [
  ['note', '笔记'],
  ['fav', '收藏'],
  ['liked', '点赞'],
] as const;

const subTabs = [
  ['note', '笔记'],
  ['board', '专辑'],
] as const;

/** A profile with its tabs; 收藏 has two of its own. Ours shows what we have collected, others keep it to themselves. */
export function profilePage(author: Person, url: URL, world: World): Html {
  const tab = url.searchParams.get('tab') ?? 'note';
  const subTab = url.searchParams.get('subTab') ?? 'note';
  const main = html`<div class="user-page" data-user="${author.id}">
    <div class="user-info">
      <img class="user-image" alt="" src="/replica-static/avatar/${author.id}.svg" />
      <div>
        <div class="user-name">${author.name}</div>
        <div class="user-redId">小红书号：${author.id.slice(-9)} · IP属地：${author.place}</div>
        <div class="user-desc">记录一点点生活的甜。</div>
      </div>
    </div>
    <div class="reds-tabs-list">${tabs.map(([id, name]) => tabItem(id, name, id === tab))}</div>
    ${tab === 'fav' && html`<div class="reds-tabs-list sub-tabs">${subTabs.map(([id, name]) => tabItem(`fav/${id}`, name, id === subTab))}</div>`}
    <div class="tab-content-item">${content(author, url, world)}</div>
  </div>`;
  return sitePage({ title: `${author.name} - 小红书`, state: emptyState(), main });
}

function tabItem(id: string, name: string, active: boolean): Html {
  return html`<div class="reds-tab-item sub-tab-list${active && ' active'}" data-tab="${id}">
    <span>${name}</span>
  </div>`;
}

function content(author: Person, url: URL, world: World): Html {
  const tab = url.searchParams.get('tab');
  if (tab === 'fav' && author.id !== self.id && author.id !== collector.id)
    return html`<div class="lock-icon"></div>
      <p>对方把收藏设为了私密</p>`;
  if (tab === 'fav' && url.searchParams.get('subTab') === 'board') return boardList(author.id);
  return cardList(url, world, 'userPostedFeeds');
}
