import { expect, test } from 'vitest';
import { suppressCells, suppressionRule } from '@/utils/density/suppression';

type Cell = Parameters<typeof suppressCells>[0][number];
const cell = (platform: string, participants: number, more: Partial<Cell> = {}): Cell => ({
  ...{ platform, week: 'W1', participants, ads: 10 * participants },
  ...more,
});
const marks = (...cells: Cell[]) => suppressCells(cells, suppressionRule.fewest).cells.map((each) => each.suppressed);

test('what could tell of health takes ten', () => {
  const sensitive = { isSensitive: true };
  expect(marks(cell('a', 9, sensitive), cell('b', 4), cell('c', 10, sensitive), cell('d', 9))).toEqual([
    'primary',
    'primary',
    null,
    null,
  ]);
});

test('a cell that one participant makes up by more than 85 % is hidden, and another beside it', () => {
  expect(marks(cell('a', 30, { ofOne: 0.85 }), cell('b', 20), cell('c', 40))).toEqual([null, null, null]);
  expect(marks(cell('a', 30, { ofOne: 0.86 }), cell('b', 20), cell('c', 40))).toEqual(['primary', 'secondary', null]);
});

test('nothing of a hidden cell is told, how few there were least of all', () => {
  const [hidden] = suppressCells([cell('a', 3)], 5).cells;
  expect(hidden).toMatchObject({ participants: null, ads: null, suppressed: 'primary' });
});
