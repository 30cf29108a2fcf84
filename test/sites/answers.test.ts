import { describe, expect, test } from 'vitest';
import { readerAt, readPage } from '../../utils/sites';
import { parseOtherwise } from './other-parser';
import { cardMarkup, feed, ids, noteMarkup, noteUrl, parse } from './pages';

// Answers by machine and 大家都在搜, of which no capture shows whether a card stands around them.

const searchUrl = 'https://www.xiaohongshu.com/search_result?keyword=x';
const one = cardMarkup(ids.other, 0);
const other = cardMarkup(ids.note, 2);

describe.each([
  ['one parser', parse],
  ['another', parseOtherwise],
])('%s', (_which, read) => {
  const factsOf = (markup: string, url = searchUrl) => {
    const document = read(markup);
    const { find, read: unitOf } = readerAt(url)!.unitsOn(url, document);
    const { cards, unread } = readPage(url, document);
    const units = Array.from(find(document)).map(unitOf);
    const line = (each: (typeof cards)[number] | (typeof units)[number]) =>
      [each?.position, each?.kind, each?.label?.text].join(' ').trim();
    expect(units.map(line)).toEqual(cards.map(line));
    return { cards: cards.map(line), unread };
  };

  test.each([
    ['ai', 'xhs-ai-message-card'],
    ['ai', 'search_result_ai'],
    ['ai', 'ai-chat-section'],
    ['query', 'query-note-wrapper'],
  ])('%s: .%s among cards is counted apart', (kind, name) => {
    const said = { cards: ['0 note', `1 ${kind}`, '2 note'], unread: [] };
    const bare = `<div class="${name}"><span>广告</span><a href="/explore/${ids.goods}"><img src="a.webp"></a></div>`;
    expect(factsOf(feed(one, bare, other))).toEqual(said);
    expect(factsOf(feed(one, `<section class="note-item">${bare}</section>`, other))).toEqual(said);
  });

  test('one in another is one', () => {
    const inner = '<div class="xhs-ai-message-card">总结</div><div class="xhs-ai-message-card">还有</div>';
    expect(factsOf(feed(one, `<div class="ai-chat-section">${inner}</div>`)).cards).toEqual(['0 note', '1 ai']);
  });

  test('around cards is none, and hides none of them', () =>
    expect(factsOf(`<div class="search_result_ai">${feed(one, other)}</div>`).cards).toEqual(['0 note', '2 note']));

  test('one beside cards in such a frame is counted', () => {
    const inner = '<div class="xhs-ai-message-card">总结</div>';
    expect(factsOf(`<div class="search_result_ai">${inner}${feed(one, other)}</div>`).cards).toEqual([
      'ai',
      '0 note',
      '2 note',
    ]);
  });

  test('in an open note is none', () => {
    const note = noteMarkup({ content: '<div class="ai-chat-section">问一问</div>' });
    expect(readPage(noteUrl, read(note)).cards).toEqual([]);
  });

  test('alone it is no list', () =>
    expect(factsOf('<div class="ai-chat-section">总结</div>')).toEqual({
      cards: ['0 ai'],
      unread: [{ where: 'cards', reason: 'no-data' }],
    }));
});
