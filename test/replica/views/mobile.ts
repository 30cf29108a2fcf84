import { listComments } from '../data/comments';
import { findItemOf } from '../data/items';
import { html, inlineScript, raw, scriptJson, type Html } from '../html';
import type { NoteSpec, World } from '../types';
import { noteEntry } from './state';
import { yuan } from './parts';

/** The page a phone gets: names as other programs read them (field notes §6), the comments in its state alone. */
export function mobilePage(note: NoteSpec, world: World): Html {
  const links = note.links.filter(({ surface }) => !surface.startsWith('text-'));
  return html`${raw('<!doctype html>')}
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${note.title || '笔记'} - 小红书</title>
        <link rel="icon" href="/favicon.svg" />
        <link rel="stylesheet" href="/replica-static/mobile.css" />
        <script defer src="/replica-static/links.js"></script>
      </head>
      <body>
        <div id="app">
          <div class="nav-bar-box"><span>小红书</span><span class="open-app">打开 App</span></div>
          <div class="note-view-container">
            <div class="narmal-note-container">
              ${pictures(note)}
              <div class="author-box">
                <a href="/user/profile/${note.author.id}?xsec_token=replica"
                  ><img class="avatar-item" alt="" src="/replica-static/avatar/${note.author.id}.svg" /><span
                    class="author-name"
                    >${note.author.name}</span
                  ></a
                >
              </div>
              ${words(note)}
              ${links.map((link) => {
                const item = findItemOf(link);
                return html`<a class="goods-link" href="${link.href}"
                  ><b>${item?.title ?? link.label}</b>${item && html`<i>¥${yuan(item.priceFen)}</i>`}<span
                    >${link.label}</span
                  ></a
                >`;
              })}
            </div>
            <div class="engage-bar-container">
              <span>${note.likes}</span><span>${note.collects}</span><span>${note.commentsDeclared}</span>
            </div>
          </div>
          <div class="bottom-button-box">
            <button type="button">在 App 内打开，看全部 ${note.commentsDeclared} 条评论</button>
          </div>
        </div>
        ${inlineScript(`window.__INITIAL_STATE__=${mobileState(note, world)}`)}
      </body>
    </html>`;
}

function pictures(note: NoteSpec): Html {
  const images = Array.from({ length: note.images }, (_, index) => `/replica-static/art/note-${note.id}-${index}.svg`);
  return html`<div class="onix-carousel">
    ${images.map((image) => html`<div class="onix-carousel-item"><img alt="" src="${image}" /></div>`)}
  </div>`;
}

function words(note: NoteSpec): Html {
  return html`<div class="note-content">
    ${note.title !== '' && html`<div class="title">${note.title}</div>`}
    <div class="desc">${note.body.map((text) => html`<span>${text}</span><br />`)}</div>
  </div>`;
}

/** `noteData.data.{noteData,commentData}`, and a token where the page was asked with one. */
function mobileState(note: NoteSpec, world: World): string {
  const entry = noteEntry(note, world);
  const commentData = { comments: entry.comments.list, commentCount: listComments(note).length, hasMore: true };
  const state = {
    noteData: {
      data: { noteData: entry.note, commentData },
      routeQuery: { xsec_token: 'replica', xsec_source: 'pc_share' },
      isUndefined: '@@undefined@@',
    },
  };
  return scriptJson(state).replaceAll('"@@undefined@@"', 'undefined');
}
