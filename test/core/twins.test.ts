import { describe, expect, test } from 'vitest';
import { type PricedLine, twinsAmong } from '@/utils/core/twins';

const hour = 3_600_000;
const at = 1_000 * hour;
const bill: PricedLine = { key: 'pdd:a::', orderKey: 'pdd:a', at, isBill: true, isTold: false, denied: [] };
const page: PricedLine = { ...bill, key: 'pdd:b:7:', orderKey: 'pdd:b', at: at + hour, isBill: false };
const same: [string, string] = [bill.key, page.key];
const otherBill = { ...bill, key: 'pdd:d::', orderKey: 'pdd:d' };

describe('lines of one house and one amount that may be one purchase', () => {
  test.each<[string, PricedLine[], [string, string][]]>([
    ['within two hours', [bill, page], [same]],
    ['at two hours', [bill, { ...page, at: at + 2 * hour }], [same]],
    ['the bill after the page', [{ ...bill, at: at + 2 * hour }, page], [same]],
    ['longer apart', [bill, { ...page, at: at + 2 * hour + 1 }], []],
    ['two pages it could be', [bill, page, { ...page, key: 'pdd:c:7:', orderKey: 'pdd:c' }], []],
    ['two bills it could be', [bill, otherBill, page], []],
    ['a second bill that is far away', [bill, { ...otherBill, at: at + 4 * hour }, page], [same]],
    ['two bills', [bill, otherBill], []],
    ['two pages', [page, { ...page, key: 'pdd:c:7:', orderKey: 'pdd:c' }], []],
    ['an order of two lines is one', [bill, page, { ...page, key: 'pdd:b:8:' }], [same]],
    ['denied before', [{ ...bill, denied: [page.key] }, page], []],
    [
      'denied of one line is denied of its order',
      [{ ...bill, denied: [page.key] }, page, { ...page, key: 'pdd:b:8:' }],
      [],
    ],
    [
      'denied by one bill, left to the other',
      [{ ...bill, denied: [page.key] }, otherBill, page],
      [['pdd:d::', page.key]],
    ],
    ['a bill has told of it', [bill, { ...page, isTold: true }], []],
    ['of two pages one is told of', [bill, page, { ...page, key: 'c', orderKey: 'c', isTold: true }], [same]],
  ])('%s', (_title, lines, expected) => expect([...twinsAmong(lines)]).toEqual(expected));
});
