import { expect, test } from 'vitest';
import type { ItemRow } from '@/utils/core/rows';
import { notBoughtTally } from '@/utils/match/not-bought';

const row: ItemRow = {
  ...{
    key: 'jd:1',
    platform: 'jd',
    kind: 'item',
    surfaces: ['ad-link'],
    journey: [],
    savedBy: ['item'],
    state: 'saved',
  },
  savedAt: 5,
};
const dropped = (as?: NonNullable<ItemRow['why']>['as'], at = 20): ItemRow => ({
  ...{ ...row, state: 'dropped', mark: { as: 'dropped', at: 10 } },
  ...(as !== undefined && { why: { as, at } }),
});
const priced = (first: number, last: number): ItemRow => ({
  ...row,
  firstPrice: { fen: first, at: 1 },
  priceFen: last,
});

function tally(...items: ItemRow[]) {
  const sums = notBoughtTally();
  items.forEach(sums.add);
  return sums.end();
}

const { savedAt: _savedAt, ...rest } = row;
const unsaved: ItemRow = { ...rest, savedBy: [], state: 'seen' };
const none = { soldOut: 0, dearer: 0, cheaper: 0, asSeen: 0 };

test('dropped wishes by their reason, the most frequent first and the unsaid last', () => {
  const items = [dropped(), dropped(''), dropped('price', 9), dropped('gone'), dropped('price'), dropped('price')];
  const reasons = [
    { reason: 'price', items: 2 },
    { reason: 'gone', items: 1 },
    { reason: 'unsaid', items: 3 },
  ];
  expect(tally(...items)).toEqual({ dropped: reasons, waiting: none });
});

test.each<[string, ItemRow, Partial<typeof none>]>([
  ['sold out', { ...priced(100, 300), stock: 'out' }, { soldOut: 1 }],
  ['dearer', priced(100, 101), { dearer: 1 }],
  ['cheaper', priced(100, 99), { cheaper: 1 }],
  ['the same price', priced(100, 100), { asSeen: 1 }],
  ['never priced', row, { asSeen: 1 }],
])('what waits: %s', (_title, item, waiting) => {
  expect(tally(item).waiting).toEqual({ ...none, ...waiting });
});

test.each<[string, ItemRow]>([
  ['bought', { ...row, state: 'bought', journey: [{ step: 'bought', at: 7, evidence: 'observed' }] }],
  ['given back', { ...row, state: 'refunded', journey: [{ step: 'bought', at: 7, evidence: 'observed' }] }],
  ['bought and then dropped', { ...dropped('price'), journey: [{ step: 'bought', at: 7, evidence: 'observed' }] }],
  ['only seen', unsaved],
])('%s is no wish that was not bought', (_title, item) => {
  expect(tally(item)).toEqual({ dropped: [], waiting: none });
});
