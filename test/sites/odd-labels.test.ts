import { describe, expect, test } from 'vitest';
import { readPage } from '../../utils/sites';
import { parseOtherwise } from './other-parser';
import { cardMarkup, feed, ids, noteMarkup, noteUrl, parse } from './pages';

const feedUrl = 'https://www.xiaohongshu.com/explore';

describe.each([
  ['one parser', parse],
  ['another', parseOtherwise],
])('%s', (_which, read) => {
  const noteLabel = (content: string) => readPage(noteUrl, read(noteMarkup({ content }))).note?.label;
  const cardLabel = (card: string) => readPage(feedUrl, read(feed(card))).cards[0]?.label;

  test.each([
    ['a space that nobody sees in it', '广\u200b告'],
    ['its letters apart', '广 告'],
    ['a sign to close it', '广告×'],
  ])('a label with %s is one', (_how, word) => {
    const label = { text: '广告', kind: 'statutory' };
    expect(noteLabel(`<span>${word}</span>`)).toEqual(label);
    expect(cardLabel(cardMarkup(ids.other, 0, `<span>${word}</span>`))).toEqual(label);
  });

  test.each([
    ['a tag outside of the text', '<a class="tag" href="/search_result?keyword=x">广告</a>'],
    ['the name of a place', '<div class="date"><span class="location">广告</span></div>'],
  ])('%s is none', (_what, content) => expect(noteLabel(content)).toBeUndefined());

  test.each([
    ['whoever is called so', '<div class="author"><span>广告</span></div>'],
    ['a heading', '<h3>广告</h3>'],
  ])('on a card in an anchor, %s is none', (_what, inner) =>
    expect(
      cardLabel(`<a href="/explore/${ids.note}"><div class="note-item"><img src="a.webp">${inner}</div></a>`),
    ).toBeUndefined(),
  );
});
