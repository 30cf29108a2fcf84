import { html, type Html } from '../html';
import type { CardSpec, Ghost, LabelSpec, LinkSpec, NoteSpec } from '../types';
import { count, icon } from './parts';

/** Where a card stands decides its address and what its author link says. */
export type CardPlace = 'feed' | 'search' | 'profile' | 'board' | 'saved';

export interface Card {
  width: number;
  height: number;
  markup: string;
}

const sizes = { tall: [1440, 1920], square: [1440, 1440], wide: [1920, 1440] } as const;

export function renderCard(spec: CardSpec, index: number, place: CardPlace): Card {
  switch (spec.kind) {
    case 'note':
      return section(noteCard(spec, place), index, sizes[spec.note.shape]);
    case 'live':
      return section(liveCard(spec.room, spec.goods), index, [1440, 1920]);
    case 'query':
      return section(queryCard(), index, [1440, 1200]);
    case 'ai':
      return section(aiCard(), index, [1440, 1100]);
  }
}

/** As cards are in 2026: they say themselves which note they show, and on a profile one anchor stands around each. */
export function renderLaterCard(spec: CardSpec, index: number, place: CardPlace): Card {
  const card = renderCard(spec, index, place);
  const id = spec.kind === 'note' ? spec.note.id : '3f2b6c1e-0d7a-4c55-9a51-3f6e5d0c1e77#1769400000';
  const markup = card.markup.replace('class="note-item"', `class="note-item" data-note-id="${id}"`);
  const isAround = spec.kind === 'note' && (place === 'profile' || place === 'saved');
  return { ...card, markup: isAround ? anchored(markup, noteHref(spec.note, place)) : markup };
}

/** No anchor stands in another. */
function anchored(markup: string, href: string): string {
  const inner = markup
    .replace(/ href="[^"]*"/g, '')
    .replace(/<a(?=\s)/g, '<div')
    .replaceAll('</a', '</div');
  return `<a href="${href}">${inner}</a>`;
}

type NoteCard = Extract<CardSpec, { kind: 'note' }>;

/** A note card, field notes §6: a hidden anchor without token, then the cover, then the footer. */
function noteCard({ note, ghost }: NoteCard, place: CardPlace): Html {
  return html`<div>
    <a href="/explore/${note.id}" style="display: none;"></a>
    <a class="cover mask ld" target="_self" href="${noteHref(note, place)}"
      ><img src="/replica-static/art/note-${note.id}-0.svg" alt="" loading="lazy" />${
        note.media === 'video' && html`<span class="play-icon">${icon('play-s', 20)}</span>`
      }${note.label && cardLabel(note.label)}${ghost && ghostLabel(ghost)}</a
    >
    <div class="footer">
      <a target="_self" class="title"><span>${note.title}</span></a>
      <div class="author-wrapper">
        <a
          href="/user/profile/${note.author.id}?channel_type=explore_feed&amp;xsec_token=replica&amp;xsec_source=pc_feed"
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
}

// Of the two places that the style sheet has for a tag nobody has seen the content (field notes a2).
function cardLabel({ text }: LabelSpec): Html {
  return html`<div class="bottom-tag-area">
    <div class="bottom-wrapper"><span class="bottom-tag-text">${text}</span></div>
  </div>`;
}

const styles: Record<Ghost, string> = {
  'no-size': 'display: block; width: 0; height: 0; overflow: hidden;',
  'no-display': 'display: none;',
  hidden: 'visibility: hidden;',
  transparent: 'opacity: 0;',
  outside: 'position: absolute; top: 0; left: -9999px;',
  'no-letters': 'font-size: 0;',
  'empty-parent': '',
};

/** A label that no reader of the page ever saw. */
function ghostLabel(ghost: Ghost): Html {
  const parent = ghost === 'empty-parent' ? 'display: none;' : '';
  return html`<div class="top-tag-area" style="${parent}">
    <div class="top-wrapper"><span class="top-tag-text" style="${styles[ghost]}">广告</span></div>
  </div>`;
}

/** 大家都在搜: a card that is no note. */
function queryCard(): Html {
  const queries = ['租房改造 小户型', '通勤包 轻便', '氛围灯 推荐', '敏感肌 换季'];
  return html`<div class="query-note-wrapper">
    <div class="query-note-title">大家都在搜</div>
    ${queries.map((query) => html`<a class="query-note-item" href="/search_result?keyword=${encodeURIComponent(query)}">${query}</a>`)}
  </div>`;
}

function aiCard(): Html {
  return html`<div class="xhs-ai-message-card">
    <div class="ai-title">帮你总结：小卧室怎么选灯</div>
    <p>多数笔记提到 3000K 左右的暖光更放松；床头灯建议可调光，插电款比电池款稳定。以上内容由 AI 生成，仅供参考。</p>
  </div>`;
}

/** A live room, with the goods it sells under it. */
function liveCard(room: string, goods: readonly LinkSpec[]): Html {
  return html`<div>
    <a class="cover mask ld" target="_blank" href="/livestream/${room}?source=web_feed"
      ><img src="/replica-static/art/live-1-0.svg" alt="" /><span class="xhs-live-note-item-badge">直播中</span></a
    >
    <div class="footer">
      <a class="title" target="_blank"><span>秋冬器物专场，边喝茶边聊</span></a>
      ${goods.length > 0 && html`<div class="live-goods">${goods.map(liveGood)}</div>`}
    </div>
  </div>`;
}

function liveGood(link: LinkSpec): Html {
  return html`<a class="live-goods-item" target="${link.target}" href="${link.href}"
    ><img alt="" src="/replica-static/art/item-${link.itemId}-0.svg" /><span>${link.label}</span></a
  >`;
}

function noteHref({ id, author }: NoteSpec, place: CardPlace): string {
  if (place === 'profile') return `/user/profile/${author.id}/${id}?xsec_token=replica&xsec_source=pc_user`;
  if (place === 'saved') return `/user/profile/${author.id}/${id}?xsec_token=replica&xsec_source=pc_collect`;
  return `/${place === 'search' ? 'search_result' : 'explore'}/${id}?xsec_token=replica&xsec_source=`;
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
