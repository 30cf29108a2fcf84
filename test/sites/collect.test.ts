import { expect, test } from 'vitest';
import { readerAt } from '../../utils/sites';
import { commentMarkup, ids, jdUrl, noteMarkup, noteUrl, overlay, parse } from './pages';

const reader = readerAt(noteUrl)!;

/** What `composedPath()` gives for a click on the element. */
function pathTo(document: Document, selector: string): EventTarget[] {
  const path: EventTarget[] = [];
  for (let node: Node | null = document.querySelector(selector); node; node = node.parentNode) path.push(node);
  return [...path, document.defaultView ?? document];
}

test.each([
  ['#collect', false],
  ['#collected', true],
  ['#like', undefined],
  ['', undefined],
])('icon %s means %s', (icon, saved) => {
  const document = parse(noteMarkup({ icon }));
  expect(reader.readCollected(document, ids.note)).toBe(saved);
  expect(reader.readPage(noteUrl, document).note?.saved).toBe(saved);
});

test('the open note, not the one behind it', () => {
  const document = parse(noteMarkup({ icon: '#collected' }) + overlay(ids.note, noteMarkup({ icon: '#collect' })));
  expect(reader.readCollected(document, ids.note)).toBe(false);
});

test('an href without the svg namespace', () => {
  const document = parse(noteMarkup({ icon: '#collected' }).replaceAll('xlink:href', 'href'));
  expect(reader.readCollected(document)).toBe(true);
});

test.each([
  ['.collect-wrapper', {}],
  ['.collect-wrapper svg', {}],
  ['.collect-wrapper use', {}],
  ['.collect-wrapper .count', {}],
  ['.like-wrapper', undefined],
  ['.like-wrapper use', undefined],
  ['.left', undefined],
  ['.engage-bar', undefined],
  ['#detail-title', undefined],
])('a click on %s hits %j', (selector, target) =>
  expect(reader.collectTarget(pathTo(parse(noteMarkup()), selector))).toEqual(target),
);

test('the overlay tells the id', () =>
  expect(reader.collectTarget(pathTo(parse(overlay(ids.note, noteMarkup())), '.collect-wrapper use'))).toEqual({
    noteId: ids.note,
  }));

test('a click anywhere in an anchor follows it', () => {
  const document = parse(
    noteMarkup({
      content: `<div data-url="${jdUrl}"><a id="x" href="/vendor/${ids.shop}"><b id="y">店</b></a><i id="z">去</i></div>`,
    }),
  );
  expect(reader.linkAt(pathTo(document, '#y'), document)).toMatchObject({
    surface: 'shop-entry',
    link: { shopId: ids.shop },
  });
  expect(reader.linkAt(pathTo(document, '#z'), document)).toMatchObject({
    surface: 'ad-link',
    link: { itemKey: 'jd:100012043978' },
  });
});

test('an anchor to a person inside a card that leads to a shop is followed to the person', () => {
  const document = parse(
    noteMarkup({ content: `<div data-url="${jdUrl}"><a id="x" href="/user/profile/${ids.author}">人</a></div>` }),
  );
  expect(reader.linkAt(pathTo(document, '#x'), document)).toBeUndefined();
});

test('a blue link is followed as one', () => {
  const comments = commentMarkup('这里', `<a id="x" href="/goods-detail/${ids.goods}">本子</a>`);
  const document = parse(noteMarkup({ comments }));
  expect(reader.linkAt(pathTo(document, '#x'), document)).toMatchObject({
    surface: 'blue-link',
    commentId: ids.comment,
  });
  expect(reader.linkAt(pathTo(document, '.note-text'), document)).toBeUndefined();
});
