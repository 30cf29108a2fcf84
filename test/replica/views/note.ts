import { countComments, listComments } from '../data/comments';
import { clobbering } from '../data/clobbering';
import { findItemOf } from '../data/items';
import { labelWords, lookAlikes } from '../data/notes-odd';
import { html, type Html } from '../html';
import type { LabelSpec, LinkSpec, NoteSpec, World } from '../types';
import { parentComment } from './comments';
import { count, icon, yuan } from './parts';

export const commentsAtOnce = 10;

/** `#noteContainer`, field notes §6, with everything a note shows; code: `#noteContainer[data-type="video"]`. */
export function noteContainer(note: NoteSpec, world: World): Html {
  return html`<div id="noteContainer" class="note-container" data-type="${note.media === 'video' ? 'video' : 'normal'}">
    <div class="media-container">${media(note)}</div>
    <div class="interaction-container">
      ${authorBar(note)}
      <div class="note-scroller">${content(note)}${comments(note)}</div>
      ${engageBar(note, world.collected.has(note.id))}
    </div>
  </div>`;
}

/** The same frame before anything has arrived. */
export function emptyNoteContainer(): Html {
  return html`<div id="noteContainer" class="note-container note-loading">
    <div class="media-container"></div>
    <div class="interaction-container"><div class="note-scroller"></div></div>
  </div>`;
}

/** A film has a player; of its name there is code, no page. */
function film(note: NoteSpec): Html {
  return html`<div class="player-container">
    <video muted playsinline poster="/replica-static/art/note-${note.id}-0.svg"></video>
    <span class="player-icon">${icon('play-s', 64)}</span>
    ${note.traps.includes('film-words') && flyingWords()}
  </div>`;
}

/** 弹幕 and subtitles: what people say, in the very words of labels. */
function flyingWords(): Html {
  return html`<div class="bullet-screen">
      ${labelWords.map((word) => html`<div class="bullet"><span>${word}</span></div>`)}
    </div>
    <div class="subtitle"><span>${labelWords[0]}</span></div>`;
}

/** What an author puts on a picture and writes under it. */
function stickers(): Html {
  return html`${labelWords.map((word) => html`<div class="sticker"><em>${word}</em></div>`)}
    <figcaption>${labelWords[1]}</figcaption>`;
}

function media(note: NoteSpec): Html {
  if (note.media === 'video') return film(note);
  const slides = Array.from(
    { length: note.images },
    (_, index) =>
      html`<div class="swiper-slide${index > 0 && ' waiting'}" data-swiper-slide-index="${index}">
        <img alt="" src="/replica-static/art/note-${note.id}-${index}.svg" />
        ${note.traps.includes('film-words') && stickers()}
      </div>`,
  );
  return html`<div class="note-slider">${slides}</div>
    ${note.images > 1 && html`<div class="fraction">1/${note.images}</div>`}`;
}

function authorBar({ author }: NoteSpec): Html {
  const profile = `/user/profile/${author.id}?xsec_token=replica&xsec_source=pc_note`;
  return html`<div class="author-container">
    <div class="author-wrapper">
      <div class="info">
        <a href="${profile}"><img class="avatar-item" alt="" src="/replica-static/avatar/${author.id}.svg" /></a>
        <a class="name" href="${profile}"><span class="username">${author.name}</span></a>
      </div>
      <button class="follow-button" type="button">关注</button>
    </div>
  </div>`;
}

function content(note: NoteSpec): Html {
  const shown = note.links.filter(({ surface }) => !surface.startsWith('text-'));
  return html`<div class="note-content">
    ${note.title !== '' && html`<div id="detail-title" class="title">${note.title}</div>`}
    <div id="detail-desc" class="desc">
      <span class="note-text"
        >${note.body.map((text) => html`<span>${text}</span><br />`)}${note.tags.map((tag) => html`<a class="tag" id="hash-tag" href="/search_result?keyword=${encodeURIComponent(tag)}&amp;type=54">#${tag}</a> `)}</span
      >
    </div>
    ${note.traps.includes('look-alikes') && lookAlikeList()}
    ${note.traps.includes('clobbering-form') && clobberingForm()}
    ${shown.length > 0 && html`<div class="commerce">${shown.map((link) => commerceLink(link, note.label))}</div>`}
    <div class="bottom-container"><span class="date">10-27 ${note.author.place}</span></div>
  </div>`;
}

function commerceLink(link: LinkSpec, label: LabelSpec | undefined): Html {
  if (link.surface === 'shop-entry')
    return html`<a class="shop-link" href="${link.href}" target="${link.target}"
      ><span>店铺</span><b>${link.label}</b></a
    >`;
  const item = findItemOf(link);
  const button = link.surface === 'ad-link' ? link.label : '去看看';
  return html`<a class="goods-link" href="${link.href}" ${link.target === '_blank' && html` target="_blank"`}>
    ${item !== undefined && html`<img alt="" src="/replica-static/art/item-${item.id}-0.svg" />`}
    <span class="goods-words"
      ><b>${item?.title ?? link.label}</b
      ><i
        >${item !== undefined && `¥${yuan(item.priceFen)}`}${link.surface === 'ad-link' && label !== undefined && html`<em>${label.text}</em>`}</i
      ></span
    >
    <span class="goods-button">${button}</span>
  </a>`;
}

// `javascript:` and `data:` are among them: they must not be taken for a link either.
function lookAlikeList(): Html {
  return html`<ul class="look-alikes">
    ${lookAlikes.map((href) => html`<li><a href="${href}" rel="noreferrer">${href.slice(0, 60)}</a></li>`)}
  </ul>`;
}

/** Inputs named like DOM properties hide those properties on the form. */
function clobberingForm(): Html {
  return html`<form class="homework" action="#">
    ${clobbering.map((name) => html`<input name="${name}" value="${name}" />`)}<a href="/explore">返回首页</a>
  </form>`;
}

function comments(note: NoteSpec): Html {
  const all = listComments(note);
  const shown = all.slice(0, commentsAtOnce);
  if (all.length === 0)
    return html`<div class="comments-el">
      <div class="comments-container"><div class="no-comments-text">这是一片荒地，点击评论</div></div>
    </div>`;
  return html`<div class="comments-el">
    <div class="comments-container">
      <div class="total">共 ${countComments(all)} 条评论</div>
      <div class="list-container">${shown.map(parentComment)}</div>
      ${shown.length === all.length && html`<div class="end-container">- THE END -</div>`}
    </div>
  </div>`;
}

function engageBar(note: NoteSpec, collected: boolean): Html {
  const button = (name: string, text: string, id = '') =>
    html`<span class="${name}-wrapper${name === 'like' && ' like-active'}" ${id !== '' && html` id="${id}"`}
      >${icon(name === 'collect' && collected ? 'collected' : name, 24, `${name}-icon`)}<span class="count"
        >${text}</span
      ></span
    >`;
  return html`<div class="interactions engage-bar">
    <div class="engage-bar-container">
      <div class="interact-container">
        <div class="input-box"><span>说点什么...</span></div>
        <div class="buttons engage-bar-style">
          <div class="left">
            ${button('like', count(note.likes))}${button('collect', count(note.collects + (collected ? 1 : 0)), 'note-page-collect-board-guide')}${button('chat', note.commentsDeclared === 0 ? '评论' : count(note.commentsDeclared))}${button('share', '')}
          </div>
        </div>
      </div>
    </div>
  </div>`;
}
