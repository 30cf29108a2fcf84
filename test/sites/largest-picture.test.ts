// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { largestPicture } from '@/utils/sites/largest-picture';

const view = { innerWidth: 1_000, innerHeight: 800 };

/** Lays out what a browser would. */
function place(boxes: [left: number, top: number, width: number, height: number][]): void {
  document.body.innerHTML = boxes.map(() => '<img>').join('');
  const places = new Map([...document.querySelectorAll('img')].map((image, at) => [image as Element, boxes[at]]));
  Element.prototype.getBoundingClientRect = function (this: Element) {
    const [left = 0, top = 0, width = 0, height = 0] = places.get(this) ?? [];
    return { left, top, right: left + width, bottom: top + height, width, height } as DOMRect;
  };
}

beforeEach(() => place([]));

test('the largest one, by what is on screen of it', () => {
  place([
    [0, 0, 40, 40],
    [-500, 0, 700, 700],
    [300, 100, 400, 500],
    [0, 900, 900, 900],
  ]);
  expect(largestPicture(document, view)).toEqual({ x: 300, y: 100, width: 400, height: 500, across: 1_000 });
});

test('none, where there are only signs, or none on screen', () => {
  place([
    [0, 0, 40, 40],
    [0, 0, 900, 20],
    [0, 900, 900, 900],
  ]);
  expect(largestPicture(document, view)).toBeUndefined();
});

test('a form that goes by the names of the document’s own members changes nothing', () => {
  place([[0, 0, 400, 400]]);
  document.body.insertAdjacentHTML('beforeend', '<form name="querySelectorAll"></form><form name="images"></form>');
  expect(largestPicture(document, view)).toMatchObject({ width: 400 });
});
