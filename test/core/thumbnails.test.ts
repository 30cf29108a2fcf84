import { describe, expect, test } from 'vitest';
import { cutOf, decodeFrame, isThumbnail, mostThumbnailChars } from '@/utils/core/thumbnails';

const head = 'data:image/jpeg;base64,';

test.each([
  ['as we make them', `${head}AAAA`, true],
  ['as large as may be', head + 'A'.repeat(mostThumbnailChars - head.length), true],
  ['larger', head + 'A'.repeat(mostThumbnailChars - head.length + 1), false],
  ['of another place', 'https://example.test/x.jpg', false],
  ['that is a page', 'data:text/html;base64,AAAA', false],
  ['that is a drawing, which could hold anything', 'data:image/svg+xml;base64,AAAA', false],
  ['with something behind', `${head}AAAA" onerror="x`, false],
  ['that is none', 7, false],
])('a picture %s', (_name, picture, expected) => expect(isThumbnail(picture)).toBe(expected));

const frame = { x: 100, y: 50, width: 400, height: 300, across: 1_000 };

describe('where the picture stands', () => {
  test('is read as the page says it', () => expect(decodeFrame({ ...frame, more: 1 })).toEqual(frame));

  test.each([
    null,
    'text',
    { ...frame, x: -1 },
    { ...frame, width: 0 },
    { ...frame, across: Infinity },
    { ...frame, y: 'a' },
    { ...frame, height: 1e9 },
  ])('and is nowhere for %j', (raw) => expect(decodeFrame(raw)).toBeUndefined());
});

describe('a square is cut', () => {
  test('out of its middle, in the px of the screenshot', () => {
    expect(cutOf(frame, { width: 2_000, height: 1_400 })).toEqual({ x: 300, y: 100, side: 600 });
  });

  test('out of the part that the screenshot holds', () => {
    expect(cutOf(frame, { width: 1_000, height: 250 })).toEqual({ x: 200, y: 50, side: 200 });
  });

  test('and nothing, where it holds none', () => {
    expect(cutOf(frame, { width: 1_000, height: 50 })).toBeUndefined();
  });
});
