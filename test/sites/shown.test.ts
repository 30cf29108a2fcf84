import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Window } from 'happy-dom';
import { readerAt, readPage } from '../../utils/sites';
import { cardMarkup, feed, ids, jdUrl } from './pages';

/** A page that is laid out: each element says in `data-box` where it stands, and in `data-hidden` that a style hides it. */
let window: Window;
let plain: object;
beforeEach(() => {
  window = new Window();
  const { getBoundingClientRect, checkVisibility } = window.Element.prototype;
  plain = { getBoundingClientRect, checkVisibility };
  Object.assign(window.Element.prototype, {
    getBoundingClientRect(this: Element) {
      const [x, y, width, height] = (this.getAttribute('data-box') ?? '0 0 100 20').split(' ').map(Number);
      return new window.DOMRect(x, y, width, height);
    },
    checkVisibility(this: Element) {
      return this.closest('[data-hidden]') === null;
    },
  });
});
// All windows of a file, and of those that run beside it, have one prototype.
afterEach(() => {
  Object.assign(window.Element.prototype, plain);
  return window.happyDOM.close();
});

function labelOn(tag: string, card = cardMarkup(ids.other, 0, tag)) {
  window.document.body.innerHTML = feed(card);
  const { cards, signals } = readPage('https://www.xiaohongshu.com/explore', window.document as unknown as Document);
  return [cards[0]?.label?.text, signals?.length];
}

test.each([
  '<span>广告</span>',
  '<span data-box="-90 -10 100 20">广告</span>',
  '<div style="overflow: hidden"><span>广告</span></div>',
  '<div style="overflow: hidden; height: 0" data-box="0 0 0 0"><span style="position: absolute">广告</span></div>',
  '<div style="overflow: auto" data-box="0 0 100 50"><span data-box="0 900 100 20">广告</span></div>',
  '<div data-box="0 0 1 1"><span>广告</span></div>',
  '<div style="overflow: hidden" data-box="0 0 1 1"><span style="position: fixed">广告</span></div>',
  '<span style="clip: rect(0px, 0px, 0px, 0px)">广告</span>',
])('%s is seen', (tag) => expect(labelOn(tag)).toEqual(['广告', 1]));

describe('layer L4, by style sheets', () => {
  const ad = 'background-image: url(https://ads-img-al.xhscdn.com/x.webp)';
  const other = 'background-image: url(https://sns-webpic-qc.xhscdn.com/x.webp)';
  const signsOn = (style: string) =>
    labelOn('', `<style>${style}</style>${cardMarkup(ids.other, 0).replace('<div>', '<div><i class="x"></i>')}`)[1];

  test.each([
    ['an empty part', `.x { ${ad} }`],
    ['the cover', `.cover { ${ad} }`],
    ['the card', `.note-item { ${ad} }`],
  ])('a picture behind %s', (_where, style) => expect(signsOn(style)).toBe(1));

  test.each([
    ['from another host', `.x { ${other} }`],
    ['outside of cards', `body { ${ad} }`],
  ])('a picture %s is no sign', (_where, style) => expect(signsOn(style)).toBeUndefined());

  test('of many parts a few are asked', () => {
    const asked = vi.spyOn(window, 'getComputedStyle');
    labelOn('<i></i>'.repeat(500));
    expect(asked.mock.calls.length).toBeLessThan(10);
  });
});

