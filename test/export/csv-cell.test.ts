import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvText } from '@/utils/export/write/csv-cell';

const read = (cell: string) => (Papa.parse<string[]>(cell).data[0] ?? [])[0] ?? '';

describe('a cell that a spreadsheet would run', () => {
  test.each([
    '=1+1',
    '+86 138',
    '-1',
    '@SUM(A1)',
    '＝cmd',
    '＋1',
    '－1',
    '＠x',
    '  =HYPERLINK("https://evil.example")',
    '\uFEFF=1',
    '\u3000=1',
    '\t=1',
    '\r=1',
    '\n1',
    '\0=1',
    '\0',
    '\tx',
  ])('%j is text', (text) => expect(read(csvText(text))).toBe(`'${text}`));

  test('whatever stands there', () => {
    const risky = fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', '\0', ' ', '\uFEFF');
    const text = fc
      .tuple(fc.array(risky, { maxLength: 4 }), fc.string({ unit: 'binary' }))
      .map(([head, tail]) => head.join('') + tail);
    fc.assert(
      fc.property(text, (each) => {
        const cell = csvText(each);
        // Quoted as a whole: nothing in it ends the cell or the line.
        expect(cell).toMatch(/^"(?:[^"]|"")*"$/);
        const inside = cell.slice(1, -1).replaceAll('""', '"');
        expect(inside.replace(/^'/, '')).toBe(each.replace(/^'/, ''));
        expect(inside).not.toMatch(/^[\s\0]*[=+\-@＝＋－＠]/);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

describe('a cell that is harmless', () => {
  test.each(['', '毛衣', 'a=b', '100012043978', 'a,b', 'say "x"', 'two\nlines', "'quoted", '1-2'])('%j stays', (text) =>
    expect(read(csvText(text))).toBe(text),
  );
});
