import { creditWindows, type CreditReport } from '@/utils/core/credits';

export const credits: CreditReport = {
  purchases: 12,
  windows: creditWindows.map((days) => ({
    days,
    byClick: Math.min(7, Math.ceil(days / 2)),
    byView: 2,
    unattributed: 10 - Math.min(7, Math.ceil(days / 2)),
    notes:
      days < 7
        ? []
        : [
            {
              note: 'xiaohongshu:1',
              title: '秋天的第一件毛衣',
              last: 3,
              first: 2,
              linear: 2 + 1 / 3,
              position: 2.4,
              assisted: 1,
            },
            { note: 'xiaohongshu:2', last: 1, first: 2, linear: 1 + 2 / 3, position: 1.6, assisted: 2 },
          ],
  })),
};
