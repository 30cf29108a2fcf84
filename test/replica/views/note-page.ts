import { html, type Html } from '../html';
import type { NoteSpec, World } from '../types';
import { relatedCards } from './lists';
import { emptyNoteContainer, noteContainer } from './note';
import { sitePage } from './site';
import { noteState } from './state';

/** A note opened by its address: a page of its own. */
export function notePage(note: NoteSpec, world: World): Html {
  const late = note.state === 'late';
  const container = late ? emptyNoteContainer() : noteContainer(note, world);
  const main = html`<div class="outer-link-container">${container}</div>
    ${relatedCards(note)}`;
  return sitePage({
    title: late ? '小红书' : `${note.title || '笔记'} - 小红书`,
    state: noteState(note, world),
    main,
    scripts: late ? ['late.js'] : [],
  });
}

/** A note over the page it was opened from. */
export function noteOverlay(note: NoteSpec, world: World): Html {
  return html`<div class="note-detail-mask" note-id="${note.id}">
    <div class="close-mask-dark"></div>
    <button class="close-circle" type="button" aria-label="关闭">×</button>
    ${noteContainer(note, world)}
  </div>`;
}