test.each([
  ['without width', '<span data-box="5 5 0 20">广告</span>'],
  ['without height', '<span data-box="5 5 100 0">广告</span>'],
  ['hidden by a style', '<span data-hidden>广告</span>'],
  ['in something hidden', '<div data-hidden><span>广告</span></div>'],
  ['hidden in something seen', '<div><span data-hidden>广告</span></div>'],
  ['half of it hidden', '<div><b>广</b><b data-hidden>告</b></div>'],
  ['left of the page', '<span data-box="-9999 5 100 20">广告</span>'],
  ['above the page', '<span data-box="5 -500 100 20">广告</span>'],
  ['right of the page', '<span data-box="9999 5 100 20">广告</span>'],
  ['one pixel large', '<span data-box="5 5 1 1">广告</span>'],
  ['in something one pixel large', '<div data-box="5 5 1 1" style="overflow: hidden"><span>广告</span></div>'],
  ['clipped', '<span style="position: absolute; clip: rect(0px, 0px, 0px, 0px)">广告</span>'],
  ['clipped by a path', '<span style="clip-path: inset(50%)">广告</span>'],
  ['in something clipped', '<div style="clip-path: circle(0px at 50% 50%)"><span>广告</span></div>'],
  ['all but transparent', '<div style="opacity: 0.2"><span style="opacity: 0.2">广告</span></div>'],
  ['of no colour', '<span style="color: rgba(0, 0, 0, 0); background-color: rgba(0, 0, 0, 0)">广告</span>'],
  [
    'of the colour behind it',
    '<span style="background-image: none; color: rgb(9, 9, 9); background-color: rgb(9, 9, 9)">广告</span>',
  ],
])('%s it is no label', (_how, tag) => expect(labelOn(tag)).toEqual([undefined, undefined]));

test('behind one that nobody sees, the next is taken', () =>
  expect(labelOn('<span data-hidden>广告</span><span>赞助</span>')).toEqual(['赞助', 1]));

test('a ghost inside a label does not hide it', () =>
  expect(labelOn('<div>广告<i data-hidden></i></div>')).toEqual(['广告', 1]));

function measure(extra: string) {
  window.document.body.innerHTML = feed(
    cardMarkup(ids.other, 0, extra).replace('<img src', '<img data-box="0 300 9 9" src'),
  );
  const card = window.document.querySelector('section') as unknown as Element;
  const seen = readerAt('https://www.xiaohongshu.com/explore')!.seeLabel(card, window as unknown as globalThis.Window);
  return seen && { text: seen.element.textContent, ...seen.measured };
}

const tag = (style: string, box = '10 20 40 16') =>
  `<span data-box="${box}" style="background-image: none; font-size: 12px; ${style}">广告</span>`;
const black = 'color: rgb(0, 0, 0); background-color: rgb(255, 255, 255);';

test('where it stands, how large, how plain, how near to the link', () =>
  expect(measure(tag(black) + `<a data-box="10 66 40 16" href="${jdUrl}">去</a>`)).toEqual({
    text: '广告',
    box: [10, 20, 40, 16],
    fontPx: 12,
    contrast: 21,
    linkPx: 30,
  }));

test.each([
  ['grey on white', 'color: rgb(119, 119, 119); background-color: rgb(255, 255, 255)', 4.48],
  ['half of black on white', 'color: rgba(0, 0, 0, 0.5); background-color: rgb(255, 255, 255)', 3.98],
  ['a colour on itself', 'color: rgb(9, 9, 9); background-color: rgb(9, 9, 9)', undefined],
  ['something shines through', 'color: rgb(0, 0, 0); background-color: rgba(255, 255, 255, 0.5)', undefined],
  ['a colour nobody reads', 'color: oklch(0.5 0.1 20); background-color: rgb(255, 255, 255)', undefined],
])('contrast of %s', (_name, style, contrast) => expect(measure(tag(style))?.contrast).toBe(contrast));

test('over a picture there is no contrast, without a link no distance', () => {
  const over = measure(tag('color: rgb(0, 0, 0); background-color: rgba(0, 0, 0, 0)', '0 300 9 9'));
  expect(over).toMatchObject({ fontPx: 12 });
  expect(Object.keys(over ?? {})).not.toContain('contrast');
  expect(Object.keys(over ?? {})).not.toContain('linkPx');
});

test('without a label there is nothing to measure', () => expect(measure('')).toBeUndefined());
