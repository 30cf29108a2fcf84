import { expect, test } from 'vitest';
import { numbersIn } from './told';

test('numbers are read out of the sentence that tells them, wherever it stands', () => {
  const text = 'Of 7 files. The restore is complete. 1,200 added, 34 already there, 0 unreadable. 5';
  expect(numbersIn(text, '$1 added, $2 already there, $3 unreadable.')).toEqual([1_200, 34, 0]);
  expect(numbersIn('Done: 10,023 entries, 1.2 MB. The rest', 'Done: $1 entries')).toEqual([10_023]);
  expect(numbersIn(text, '$1 entries (all)')).toEqual([]);
});
