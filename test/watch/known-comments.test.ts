// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readerAt } from '@/utils/sites';
import { followChanges } from '@/utils/watch/changes';
import { commentMarkup, noteMarkup, noteUrl } from '../sites/pages';
import { settle } from './made-page';

const reader = readerAt(noteUrl)!;
const count = 40;
const idOf = (place: number) => `69d140b8000000000903${String(1_000 + place)}`;
const textAt = (place: number) => document.getElementById(`comment-${idOf(place)}`)!.querySelector('.note-text')!;

let end: () => void;
const changed = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  changed.mockClear();
  const comments = Array.from({ length: count }, (_each, place) =>
    commentMarkup(`第 ${String(place)} 条`, '', idOf(place)),
  );
  document.body.innerHTML = noteMarkup({ comments: comments.join('') });
  end = followChanges(window, reader, changed);
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

/** What the comments say, and in how many of them any text was read for it. */
function read() {
  const touched = new Set<Element>();
  const { get } = Object.getOwnPropertyDescriptor(Element.prototype, 'textContent')!;
  const spy = vi.spyOn(Element.prototype, 'textContent', 'get').mockImplementation(function (this: Element) {
    const comment = this.closest('.comment-item');
    if (comment) touched.add(comment);
    return get!.call(this) as string;
  });
  const { comments } = reader.readOpen(noteUrl, document);
  spy.mockRestore();
  return { texts: comments.map(({ text }) => text), touched: touched.size };
}

test('a comment is read once, however often its note is', () => {
  const first = read();
  expect([first.texts.length, first.touched]).toEqual([count, count]);
  expect(read()).toEqual({ texts: first.texts, touched: 0 });
});

test('one that is added is read, and no other', async () => {
  const { texts } = read();
  document.querySelector('.list-container')!.insertAdjacentHTML('beforeend', commentMarkup('新的'));
  await settle();
  expect(read()).toEqual({ texts: [...texts, '新的'], touched: 1 });
  expect(changed).toHaveBeenCalledOnce();
});

test.each([
  ['another text in its place', (text: Element) => (text.firstChild!.nodeValue = '求链接'), 0],
  ['another text node', (text: Element) => (text.textContent = '求链接'), 1],
  ['a part of its own', (text: Element) => (text.innerHTML = '<span>求<b>链接</b></span>'), 1],
])('one that has %s is read again, and no other', async (_what, change, calls) => {
  const { texts } = read();
  change(textAt(7));
  await settle();
  expect(read()).toEqual({ texts: texts.with(7, '求链接'), touched: 1 });
  expect(changed).toHaveBeenCalledTimes(calls);
});

test('an element that shows another comment is that one', async () => {
  read();
  const element = textAt(7).closest('.comment-item')!;
  element.id = `comment-${idOf(count)}`;
  textAt(count).firstChild!.nodeValue = '求链接';
  await settle();
  expect(reader.readOpen(noteUrl, document).comments[7]).toMatchObject({ id: idOf(count), asksForLink: true });
});
