import { describe, expect, test } from 'vitest';
import { readPage } from '../../utils/sites';
import { parseOtherwise } from './other-parser';
import { cardMarkup, feed, ids, noteMarkup, noteUrl, parse } from './pages';

const searchUrl = 'https://www.xiaohongshu.com/search_result?keyword=x';
const author = `href="/user/profile/${ids.author}?channel_type=web_search_result_notes"`;

/** Hand-made after the search page: one link around picture, name and time. */
const line = (name: string, time = '昨天 12:30', more = '') =>
  `<a class="author" ${author}><img class="author-avatar"><div class="name-time-wrapper">${name}<div class="time">${time}</div></div>${more}</a>`;
const nameOf = (word: string) => `<div class="name"><span>${word}</span></div>`;

describe.each([
  ['one parser', parse],
  ['another', parseOtherwise],
])('%s', (_which, read) => {
  const cardWith = (markup: string) => {
    const card = cardMarkup(ids.other, 0).replace(/<a class="author".*?<\/a>/s, markup);
    const { cards, signals = [] } = readPage(searchUrl, read(feed(card)));
    return { label: cards[0]?.label?.text, role: cards[0]?.authorRole, signals: signals.map(({ rule }) => rule) };
  };

  test.each([
    ['where the time stands', line(nameOf('小明'), '赞助'), '赞助'],
    ['in a part of it', line(nameOf('小明'), '<span>广告</span>'), '广告'],
    ['beside the name and the time', line(nameOf('小明'), '昨天', '<span class="tag">广告</span>'), '广告'],
    ['beside a name by another name', line('<span class="author-name">小明</span>', '昨天', '<i>广告</i>'), '广告'],
    ['the same in no link', '<div class="author"><span class="author-name">小明</span><span>赞助</span></div>', '赞助'],
    ['behind a name that is one', line(nameOf('广告'), '赞助'), '赞助'],
  ])('a label in the author’s line, %s', (_where, markup, text) =>
    expect(cardWith(markup)).toEqual({ label: text, role: undefined, signals: ['label'] }),
  );

  test('a merchant is told there too', () =>
    expect(cardWith(line(nameOf('小明'), '昨天', '<i>商家</i>')).role).toBe('merchant'));

  const none = { label: undefined, role: undefined, signals: [] };
  const forged = ['广告', '赞助', '[广告]', 'Sponsored', '商家', '购买同款'];

  test.each(forged)('nobody whose name is %s is one', (word) => {
    const names = [
      nameOf(word),
      `<span class="name">${word}</span>`,
      `<span class="username"><b>${word}</b></span>`,
      `<span class="user-name">${word}</span><span class="name">x</span>`,
      `<span class="nickname">${word}</span>`,
      `<span class="author-name">${word}</span>`,
    ];
    for (const name of names) expect(cardWith(line(name))).toEqual(none);
    for (const name of names) expect(cardWith(`<a class="author" ${author}><img>${name}</a>`)).toEqual(none);
    expect(cardWith(`<a class="author" ${author}><img><span>${word}</span></a>`)).toEqual(none);
    expect(cardWith(`<a class="author" ${author}><img>${word}</a>`)).toEqual(none);
    expect(cardWith(`<a class="author" ${author}><span>${word}</span><div class="time">昨天</div></a>`)).toEqual(none);
    const note = noteMarkup().replaceAll('作者名', word);
    expect(readPage(noteUrl, read(note)).note).not.toHaveProperty('label');
  });
});
