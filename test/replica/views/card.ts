import { listItems } from '../data/items';
import { html, type Html } from '../html';
import type { Item, LinkSpec, NoteSpec } from '../types';
import { count, icon } from './parts';

/** Where a card stands decides its address and what its author link says. */
export interface CardPlace {
  list: 'feed' | 'search' | 'profile';
  token: string;
}

export interface Card {
  width: number;
  height: number;
  markup: string;
}

const sizes = { tall: [1440, 1920], square: [1440, 1440], wide: [1920, 1440] } as const;

/** A note card, field notes §6: a hidden anchor without token, then the cover, then the footer. */
export function noteCard(note: NoteSpec, index: number, place: CardPlace): Card {
  const [width, height] = sizes[note.shape];
  const body = html`<div>
    <a href="/explore/${note.id}" style="display: none;"></a>
    <a class="cover mask ld" target="_self" href="${noteHref(note, place)}"
      ><img src="/replica-static/art/note-${note.id}-0.svg" alt="" loading="lazy" />${
        note.media === 'video' && html`<span class="play-icon">${icon('play-s', 20)}</span>`
      }</a
    >
    <div class="footer">
      <a target="_self" class="title"><span>${note.title}</span></a>
      <div class="author-wrapper">
        <a
          href="/user/profile/${note.author.id}?channel_type=explore_feed&amp;xsec_token=${place.token}&amp;xsec_source=pc_feed"
          class="author"
          target="_blank"
          ><img
            class="author-avatar"
            width="20"
            height="20"
            alt=""
            src="/replica-static/avatar/${note.author.id}.svg"
          /><span class="name">${note.author.name}</span></a
        ><span class="like-wrapper like-active"
          >${icon('like', 16, 'like-icon')}<span class="count">${count(note.likes)}</span></span
        >
      </div>
    </div>
  </div>`;
  return section(body, index, [width, height]);
}

/** 大家都在搜: a card that is no note. */
export function queryCard(index: number): Card {
  const queries = ['租房改造 小户型', '通勤包 轻便', '氛围灯 推荐', '敏感肌 换季'];
  const body = html`<div class="query-note-wrapper">
    <div class="query-note-title">大家都在搜</div>
    ${queries.map((query) => html`<a class="query-note-item" href="/search_result?keyword=${encodeURIComponent(query)}">${query}</a>`)}
  </div>`;
  return section(body, index, [1440, 1200]);
}

export function aiCard(index: number): Card {
  const body = html`<div class="xhs-ai-message-card">
    <div class="ai-title">帮你总结：小卧室怎么选灯</div>
    <p>多数笔记提到 3000K 左右的暖光更放松；床头灯建议可调光，插电款比电池款稳定。以上内容由 AI 生成，仅供参考。</p>
  </div>`;
  return section(body, index, [1440, 1100]);
}

/** A live room with goods under it. */
export function liveCard(index: number, goods: readonly LinkSpec[]): Card {
  const body = html`<div>
    <a class="cover mask ld" target="_blank" href="/livestream/569900000000000001?source=web_feed"
      ><img src="/replica-static/art/live-1-0.svg" alt="" /><span class="xhs-live-note-item-badge">直播中</span></a
    >
    <div class="footer">
      <a class="title" target="_blank"><span>秋冬器物专场，边喝茶边聊</span></a>
      <div class="live-goods">${goods.map(liveGood)}</div>
    </div>
  </div>`;
  return section(body, index, [1440, 1920]);
}

export function itemOf(link: LinkSpec): Item | undefined {
  return link.opens.item ?? listItems().find((item) => item.key === link.itemKey);
}

function liveGood(link: LinkSpec): Html {
  return html`<a class="live-goods-item" target="${link.target}" href="${link.href}"
    ><img alt="" src="/replica-static/art/item-${link.itemId}-0.svg" /><span>${link.label}</span></a
  >`;
}

function noteHref(note: NoteSpec, { list, token }: CardPlace): string {
  if (list === 'profile') return `/user/profile/${note.author.id}/${note.id}?xsec_token=${token}&xsec_source=pc_user`;
  return `/${list === 'search' ? 'search_result' : 'explore'}/${note.id}?xsec_token=${token}&xsec_source=`;
}

function section(body: Html, index: number, [width, height]: readonly [number, number]): Card {
  const markup = html`<section
    class="note-item"
    data-width="${width}"
    data-height="${height}"
    data-index="${index}"
    style="transform: translate(0px, 0px);"
  >
    ${body}
  </section>`;
  return { width, height, markup: markup.markup };
}
