import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvText, unguarded } from '@/utils/export/write/csv-cell';

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
    '\n1',
    '\0=1',
    '\0',
    '\tx',
  ])('%j is text', (text) => expect(read(csvText(text))).toBe(`'${text}`));

  test.each([
    ['好物;=HYPERLINK(A1);x', "好物;'=HYPERLINK(A1);x"],
    ['a\t=1', "a\t'=1"],
    ['a; ＝1', "a;' ＝1"],
    ['a;"=1', 'a;\'"=1'],
    ['a\n-1', "a\n'-1"],
    [';\n=1', ";'\n'=1"],
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
    ["a;'=1", "a;''=1"],
    ["'=1", "''=1"],
  ])('%j is text where another sign ends a cell, too', (text, written) => expect(read(csvText(text))).toBe(written));

  test('whatever stands there', () => {
    const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', '\0', ' ', '\uFEFF', ';', "'", '"'];
    const risky = fc.array(fc.constantFrom(...signs), { maxLength: 5 });
    const tail = fc.string({ unit: 'binary', maxLength: 5 });
    const text = fc.tuple(risky, tail, risky, tail).map(([one, a, other, b]) => [...one, a, ...other, b].join(''));
    fc.assert(
      fc.property(text, (each) => {
        const cell = csvText(each);
        // Quoted as a whole: nothing in it ends the cell or the line.
        expect(cell).toMatch(/^"(?:[^"]|"")*"$/);
        const inside = cell.slice(1, -1).replaceAll('""', '"');
        expect(unguarded(inside)).toBe(each);
        const [first, ...others] = inside.split(/[;\t\r\n]/);
        expect(first).not.toMatch(/^[\s\0]*[=+\-@＝＋－＠]/);
        for (const part of others) expect(part).not.toMatch(/^[\s\0"]*[=+\-@＝＋－＠]/);
      }),
      { numRuns: 2_000 },
    );
  }, 60_000);
});

describe('a cell that is harmless', () => {
  test.each([
    '',
    '毛衣',
    'a=b',
    'a;b=c',
    'a; b',
    "a;'b",
    'a;\n"b=c"',
    'x;',
    '100012043978',
    'a,b',
    'say "x"',
    'two\nlines',
    "'quoted",
    '1-2',
  ])('%j stays', (text) => expect(read(csvText(text))).toBe(text));
});
