import { expect, test } from 'vitest';
import { backFen, joinRefunds } from '@/utils/core/purchases';

const at = Date.UTC(2026, 1, 1, 9);
const refund = (seconds: number, fen = 9_048) => ({ at: at + seconds * 1_000, fen });

test.each([
  ['told by the bills of a shop and of a wallet, seconds apart', [refund(0)], [refund(7)], 9_048],
  ['of a file that a table program has left without seconds', [refund(42)], [refund(0)], 9_048],
  ['of the same file once more', [refund(0), refund(90)], [refund(0), refund(90)], 18_096],
  ['of another sum at the same moment', [refund(0)], [refund(0, 100)], 9_148],
  ['of the same sum a minute later', [refund(0)], [refund(60)], 18_096],
])('a refund %s', (...[, one, other, fen]) => {
  const joined = joinRefunds(one, other);
  expect(backFen(undefined, joined)).toBe(fen);
  expect(joinRefunds(other, one)?.map((each) => each.fen)).toEqual(joined?.map((each) => each.fen));
});

test('none is none', () => expect(joinRefunds([], undefined)).toBeUndefined());
