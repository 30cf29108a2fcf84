import { describe, expect, test } from 'vitest';
import { readerAt, readPage } from '../../utils/sites';
import { parseOtherwise } from './other-parser';
import { cardMarkup, commentMarkup, feed, ids, jdUrl, noteMarkup, noteUrl, overlay, parse } from './pages';

const note = noteMarkup({ content: `<a href="${jdUrl}">去</a>`, comments: commentMarkup('求链接') });
const said = (id: string) => `<i note-id="${id}"></i>`;
const saidCard = (id: string) => feed(cardMarkup(id, 0).replace('<section', `<section note-id="${id}"`));

describe.each([
  ['one parser', parse],
  ['another', parseOtherwise],
])('%s: what else on a page says which note it is hides none', (_which, read) => {
  test.each([
    ['behind a note of its own page', note + said(ids.note)],
    ['of another note there', note + said(ids.other)],
    ['in the note', note.replace('<div class="media-container">', `${said(ids.other)}$&`)],
    ['on a card under the note', note + saidCard(ids.other)],
    ['before an overlay', said(ids.note) + overlay(ids.note, note)],
    ['behind an overlay', overlay(ids.note, note) + said(ids.note)],
    ['on a card behind an overlay', saidCard(ids.note) + overlay(ids.note, note)],
    ['around a page with an overlay', `<div note-id="${ids.note}">${feed('')}${overlay(ids.note, note)}</div>`],
    ['around another note behind it', `<div note-id="${ids.note}">${noteMarkup()}</div>${overlay(ids.note, note)}`],
  ])('%s', (_where, markup) => {
    const page = readPage(noteUrl, read(markup));
    expect([page.note?.title, page.note?.authorId, page.comments.length]).toEqual(['标题', ids.author, 1]);
    expect(page.links).toHaveLength(1);
    expect(page.unread).toEqual([]);
  });

  test('an overlay by another name is one', () => {
    const page = read(`${noteMarkup()}<div note-id="${ids.other}">${noteMarkup({ title: '另一篇' })}</div>`);
    expect(readPage(`https://www.xiaohongshu.com/explore/${ids.other}`, page).note?.title).toBe('另一篇');
    expect(readPage(noteUrl, page).note).toBeUndefined();
  });

  test('a click on a card that says so is none on a note', () => {
    const page = read(saidCard(ids.other));
    const { noteAt, collectTarget } = readerAt(noteUrl)!;
    const path = [page.querySelector('.cover')!];
    expect(noteAt(path, page, undefined)).toBe(false);
    const button = `<span class="collect-wrapper" note-id="${ids.other}"><svg><use href="#collect"></use></svg></span>`;
    const use = read(overlay(ids.note, `<div id="noteContainer">${button}</div>`)).querySelector('use')!;
    expect(collectTarget([use.parentElement!])).toEqual({ noteId: ids.note });
  });
});
