import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Every file of these endings below a folder. */
function read(folder: string, ends: RegExp) {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
    ends.test(file),
  );
  return files.map((file) => ({ file, text: readFileSync(join(root, folder, file), 'utf8') }));
}

const asked = '@media (prefers-reduced-motion: no-preference) {';

/** What a style sheet says to those who want nothing to move: all but the blocks for those who do not mind. */
function calm(css: string): string {
  const start = css.indexOf(asked);
  if (start < 0) return css;
  let [depth, end] = [1, start + asked.length];
  for (; depth > 0 && end < css.length; end += 1) depth += { '{': 1, '}': -1 }[css.charAt(end)] ?? 0;
  return css.slice(0, start) + calm(css.slice(end));
}

/** Declarations that make something move. */
const moving = /(?<![\w-])(?:transition|animation|scroll-behavior)(?:-[a-z]+)?\s*:|@keyframes/gu;
/** Calls that do. */
const movingCall = /behavior:\s*['"]smooth|\.animate\(|startViewTransition|<animate/u;

describe('for whoever asks for no motion, nothing moves', () => {
  test.each([
    ['a { transition: none }', 1],
    ['a { animation-name: x }', 1],
    ['a { scroll-behavior: smooth }', 1],
    ['@keyframes x { from { top: 0 } }', 1],
    [`${asked} a { transition: top 1s } b { top: 0 } }`, 0],
    [`${asked} a { transition: top 1s } } b { transition: top 1s }`, 1],
    ['a { transform: none; --transition: 1 }', 0],
  ])('%s: %i', (css, found) => {
    expect(calm(css).match(moving) ?? []).toHaveLength(found);
  });

  test('by any style sheet', () => {
    const sheets = read('assets/styles', /\.css$/u);
    expect(sheets.some(({ text }) => text.match(moving))).toBe(true); // what moves is found where it may
    const found = sheets.map(({ file, text }) => [file, calm(text).match(moving)]);
    expect(found.filter(([, matches]) => matches)).toEqual([]);
  });

  test('by any call', () => {
    const sources = ['components', 'entrypoints', 'utils'].flatMap((folder) => read(folder, /\.tsx?$/u));
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter(({ text }) => movingCall.test(text)).map(({ file }) => file)).toEqual([]);
  });
});
