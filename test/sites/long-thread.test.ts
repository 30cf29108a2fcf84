import { expect, test, vi } from 'vitest';
import type { Unread } from '../../utils/core/types';
import { readComments } from '../../utils/sites/xiaohongshu/comments';
import { findTotals } from '../../utils/sites/xiaohongshu/root';
import { comment, total } from '../../utils/sites/xiaohongshu/rules';
import { commentMarkup, parse } from './pages';

const there = 20_000;

/** A part of a page as far as its readers ask it: real pages of this size take minutes to parse here. */
class Part {
  readonly #found: (selector: string) => unknown[];
  constructor(found: (selector: string) => unknown[]) {
    this.#found = found;
  }
  querySelectorAll(selector: string) {
    return this.#found(selector);
  }
}

const asElement = (part: Part) => part as unknown as Element;

test('of 20,000 comments 2,000 are read, each by its text once a reading, and the others are counted as unread', () => {
  const found = parse(commentMarkup('链接呢')).querySelector(comment);
  if (!found) throw new Error('no comment');
  const root = asElement(new Part(() => Array.from({ length: there }, () => found)));
  const unread: Unread[] = [];
  expect(readComments(root, undefined, unread)).toHaveLength(2_000);
  expect(unread).toEqual([{ where: 'comments', reason: 'shape' }]);
  let owner = Object.getPrototypeOf(found) as Element;
  while (!Object.hasOwn(owner, 'textContent')) owner = Object.getPrototypeOf(owner) as Element;
  const asked = vi.spyOn(owner, 'textContent', 'get');
  readComments(root, undefined, []);
  expect(asked.mock.contexts.filter((each) => each === found)).toHaveLength(2_000);
  asked.mockRestore();
});

test('of 20,000 texts whose names nobody knows half are asked whether they count the comments', () => {
  let asked = 0;
  class Leaf {
    readonly #text: string;
    constructor(text: string) {
      this.#text = text;
    }
    get childElementCount() {
      asked++;
      return 0;
    }
    get textContent() {
      return this.#text;
    }
  }
  const texts = Array.from({ length: there }, (_text, index) => new Leaf(index === 30 ? '共 14 条评论' : '好'));
  const totals = findTotals(asElement(new Part((selector) => (selector === total ? [] : texts))));
  expect(totals).toEqual([texts[30]]);
  expect(asked).toBe(10_000);
});
