import { expect, test } from 'vitest';
import { readerAt, readPage } from '../../utils/sites';
import { cardMarkup, feed, ids, jdUrl, parse } from './pages';

const feedUrl = 'https://www.xiaohongshu.com/explore';
const profileUrl = `https://www.xiaohongshu.com/user/profile/${ids.author}`;

function unitsOn(url: string, document: Document) {
  const { find, read } = readerAt(url)!.unitsOn(url, document);
  return () => Array.from(find(document)).flatMap((element) => read(element) ?? []);
}

test('live rooms that open in the app are one each, wherever they stand', () => {
  const room = (id: string) =>
    `<section class="note-item"><a class="cover" href="xhsdiscover://live_audience?source=x&room_id=${id}"><img></a></section>`;
  const keysOf = (...rooms: string[]) => unitsOn(feedUrl, parse(feed(...rooms)))().map(({ key }) => key);
  expect(keysOf(room('5699'), room('5700'))).toEqual(['card::5699', 'card::5700']);
  expect(keysOf(room('5700'))).toEqual(['card::5700']);
});

const onAir = '<a href="/livestream/569900000000000001">去直播间</a>';
const adLink = `<a href="${jdUrl}">购买同款</a>`;
const badge = '<span class="xhs-live-note-item-badge">直播中</span>';

test.each([
  ['a note whose author is on air sells by its own link', adLink + onAir, 'note', 'ad-link'],
  ['in any order', onAir + adLink, 'note', 'ad-link'],
  ['a card with the badge is one of a room', badge + adLink, 'live', 'live-goods'],
])('%s', (_what, more, ...[kind, surface]) => {
  const document = parse(feed(cardMarkup(ids.note, 0, more)));
  expect(unitsOn(feedUrl, document)()).toMatchObject([{ kind, surfaces: [surface] }]);
  expect(readPage(feedUrl, document)).toMatchObject({ cards: [{ kind }], links: [{ surface }] });
});

test('whose profile it is is asked again: the mark may come after the cards', () => {
  const tabs = ['笔记', '收藏'].map((word) => `<div class="reds-tab-item">${word}</div>`).join('');
  const card = feed(cardMarkup(ids.note, 0)).replaceAll(
    /href="[^"]*"/g,
    `href="/user/profile/${ids.author}/${ids.note}"`,
  );
  const document = parse(tabs + card);
  const [posted, saved] = document.querySelectorAll('.reds-tab-item');
  const units = unitsOn(profileUrl, document);
  saved?.classList.add('active');
  expect(units()).toMatchObject([{ authorRole: 'unknown' }]);
  saved?.classList.remove('active');
  posted?.classList.add('active');
  expect(units()).toMatchObject([{ authorRole: 'author', authorId: ids.author }]);
});
