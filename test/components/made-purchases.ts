import type { BillPreview, BillView } from '@/components/dashboard/purchases/bill-props';

const noUnread = { count: 0, reasons: {}, first: [] };

export const billPreview: BillPreview = {
  files: [
    {
      name: '支付宝交易明细(20260101-20260131).csv',
      account: 's***@example.com',
      purchases: 38,
      skipped: 112,
      unread: noUnread,
    },
    {
      name: '微信支付账单.xlsx',
      purchases: 9,
      skipped: 1_240,
      unread: {
        count: 61,
        reasons: { 'foreign-currency': 1, shape: 60 },
        first: Array.from({ length: 61 }, (_each, n) => ({
          where: `row ${String(n + 19)}`,
          reason: n === 0 ? ('foreign-currency' as const) : ('shape' as const),
        })),
      },
    },
  ],
  platforms: [
    { platform: 'taobao', count: 30 },
    { platform: 'jd', count: 12 },
    { platform: 'xiaohongshu', count: 5 },
  ],
  fresh: 44,
  known: 3,
  lostRefunds: 2,
};

export const refusedBills: BillPreview = {
  files: (['encrypted', 'unknown-form', 'empty', 'shape', 'too-many', 'too-large'] as const).map((why) => ({
    name: `${why}.zip`,
    purchases: 0,
    skipped: 0,
    unread: noUnread,
    why,
  })),
  platforms: [],
  fresh: 0,
  known: 0,
  lostRefunds: 0,
};

export const untouchedBills: BillView = { reading: { state: 'idle' }, writing: { state: 'idle' } };
