import { describe, expect, test } from 'vitest';
import { billMerger, readBill, readBillRows } from '@/utils/bills';
import { bills, hasCaptures, readBytes, readCapture, shanghai } from './files';

/** In pieces of a size that cuts characters and lines. */
async function* pieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 701) yield await Promise.resolve(bytes.subarray(at, at + 701));
}

describe('every bill, field by field', () => {
  test.each(bills)('%s', (name, { found }) => {
    const reading = readBill(readBytes(name), name);
    expect(reading.found.map(({ refundedFen: _told, ...rest }) => rest)).toEqual(expect.arrayContaining(found));
    expect(reading.found).toHaveLength(found.length);
    expect(reading.unread).toEqual([]);
  });

  test.each(bills)('%s, as a stream', async (name) => {
    const merger = billMerger();
    for await (const row of readBillRows(pieces(readBytes(name)), name)) merger.add(row);
    expect(merger.reading()).toEqual(readBill(readBytes(name), name));
  });
});

test('refunds join their payments, and are counted where they have none', () => {
  const refunded = (name: string) =>
    readBill(readBytes(name), name).found.flatMap(({ orderId, refundedFen }) =>
      refundedFen === undefined ? [] : [[orderId, refundedFen]],
    );
  expect(refunded('alipay-bill.gbk.csv')).toEqual([['4000000000000000103', 1990]]);
  expect(refunded('jd-bill.utf8bom.csv')).toEqual([['300000000002', 9048]]);
  expect(refunded('wechat-bill.utf8bom.csv')).toEqual([['10000000000000000004', 1990]]);
  expect(readBill(readBytes('alipay-bill.gbk.csv'), '').skipped).toBe(1);
  expect(readBill(readBytes('wechat-bill.utf8bom.csv'), '').skipped).toBe(1);
});

test('Meituan: what was paid, not what was asked; a loan paid back is no purchase', () => {
  const { found, unread, skipped } = readBill(readBytes('made-meituan-bill.csv'), 'made-meituan-bill.csv');
  const bill = { platform: 'meituan', quantity: 1, source: 'bill' };
  expect(found).toEqual([
    {
      ...bill,
      orderId: '4000000000000000000000000000011',
      title: '示例烤肉双人套餐',
      orderPaidFen: 11800,
      orderedAt: shanghai('2026-01-06 18:30:00'),
      paidAt: shanghai('2026-01-06 18:30:12'),
      status: 'paid',
    },
    {
      ...bill,
      orderId: '4000000000000000000000000000012',
      title: '示例闪购 纸巾',
      orderPaidFen: 2990,
      orderedAt: shanghai('2026-01-04 09:00:00'),
      paidAt: shanghai('2026-01-04 09:00:08'),
      status: 'refunded',
    },
    {
      ...bill,
      orderId: '4000000000000000000000000000014',
      title: '示例电影票 2张',
      orderPaidFen: 6770,
      orderedAt: shanghai('2026-01-02 12:00:00'),
      paidAt: shanghai('2026-01-02 12:00:05'),
      status: 'paid',
    },
  ]);
  expect([unread, skipped]).toEqual([[], 1]);
});

describe.skipIf(!hasCaptures)('real bills', () => {
  test('Alipay, masked: no number names a shop, so nothing is taken for a purchase', () => {
    expect(readBill(readCapture('alipay-bill.gbk.csv'), 'alipay.csv')).toEqual({ found: [], unread: [], skipped: 10 });
  });

  test('WeChat: two orders of Meituan among 27 money matters', () => {
    const { found, unread, skipped } = readBill(readCapture('wechat-bill.utf8.csv'), 'wechat.csv');
    const bill = { platform: 'meituan', title: '', quantity: 1, status: 'paid', source: 'bill' };
    expect(found).toEqual([
      { ...bill, orderId: '12345', orderPaidFen: 990, paidAt: shanghai('2023-07-09 13:25:22') },
      { ...bill, orderId: '54321', orderPaidFen: 5000, paidAt: shanghai('2023-07-09 13:30:22') },
    ]);
    expect([unread, skipped]).toEqual([[], 25]);
  });
});
