import { describe, expect, test } from 'vitest';
import { type BillLine, type PricedLine, twinsOf } from '@/utils/core/twins';

const hour = 3_600_000;
const at = 1_000 * hour;
const bill: BillLine = { key: 'pdd:a::', orderKey: 'pdd:a', at, denied: [] };
const page: PricedLine = { key: 'pdd:b:7:', orderKey: 'pdd:b', at: at + hour };
const other: PricedLine = { key: 'pdd:c:7:', orderKey: 'pdd:c', at: at + 2 * hour };
const { key: b } = page;
const { key: c } = other;
const denying = (...denied: string[]): BillLine => ({ ...bill, denied });

describe('orders of one house and one amount that a bill’s line may be once more', () => {
  test.each<[string, BillLine, PricedLine[], string[]]>([
    ['none at all', bill, [], []],
    ['within two hours', bill, [page], [b]],
    ['at two hours', bill, [other], [c]],
    ['the bill after the page', { ...bill, at: at + 4 * hour }, [other], [c]],
    ['longer apart', bill, [{ ...page, at: at + 2 * hour + 1 }], []],
    ['longer apart, the bill after the page', bill, [{ ...page, at: at - 2 * hour - 1 }], []],
    ['two, the nearest first', bill, [other, page], [b, c]],
    [
      'two, the nearest first, whichever side it lies on',
      bill,
      [
        { ...page, at: at - 2 * hour },
        { ...other, at },
      ],
      [c, b],
    ],
    ['two as near, the smaller key first', bill, [other, { ...page, at: at - 2 * hour }], [b, c]],
    ['an order of two lines is one, its first stands for it', bill, [{ ...page, key: 'pdd:b:8:' }, page], [b]],
    [
      'an order is as near as its nearest line',
      bill,
      [{ ...other, at: at + 1 }, page, { ...page, key: 'pdd:b:8:', at }],
      [b, c],
    ],
    ['denied before', denying(b), [page], []],
    ['the nearer one denied', denying(b), [page, other], [c]],
    ['both denied', denying(c, b), [page, other], []],
    ['denied of one line is denied of its order', denying(b), [page, { ...page, key: 'pdd:b:8:' }], []],
  ])('%s', (...[, line, lines, expected]) => expect(twinsOf(line, lines)).toEqual(expected));
});
